/// What the desk knows, and how that changes. Pure functions: each takes a state and gives the next.

import { DEFAULT_HABITS } from './habits.js';
import { DEFAULT_KEYS } from './keys.js';
import { shared, sharedList } from './shared.js';
import { NOTHING_TOLD, caughtUp, isOld, partRead, queueCaughtUp, told } from './told.js';

/// Lines of talk that are kept in the page; the export has all of them.
const LINES_KEPT = 400;
/// Messages shown at once; more would cover the desk.
const NOTICES_SHOWN = 4;
/// By how much two readings of the same wait can differ.
const WAVERS_MS = 2_000;
/// Sentences for ears that stay in the page: more than come in a moment, so that none is lost.
const SAID_KEPT = 6;

export const START = Object.freeze({
  show: null,
  queue: [],
  told: NOTHING_TOLD,
  callers: [],
  regulars: [],
  history: [],
  conversation: [],
  health: [],
  recording: null,
  files: null,
  shows: null,
  past: false,
  settings: null,
  setup: false,
  trying: null,
  tried: {},
  lastTrial: null,
  spend: null,
  latency: null,
  music: null,
  sfx: null,
  program: null,
  seats: null,
  mail: null,
  voicemail: null,
  asProducer: false,
  link: { state: 'connecting', since: 0 },
  floor: null,
  place: { show: null, seq: 0 },
  skewMs: 0,
  selected: null,
  editing: null,
  notices: [],
  said: [],
  alarms: [],
  keys: DEFAULT_KEYS,
  habits: DEFAULT_HABITS,
  busy: [],
  help: false,
});

/// A part of the show was read again. `at` is when, by this computer's clock.
export function loaded(state, part, body, at) {
  switch (part) {
    case 'show':
      return withShow(state, body);
    case 'queue':
      return withQueue(state, body, at);
    case 'conversation':
      if (isLate(state, { show_id: body?.show_id })) return state;
      return { ...state, conversation: merged(list(body, 'conversation'), state.conversation) };
    case 'health':
      return withPart(state, part, list(body, 'health', 'parts'));
    case 'music':
    case 'sfx':
      return { ...state, [part]: body && { ...body, readAt: at } };
    case 'program':
    case 'recording':
    case 'spend':
    case 'latency':
    case 'seats':
    case 'mail':
    case 'voicemail':
    case 'settings':
      return withPart(state, part, body);
    default:
      return withPart(state, part, list(body, part));
  }
}

/// A part as it was read; the same state if it says what it said.
function withPart(state, part, body) {
  const now = shared(state[part], body);
  return now === state[part] ? state : { ...state, [part]: now };
}

/// An event arrived. What it cannot tell is read again, see [partsOf].
export function happened(state, event) {
  if (isLate(state, event)) return state;
  const seen = { ...state, place: moved(state.place, event) };
  switch (event.type) {
    case 'utterance-spoken':
      return { ...seen, conversation: merged(seen.conversation, [lineOf(event)]) };
    case 'turn-granted':
      return { ...seen, floor: turnOf(event.turn) };
    case 'reply-written':
      return seen.floor?.id === event.turn
        ? { ...seen, floor: { ...seen.floor, worded: true } }
        : seen;
    case 'turn-ended':
      return seen.floor?.id === event.turn ? { ...seen, floor: null } : seen;
    case 'show-opened':
      return { ...seen, conversation: [], floor: null, history: [], files: null, told: NOTHING_TOLD };
    default:
      return told(seen, event);
  }
}

/// An event of a show that has been closed, such as a summary that took its time. It is filed with that
/// show, and the desk shows another.
export function isLate(state, event) {
  if (event.type === 'show-opened' || event.type === 'restart') return false;
  return event.show_id !== undefined && state.place.show !== null && event.show_id !== state.place.show;
}

/// Behind which event the desk knows everything, as the feed asks for it.
export function since(state) {
  const { show, seq } = state.place;
  return show === null ? String(seq) : `${seq}@${show}`;
}

/// The desk begins with the show as it stands.
export function placed(state) {
  const { show } = state;
  return show === null ? state : { ...state, place: { show: show.show_id, seq: state.told.show } };
}

/// Numbers rise within a show and begin again with the next.
function moved(place, event) {
  const show = event.show_id ?? place.show;
  const seq = event.seq ?? 0;
  if (event.type === 'restart') return { show, seq };
  return { show, seq: show === place.show ? Math.max(place.seq, seq) : seq };
}

