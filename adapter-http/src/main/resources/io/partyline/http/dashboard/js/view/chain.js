/// How one caller's voice is worked on for those who hear it.

import { html, useState } from '../../vendor/preact.js';
import { plain } from '../words.js';
import { Button, Level, Switch } from './parts.js';

/// As far as a trim by hand reaches.
const TRIM_DB = 18;

const LINKS = [
  ['high_pass', 'Rumble out', 'Takes out hum and rumble below the voice'],
  ['auto_gain', 'Even level', 'Brings the caller to your loudness'],
  ['expander', 'Hush pauses', 'Lowers the noise between the words'],
  ['limiter', 'Catch peaks', 'Turns down what would be too loud'],
  ['ducking', 'Under you', 'Lowers the caller while you speak'],
];

/// The level, with a trim by hand, and behind a button what works on the voice.
export function Chain({ call, doing }) {
  const [open, setOpen] = useState(false);
  const name = plain(call.name);
  const by = (db) => Math.max(-TRIM_DB, Math.min(TRIM_DB, call.gain_db + db));
  const on = LINKS.filter(([link]) => call.chain[link]).length;
  return html`<div class="trimmed">
      <${Level} source=${call.call_sid} label=${name} />
      <${Button} label="−" say=${`Quieter: ${name}`} wait=${call.gain_db <= -TRIM_DB} onPress=${() => doing.gain(call, by(-1))} />
      <output title="Trim by hand" aria-label=${`Trim of ${name}`}>${call.gain_db > 0 ? '+' : ''}${String(call.gain_db).replace('-', '−')} dB</output>
      <${Button} label="+" say=${`Louder: ${name}`} wait=${call.gain_db >= TRIM_DB} onPress=${() => doing.gain(call, by(1))} />
      <${Button} label="Sound" say=${`Sound: ${name}`} title=${`What works on the voice: ${on} of ${LINKS.length} on`} aria-expanded=${open ? 'true' : 'false'} onPress=${() => setOpen(!open)} />
    </div>
    ${open &&
    html`<div class="chain" role="group" aria-label=${`What works on the voice of ${name}`}>
      ${LINKS.map(([link, label, does]) => html`<${Switch} key=${link} label=${label} title=${does} on=${call.chain[link]} onChange=${(wanted) => doing.chain(call, { [link]: wanted })} />`)}
    </div>`}`;
}
