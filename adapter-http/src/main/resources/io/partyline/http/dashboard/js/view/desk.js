/// The whole page: the host's desk or the producer's, which is known with the show. Where there is room, the earlier calls stand below the queue; else they share a place
/// with the conversation.

import { html, useEffect, useLayoutEffect, useRef, useState } from '../../vendor/preact.js';
import { focusKeeper } from '../focus.js';
import { onceAPicture } from '../frames.js';
import { t } from '../language.js';
import { followUp, isProducer, onAir, talkedWith } from '../picture.js';
import { START } from '../state.js';
import { Banners } from './banners.js';
import { Ended } from './ended.js';
import { Help } from './help.js';
import { History } from './history.js';
import { kept } from './kept.js';
import { Lower } from './lower.js';
import { Notices } from './notices.js';
import { OnAir } from './onair.js';
import { useMedia } from './parts.js';
import { PastShows } from './pastshows.js';
import { ProducerPanels, ProducerStrip } from './producer.js';
import { Program } from './program.js';
import { Queue } from './queue.js';
import { Seat } from './seat.js';
import { Settings } from './settings.js';
import { Talk } from './talk.js';
import { TopStrip } from './topstrip.js';

/// From here on there is room for the earlier calls in a place of their own.
export const ROOMY = '(min-width: 1500px) and (min-height: 850px)';

/// What changes with every word that is said, and is shown by the conversation and the messages alone.
const SPOKEN = ['conversation', 'place', 'told', 'said', 'alarms', 'notices'];
/// What changes while callers come, are asked, and go.
const OF_CALLS = ['show', 'queue', 'selected', 'editing', 'floor'];

/// A part of the desk that is drawn again when something has changed that it may show.
///
/// @param but  what it does not show
/// @param more what it shows of that all the same
const quiet = (Part, but, more = () => []) => {
  const shown = Object.keys(START).filter((part) => !but.includes(part));
  return kept(Part, ({ state }) => [...shown.map((part) => state[part]), ...more(state)]);
};

/// The show without its calls.
function show({ show: now }) {
  return Object.entries(now ?? {}).flatMap(([name, value]) => (name === 'calls' ? [] : [value]));
}

const QuietTopStrip = quiet(TopStrip, [...SPOKEN, ...OF_CALLS], show);
const QuietProgram = kept(Program, ({ state }) => [state.program]);
const QuietOnAir = quiet(OnAir, SPOKEN);
const QuietLower = quiet(Lower, [...SPOKEN, ...OF_CALLS], (state) => [...show(state), followUp(state)?.about]);
const QuietQueue = quiet(Queue, SPOKEN);
const QuietHistory = kept(History, ({ state }) => [state.history]);

export function Desk({ desk, doing }) {
  const [state, setState] = useState(desk.state());
  useEffect(() => desk.listen(onceAPicture(() => setState(desk.state()))), [desk]);
  const page = useFocusKept();
  useEffect(() => {
    document.documentElement.dataset.theme = state.habits.theme;
  }, [state.habits.theme]);
  useEffect(() => {
    document.title = isProducer(state) ? t('page.producer') : t('page.title');
  }, [isProducer(state), state.habits.language]);
  const somebody = onAir(state).length > 0 ? 'somebody-on-air' : '';
  const adrift = state.link.state === 'reconnecting' ? 'adrift' : '';
  return html`
    <div class=${`page ${somebody} ${adrift}`} ref=${page}>
      ${isProducer(state)
        ? html`<${ProducerStrip} state=${state} doing=${doing} /><${Banners} state=${state} doing=${doing} />${state.show?.seat === 'producer' && html`<${Seat} as="producer" talk=${talkedWith(state)} />`}<${ProducerPanels} state=${state} doing=${doing} />`
        : state.show === null
          ? html`<${Banners} state=${state} doing=${doing} /><p class="starting">${t('page.opening')}</p>`
          : html`<${HostsDesk} state=${state} doing=${doing} />`}
      <${Notices} state=${state} doing=${doing} />
      ${state.setup && html`<${Settings} state=${state} doing=${doing} />`}
      ${state.past && html`<${PastShows} state=${state} doing=${doing} />`}
      ${state.help && html`<${Help} state=${state} doing=${doing} />`}
    </div>
  `;
}

function HostsDesk({ state, doing }) {
  return html`
    <${QuietTopStrip} state=${state} doing=${doing} />
    <${Banners} state=${state} doing=${doing} />
    <${QuietProgram} state=${state} doing=${doing} />
    <${Seat} />
    ${state.show?.ended_at ? html`<${Ended} state=${state} doing=${doing} />` : html`<${Panels} state=${state} doing=${doing} />`}
  `;
}

function Panels({ state, doing }) {
  const roomy = useMedia(ROOMY);
  return html`<main class="panels">
    <div class="column first">
      <${QuietOnAir} state=${state} doing=${doing} />
      <${QuietLower} state=${state} doing=${doing} />
    </div>
    <div class="column second">
      <${QuietQueue} state=${state} doing=${doing} />
      ${roomy && html`<${QuietHistory} state=${state} doing=${doing} />`}
    </div>
    <div class="column third"><${Talk} state=${state} doing=${doing} tabs=${!roomy} /></div>
  </main>`;
}

function useFocusKept() {
  const page = useRef(null);
  const keep = useRef(null);
  useLayoutEffect(() => {
    keep.current ??= focusKeeper(page.current);
    keep.current();
  });
  return page;
}
