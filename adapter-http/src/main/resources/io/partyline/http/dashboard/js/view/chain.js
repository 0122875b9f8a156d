/// How one caller's voice is worked on for those who hear it.

import { html, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { plain } from '../words.js';
import { Button, Level, Switch } from './parts.js';

/// As far as a trim by hand reaches.
const TRIM_DB = 18;

const LINKS = ['high_pass', 'auto_gain', 'expander', 'limiter', 'ducking'];

/// The level, with a trim by hand, and behind a button what works on the voice.
export function Chain({ call, doing }) {
  const [open, setOpen] = useState(false);
  const name = plain(call.name);
  const by = (db) => Math.max(-TRIM_DB, Math.min(TRIM_DB, call.gain_db + db));
  const on = LINKS.filter((link) => call.chain[link]).length;
  return html`<div class="trimmed">
      <${Level} source=${call.call_sid} label=${name} />
      <${Button} label="−" say=${t('chain.quieter', name)} wait=${call.gain_db <= -TRIM_DB} onPress=${() => doing.gain(call, by(-1))} />
      <output title=${t('chain.trim')} aria-label=${t('chain.trim.of', name)}>${call.gain_db > 0 ? '+' : ''}${String(call.gain_db).replace('-', '−')} dB</output>
      <${Button} label="+" say=${t('chain.louder', name)} wait=${call.gain_db >= TRIM_DB} onPress=${() => doing.gain(call, by(1))} />
      <${Button} label=${t('chain')} say=${t('chain.say', name)} title=${t('chain.hint', on, LINKS.length)} aria-expanded=${open ? 'true' : 'false'} onPress=${() => setOpen(!open)} />
    </div>
    ${open &&
    html`<div class="chain" role="group" aria-label=${t('chain.of', name)}>
      ${LINKS.map((link) => html`<${Switch} key=${link} label=${t(`chain.link.${link}`)} title=${t(`chain.link.${link}.hint`)} on=${call.chain[link]} onChange=${(wanted) => doing.chain(call, { [link]: wanted })} />`)}
    </div>`}`;
}
