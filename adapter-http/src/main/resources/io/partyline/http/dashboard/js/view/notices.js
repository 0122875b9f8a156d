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
    <${ForEars} name="What happens" said=${state.said} live="polite" />
    <${ForEars} name="Alarms" said=${state.alarms} live="assertive" />
  `;
}

/// What is added is read out; a sentence that is said again is added again.
function ForEars({ name, said, live }) {
  return html`<div class="for-ears" role="log" aria-label=${name} aria-live=${live} aria-relevant="additions">
    ${said.map((one) => html`<p key=${one.id}>${one.text}</p>`)}
  </div>`;
}
