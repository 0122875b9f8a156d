/// The list of keys, over the desk. Each can be given to another deed, and all can be switched off.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { DEEDS, FIXED_KEYS, FIXED_KEYS_OF_PRODUCERS, OF_PRODUCERS } from '../keys.js';
import { t } from '../language.js';
import { isProducer } from '../picture.js';
import { Button, Switch } from './parts.js';

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
  const fixed = isProducer(state) ? FIXED_KEYS_OF_PRODUCERS : FIXED_KEYS;
  return html`<dialog class="help" ref=${box} aria-labelledby="help-title" onKeyDown=${pressed} onCancel=${(event) => asked !== null && event.preventDefault()} onClose=${() => doing.help(false)}>
    <h2 id="help-title">${t('keys')}</h2>
    <div class="help-switches">
      <${Switch} label=${t('keys')} on=${keys.on} onChange=${doing.switchKeys} />
      <${Button} label=${t('keys.first')} tone="quiet" onPress=${doing.firstKeys} />
      <${Button} label=${t('page.close')} onPress=${() => box.current.close()} />
    </div>
    <p role="status">${asked === null ? t('keys.change') : t('keys.press')}</p>
    <dl class="fixed">
      ${fixed.map((key) => html`<div key=${key}><dt><kbd>${t(`fixed.${key}.key`)}</kbd></dt><dd>${t(`fixed.${key}`)}</dd></div>`)}
    </dl>
    <dl>
      ${mine.map(
        ([deed]) => html`<div key=${deed}>
          <dt><button type="button" class="keycap" aria-label=${t('keys.of', t(`deed.${deed}`), keys.of[deed])} aria-pressed=${asked === deed ? 'true' : 'false'} onClick=${() => ask(deed)}><kbd>${asked === deed ? '…' : keys.of[deed].toUpperCase()}</kbd></button></dt>
          <dd>${t(`deed.${deed}`)}</dd>
        </div>`,
      )}
    </dl>
    <p>${t('keys.rules')}</p>
  </dialog>`;
}
