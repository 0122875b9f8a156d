/// The lower part of the first column: the AI callers, and behind tabs music and messages, where there are any.

import { html, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { hasSounds, hasVoicemail, nowPlaying } from '../picture.js';
import { plain } from '../words.js';
import { Cast } from './cast.js';
import { Tabs } from './parts.js';
import { Sounds } from './sounds.js';
import { Voicemail } from './voicemail.js';

const PANELS = { cast: Cast, sounds: Sounds, voicemail: Voicemail };

export function Lower({ state, doing }) {
  const [chosen, choose] = useState('cast');
  const tabs = tabsOf(state);
  const open = tabs.some(([name]) => name === chosen) ? chosen : 'cast';
  const panel = html`<${PANELS[open]} state=${state} doing=${doing} />`;
  if (tabs.length === 1) return panel;
  return html`<${Tabs} id="lower" label=${t('lower')} tabs=${tabs} open=${open} onOpen=${choose}>${panel}<//>`;
}

function tabsOf(state) {
  const plays = nowPlaying(state);
  return [
    ['cast', t('cast')],
    hasSounds(state) && ['sounds', plays ? `♪ ${plain(plays, 24)}` : t('sounds')],
    hasVoicemail(state) && ['voicemail', state.mail.unheard > 0 ? t('voicemail.tab', state.mail.unheard) : t('voicemail')],
  ].filter(Boolean);
}