const CALLS = ['show', 'queue', 'callers'];
const SHOW_ONLY = new Set([
  'mute-set',
  'turn-queued',
  'turn-granted',
  'turn-stopped',
  'turn-interrupted',
  'turn-ended',
  'ai-mode-set',
  'jump-in-weighed',
  'cue-given',
  'eagerness-set',
  'host-mood-set',
  'ai-mute-set',
  'auto-follow-up-set',
  'follow-up-planned',
  'follow-up-chosen',
  'follow-up-offered',
  'follow-up-cancelled',
  'lines-set',
  'moment-marked',
  'note-written',
  'notes-read',
  'trim-set',
  'links-set',
  'speaker-noticed',
]);
const SOUNDS = {
  'track-began': ['music'],
  'track-ended': ['music'],
  'music-set': ['music'],
  'cart-fired': ['sfx'],
  'cart-ended': ['sfx'],
  'shelf-changed': ['music', 'sfx'],
  'program-dumped': ['program'],
  'loudness-measured': [],
};

/// What a house may have or not; where it has not, the desk has no place for it.
export const OPTIONAL = ['music', 'sfx', 'program'];
/// What the events of a caller's card change: who is in the cast they do not touch.
const CARDS = new Set(['card-written', 'screening-began', 'caller-screened', 'screening-ended', 'lock-set']);
const CALLS_ONLY = new Set([
  'call-rang',
  'call-found',
  'caller-recognised',
  'leg-opened',
  'leg-lost',
  'call-held',
  'next-chosen',
  'ai-call-placed',
  'call-taken',
  'call-aired',
  'take-failed',
  'talkback-set',
  'producer-talk-began',
  'producer-talk-ended',
  'wrap-up-asked',
  'call-dropped',
  'drop-undone',
  'channel-freed',
]);

export const EVERYTHING = [
  ...CALLS, 'regulars', 'conversation', 'history', 'health', 'recording', 'spend', 'latency',
  'voicemail', ...OPTIONAL,
];

/// What the producer's seat may read; the rest is the host's.
const OF_PRODUCERS = ['show', 'queue', 'voicemail'];

/// Those of the parts that this page may read. Whose page it is the show says.
export function readable(state, parts) {
  const may = { host: parts, producer: OF_PRODUCERS }[state.show?.seat] ?? ['show'];
  return parts.filter((part) => may.includes(part) && (!state.asProducer || OF_PRODUCERS.includes(part)));
}

/// The parts of the show that an event may have changed. An unknown event may have changed all.
export function partsOf(type) {
  if (type === 'utterance-spoken' || type === 'reply-written') return [];
  if (SOUNDS[type]) return SOUNDS[type];
  if (SHOW_ONLY.has(type)) return ['show'];
  if (CARDS.has(type)) return ['show', 'queue'];
  if (CALLS_ONLY.has(type)) return CALLS;
  if (type === 'call-ended' || type === 'summary-written') return [...CALLS, 'history'];
  if (type === 'spent') return ['health', 'spend'];
  if (type === 'turn-timed') return ['health', 'latency'];
  if (type === 'recording-set') return ['show', 'recording', 'health'];
  if (type === 'recording-stopped') return ['show', 'recording', 'health'];
  return EVERYTHING;
}

/// The connection to the studio is `connecting`, `live` or `reconnecting`.
export function linked(state, link, at) {
  return state.link.state === link ? state : { ...state, link: { state: link, since: at } };
}

/// A sentence for the host: `text` is the desk's, `told` the studio's. The same sentence twice is shown once.
export function noticed(state, notice) {
  const others = state.notices.filter((old) => old.text !== notice.text || old.told !== notice.told);
  return { ...state, notices: [...others, notice].slice(-NOTICES_SHOWN) };
}

export function dismissed(state, id) {
  return { ...state, notices: state.notices.filter((notice) => notice.id !== id) };
}

/// A deed is on its way to the studio, or has come back.
export function busied(state, deed, on) {
  const others = state.busy.filter((other) => other !== deed);
  return { ...state, busy: on ? [...others, deed] : others };
}

/// A part of the house is being tried from this page.
export function trying(state, part, choice) {
  const { [part]: _, ...others } = state.tried;
  return { ...state, trying: { part, choice }, tried: others };
}

/// It is known how that went.
export function tried(state, part, result) {
  return { ...state, trying: null, tried: { ...state.tried, [part]: result } };
}

/// The studio tells what is being tried, from whichever page, and what came of the last attempt.
export function toldOfTrial(state, { trying: part, last }) {
  const settings = state.settings && { ...state.settings, trying: part };
  const { attempt, part: of, ...result } = last ?? {};
  const isNew = attempt !== undefined && attempt !== state.lastTrial;
  return {
    ...state,
    settings,
    lastTrial: attempt ?? null,
    tried: isNew ? { ...state.tried, [of]: result } : state.tried,
  };
}

