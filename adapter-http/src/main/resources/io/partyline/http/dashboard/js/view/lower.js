/// The lower part of the first column: the AI callers, and where there is music, that behind a tab.

import { html, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { hasSounds, nowPlaying } from '../picture.js';
import { plain } from '../words.js';
import { Cast } from './cast.js';
import { Tabs } from './parts.js';
import { Sounds } from './sounds.js';

export function Lower({ state, doing }) {
  const [open, setOpen] = useState('cast');
  if (!hasSounds(state)) return html`<${Cast} state=${state} doing=${doing} />`;
  const plays = nowPlaying(state);
  const tabs = [
    ['cast', t('cast')],
    ['sounds', plays ? `♪ ${plain(plays, 24)}` : t('sounds')],
  ];
  return html`<${Tabs} id="lower" label=${t('sounds.or-cast')} tabs=${tabs} open=${open} onOpen=${setOpen}>
    ${open === 'cast' ? html`<${Cast} state=${state} doing=${doing} />` : html`<${Sounds} state=${state} doing=${doing} />`}
  <//>`;
}
