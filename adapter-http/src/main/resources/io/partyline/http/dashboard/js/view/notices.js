/// Sentences for the host: what went wrong, and, for ears only, what happens.

import { html } from '../../vendor/preact.js';

export function Notices({ state, doing }) {
  return html`
    <div class="notices" role="log" aria-live="polite" aria-label="Messages">
      ${state.notices.map(
        (notice) =>
          html`<div key=${notice.id} class=${`notice ${notice.tone}`}>
            <p>${notice.text}</p>
            <button type="button" class="button round" aria-label="Dismiss this message" onClick=${() => doing.dismiss(notice.id)}>×</button>
          </div>`,
      )}
    </div>
    <p class="for-ears" aria-live="polite">${state.said}</p>
  `;
}