/// The card that is open for writing, of one caller at most.
export function edited(state, callSid) {
  return state.editing === callSid ? state : { ...state, editing: callSid };
}

/// One caller at most is selected, in the queue or on the air: the keys act on that one.
export function chosen(state, callSid) {
  return state.selected === callSid ? state : { ...state, selected: callSid };
}

/// A sentence for ears. Each is a new one, so that the same words twice are said twice.
///
/// @param where `said`, which waits its turn, or `alarms`, which does not
export function voiced(state, text, where = 'said') {
  const id = (state[where].at(-1)?.id ?? 0) + 1;
  return { ...state, [where]: [...state[where], { id, text }].slice(-SAID_KEPT) };
}

/// What the show's own clock says at that moment is of no use later, and would make each reading another show.
function withShow(state, { seq, position_ms: _, ...show }) {
  const another = state.show !== null && state.show.show_id !== show.show_id;
  if (state.show !== null && !another && isOld(state, 'show', seq)) return state;
  const base = another ? { ...state, conversation: [], history: [], files: null, told: NOTHING_TOLD } : state;
  const now = show.calls === undefined ? show : { ...show, calls: caughtUp(base, show.calls, seq) };
  const next = another || !state.show ? now : sharedShow(state.show, now);
  const floor = show.floor ? sameTurn(show.floor.turn, base.floor) : base.floor;
  return { ...base, show: next, floor, told: partRead(base.told, 'show', seq) };
}

/// Calls come and go, so each is looked for by its id.
function sharedShow(before, show) {
  const calls = sharedList(before.calls ?? [], show.calls ?? [], (call) => call.call_sid);
  return shared(before, { ...show, calls });
}

function sameTurn(turn, known) {
  if (!turn) return null;
  const next = turnOf(turn);
  return next.id === known?.id && (known.worded || !next.worded) ? known : next;
}

function turnOf(turn) {
  return { id: turn?.id ?? turn?.turn_id, callSid: turn?.call_sid ?? turn?.call, worded: turn?.worded === true };
}

function withQueue(state, body, at) {
  if (isOld(state, 'queue', body?.seq)) return state;
  const entries = queueCaughtUp(state, list(body, 'queue'), body?.seq);
  const known = new Map(state.queue.map((entry) => [entry.call_sid, entry]));
  const queue = entries.map((entry) => waiting(known.get(entry.call_sid), entry, at));
  return {
    ...state,
    queue: sharedList(state.queue, queue, (entry) => entry.call_sid),
    told: partRead(state.told, 'queue', body?.seq),
  };
}

/// Whether an answer is older than what the page knows already, so that the part has to be read again.
export function isOutdated(state, part, body) {
  const other = part === 'show' && state.show?.show_id !== body?.show_id;
  return ['show', 'queue'].includes(part) && !other && isOld(state, part, body?.seq);
}

/// A wait is told in seconds; the desk counts on from there. A leaving caller's countdown begins when
/// they were first seen leaving.
function waiting(before, { wait_time: wait = 0, ...entry }, at) {
  const leavingSince = entry.state === 'leaving' ? (before?.leavingSince ?? at) : null;
  return { ...entry, waitingSince: steady(before?.waitingSince, at - 1000 * wait), leavingSince };
}

/// Whole seconds make a moment that wavers with each reading: the first one stands until there is another
/// wait.
function steady(before, now) {
  return Math.abs(before - now) < WAVERS_MS ? before : now;
}

function lineOf(event) {
  return {
    seq: event.seq,
    role: event.speaker?.role ?? event.role,
    name: event.speaker?.name ?? event.name,
    content: event.text ?? event.content,
    at_ms: event.at_ms ?? Math.round((event.at_sample ?? 0) / 48),
    call_sid: event.speaker?.call_sid ?? event.call_sid ?? null,
  };
}

/// Both lists as one, each line once, in the order in which they were said: late text is put at the
/// time at which it was said.
function merged(lines, more) {
  const bySeq = new Map([...more, ...lines].map((line) => [line.seq, line]));
  const inOrder = [...bySeq.values()].sort((a, b) => a.at_ms - b.at_ms || a.seq - b.seq);
  return inOrder.slice(-LINES_KEPT);
}

function list(body, ...names) {
  if (Array.isArray(body)) return body;
  const found = names.map((name) => body?.[name]).find(Array.isArray);
  return found ?? [];
}
