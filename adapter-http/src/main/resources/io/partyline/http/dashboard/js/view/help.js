/// The list of keys, over the desk.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { KEY_MAP } from '../keys.js';
import { Button } from './parts.js';

export function Help({ doing }) {
  const box = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.focus?.();
  }, []);
  return html`<dialog class="help" ref=${box} aria-labelledby="help-title" onClose=${() => doing.help(false)}>
    <h2 id="help-title">Keys</h2>
    <dl>
      ${KEY_MAP.map(([key, does]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>
    <p>Hold, mute and lock act on the real caller whose card shows the keys: the newest on the air, or the one you clicked. While you type in a text field the keys rest; Esc leaves the field.</p>
    <${Button} label="Close" onPress=${() => box.current.close()} />
  </dialog>`;
}
