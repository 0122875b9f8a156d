/// Sentences for the host: what went wrong, and, for ears only, what happens.

import { html } from '../../vendor/preact.js';
import { t } from '../language.js';
import { Told } from './parts.js';

export function Notices({ state, doing }) {
  return html`
    <div class="notices" role="log" aria-live="polite" aria-label=${t('page.messages')}>
      ${state.notices.map(
        (notice) =>
          html`<div key=${notice.id} class=${`notice ${notice.tone}`}>
            <p>${notice.text} ${notice.told && html`<${Told} text=${notice.told} />`}</p>
            <button type="button" class="button round" aria-label=${t('page.dismiss')} onClick=${() => doing.dismiss(notice.id)}>×</button>
          </div>`,
      )}
    </div>
    <${ForEars} name=${t('page.happens')} said=${state.said} live="polite" />
    <${ForEars} name=${t('page.alarms')} said=${state.alarms} live="assertive" />
  `;
}

/// What is added is read out; a sentence that is said again is added again.
function ForEars({ name, said, live }) {
  return html`<div class="for-ears" role="log" aria-label=${name} aria-live=${live} aria-relevant="additions">
    ${said.map((one) => html`<p key=${one.id}>${one.text}</p>`)}
  </div>`;
}
