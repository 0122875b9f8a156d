/// The conversation, and where room is short the earlier calls behind a tab.

import { html, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { Conversation } from './conversation.js';
import { History } from './history.js';
import { Tabs } from './parts.js';

export function Talk({ state, doing, tabs }) {
  const [open, setOpen] = useState('conversation');
  if (!tabs) return html`<${Conversation} state=${state} doing=${doing} />`;
  const both = [
    ['conversation', t('talk')],
    ['history', t('history.tab', state.history.length)],
  ];
  return html`<${Tabs} id="talk" label=${t('talk.or-earlier')} tabs=${both} open=${open} onOpen=${setOpen}>
    ${open === 'conversation' ? html`<${Conversation} state=${state} doing=${doing} />` : html`<${History} state=${state} doing=${doing} />`}
  <//>`;
}
