/// The list of keys, over the desk. Each can be given to another deed, and all can be switched off.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { DEEDS, FIXED_KEYS, OF_PRODUCERS } from '../keys.js';
import { isProducer } from '../picture.js';
import { Button, Switch } from './parts.js';

/// Those of the fixed keys that are the producer's too.
const PRODUCERS_KEYS = [...FIXED_KEYS.slice(0, 2), ['Esc', 'Close what is open']];

export function Help({ state, doing }) {
  const box = useRef(null);
  const [asked, ask] = useState(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.focus?.();
  }, []);
  const pressed = (press) => {
    if (asked === null || press.key === 'Tab') return;
    press.preventDefault();
    press.stopPropagation();
    if (press.key !== 'Escape') doing.rekey(asked, press.key);
    ask(null);
  };
  const { keys } = state;
  const mine = DEEDS.filter(([deed]) => !isProducer(state) || OF_PRODUCERS.includes(deed));
  const fixed = isProducer(state) ? PRODUCERS_KEYS : FIXED_KEYS;
  return html`<dialog class="help" ref=${box} aria-labelledby="help-title" onKeyDown=${pressed} onCancel=${(event) => asked !== null && event.preventDefault()} onClose=${() => doing.help(false)}>
    <h2 id="help-title">Keys</h2>
    <div class="help-switches">
      <${Switch} label="Keys" on=${keys.on} onChange=${doing.switchKeys} />
      <${Button} label="As at first" tone="quiet" onPress=${doing.firstKeys} />
      <${Button} label="Close" onPress=${() => box.current.close()} />
    </div>
    <p role="status">${asked === null ? 'Press a key of the list to change it.' : 'Now press the key that it shall have. Esc leaves it.'}</p>
    <dl class="fixed">
      ${fixed.map(([key, does]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>
    <dl>
      ${mine.map(
        ([deed, , does]) => html`<div key=${deed}>
          <dt><button type="button" class="keycap" aria-label=${`${does}: key ${keys.of[deed]}, change it`} aria-pressed=${asked === deed ? 'true' : 'false'} onClick=${() => ask(deed)}><kbd>${asked === deed ? '…' : keys.of[deed].toUpperCase()}</kbd></button></dt>
          <dd>${does}</dd>
        </div>`,
      )}
    </dl>
    <p>Every key acts on the one caller who is selected and shows it; if nobody is selected, hold, mute, lock and hang-up act on the newest caller on the air. While you type in a text field the keys rest; Esc leaves the field.</p>
  </dialog>`;
}
