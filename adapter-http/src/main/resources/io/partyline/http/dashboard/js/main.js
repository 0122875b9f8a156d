/// Starts the desk: one store, one live feed, one page.

import { html, render } from '../vendor/preact.js';
import { Refusal, read } from './api.js';
import { alarm, announcement, mailAnnounced, seatsAnnounced, warning } from './announce.js';
import { deeds, kept } from './deeds.js';
import { feed } from './feed.js';
import { listenToKeys } from './keyboard.js';
import { language, speak, t, whenLacking } from './language.js';
import { clearLevels, drawLevels } from './levels.js';
import { refresher } from './refresh.js';
import {
  EVERYTHING, OPTIONAL, START, happened, isLate, isOutdated, linked, loaded, partsOf, placed, readable, since, toldOfTrial, voiced,
} from './state.js';
import { store } from './store.js';
import { tellsAll } from './told.js';
import { Desk } from './view/desk.js';

/// Health has no events, so it is asked for now and then.
const CHECKUP_MS = 10_000;
/// The Date header has whole seconds; a difference below this is none.
const SKEW_MS = 2_000;

const asProducer = location.pathname.endsWith('/producer.html');
const desk = store({ ...START, ...kept(), asProducer });
const doing = deeds(desk);
const all = refresher(readPart);
const parts = {
  want: (wanted) => all.want(readable(desk.state(), wanted)),
  wantLater: (wanted) => all.wantLater(readable(desk.state(), wanted)),
};
const unread = new Set();

const live = feed(
  {
    /// The first time everything is being read already, and the feed brings what has come since.
    opened() {
      const { link, show } = desk.state();
      desk.change((state) => linked(state, 'live', Date.now()));
      if (link.state !== 'connecting' || show === null) parts.want(EVERYTHING);
    },
    lost() {
      desk.change((state) => linked(state, 'reconnecting', Date.now()));
      clearLevels();
    },
    event(event) {
      alive();
      arrived(event);
    },
    levels(body) {
      alive();
      drawLevels(body);
    },
    program: (body) => desk.change((state) => loaded(state, 'program', body, Date.now())),
    seats: (body) => arrivedSeats(body),
    mail: (body) => arrivedMail(body),
    trial: (body) => desk.change((state) => toldOfTrial(state, body)),
    silent: checkFeed,
  },
  () => since(desk.state()),
);

/// Something was heard, so the studio is there, whatever a reading that failed had said.
function alive() {
  if (desk.state().link.state !== 'reconnecting') return;
  desk.change((state) => linked(state, 'live', Date.now()));
  parts.want(EVERYTHING);
}

/// Who came to the other seat, or left it, is said once.
function arrivedSeats(body) {
  const said = seatsAnnounced(desk.state(), body);
  desk.change((state) => loaded(state, 'seats', body, Date.now()));
  if (said) desk.change((state) => voiced(state, said));
}

/// The studio tells how the voicemail stands whenever that changes, and what is on it when it is asked.
function arrivedMail(body) {
  const said = mailAnnounced(desk.state(), body);
  desk.change((state) => loaded(state, 'mail', body, Date.now()));
  if (said) desk.change((state) => voiced(state, said));
  parts.want(['voicemail']);
}

function arrived(event) {
  if (isLate(desk.state(), event)) return;
  const said = announcement(desk.state(), event);
  const urgent = alarm(desk.state(), event);
  const warned = warning(desk.state(), event);
  desk.change((state) => happened(state, event));
  if (said) desk.change((state) => voiced(state, said));
  if (urgent) desk.change((state) => voiced(state, urgent, 'alarms'));
  if (warned) doing.tell(warned);
  if (tellsAll(event)) parts.wantLater(partsOf(event.type));
  else parts.want(partsOf(event.type));
}

async function readPart(part) {
  try {
    const { body, date } = await read(`/api/${part}`);
    unread.delete(part);
    take(part, body, date);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    missed(part, failure);
  }
}

/// A lost connection has its own light, and everything is read again after it: it is no trouble of
/// the parts. A part that cannot be read though the studio answers is said once, until it can.
function missed(part, failure) {
  if (OPTIONAL.includes(part) && failure.status === 404) return;
  if (failure.unreachable) {
    desk.change((state) => linked(state, 'reconnecting', Date.now()));
    return;
  }
  if (desk.state().link.state !== 'live' || unread.has(part)) return;
  unread.add(part);
  const { text = '', told } = failure.words;
  doing.tell({ text: `${t('studio.unread', part)} ${text}`.trim(), told });
}

function take(part, body, date) {
  const before = desk.state().show?.show_id;
  if (isOutdated(desk.state(), part, body)) parts.want([part]);
  desk.change((state) => skewed(loaded(state, part, body, Date.now()), date));
  if (part !== 'show') return;
  if (before === undefined) parts.want(EVERYTHING.filter((one) => one !== 'show'));
  live.listenFor(body.event_types ?? []);
  if (before !== undefined && before !== body.show_id) parts.want(EVERYTHING);
}

function skewed(state, date) {
  const difference = Date.parse(date ?? '') - Date.now();
  const skewMs = Math.abs(difference) > SKEW_MS ? difference : 0;
  return Number.isNaN(difference) || skewMs === state.skewMs ? state : { ...state, skewMs };
}

/// Nothing was heard for a while. If the show has gone on meanwhile, the line is dead.
async function checkFeed() {
  const { place } = desk.state();
  await readPart('show');
  const { show, told } = desk.state();
  if (show !== null && (show.show_id !== place.show || told.show > place.seq)) live.open();
}

async function start() {
  await readPart('show');
  desk.change(placed);
  live.open();
  setInterval(() => parts.want(['health', 'recording']), CHECKUP_MS);
}

let wanted = null;

/// The page speaks the language that is chosen, from the next drawing on.
function inItsLanguage() {
  if (desk.state().habits.language === wanted) return;
  wanted = desk.state().habits.language;
  speak(wanted, navigator.languages);
  document.documentElement.lang = language();
}

whenLacking((sentence) => console.error(sentence));
inItsLanguage();
desk.listen(inItsLanguage);
const page = document.getElementById('desk');
page.replaceChildren();
render(html`<${Desk} desk=${desk} doing=${doing} />`, page);
listenToKeys(desk, doing);
start();
