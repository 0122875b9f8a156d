/// The conversation, and where room is short the earlier calls behind a tab.

import { html, useState } from '../../vendor/preact.js';
import { Conversation } from './conversation.js';
import { History } from './history.js';

export function Talk({ state, doing, tabs }) {
  const [open, setOpen] = useState('conversation');
  if (!tabs) return html`<${Conversation} state=${state} doing=${doing} />`;
  const panel =
    open === 'conversation'
      ? html`<${Conversation} state=${state} doing=${doing} />`
      : html`<${History} state=${state} />`;
  return html`
    <div class="tabs" role="tablist" aria-label="Conversation or earlier calls">
      <${Tab} name="conversation" label="Conversation" ...${{ open, setOpen }} />
      <${Tab} name="history" label=${`Earlier calls (${state.history.length})`} ...${{ open, setOpen }} />
    </div>
    <div class="tab-panel" role="tabpanel" id="talk-panel" aria-label=${open}>${panel}</div>
  `;
}

function Tab({ name, label, open, setOpen }) {
  return html`<button
    type="button"
    role="tab"
    aria-controls="talk-panel"
    aria-selected=${open === name ? 'true' : 'false'}
    onClick=${() => setOpen(name)}
  >
    ${label}
  </button>`;
}
