/// What an event tells of a caller by itself. It is shown at once: to read the parts of the show again
/// takes a while, and comes after it.

/// As many events are kept for readings that are on their way: more than come in the time of one.
const KEPT = 400;

/// Nothing has been told, and nothing read: `from` is the last event that is not kept any more, `show` and
/// `queue` are those of the last readings.
export const NOTHING_TOLD = Object.freeze({ events: Object.freeze([]), from: 0, show: 0, queue: 0 });

/// The state with what the event tells in it.
export function told(state, event) {
  const changes = changesOf(event);
  if (changes === null || state.show === null) return state;
  const calls = state.show.calls ?? [];
  const [next, queue] = [changed(calls, event, changes.call), changed(state.queue, event, changes.entry)];
  return {
    ...state,
    show: next === calls ? state.show : { ...state.show, calls: next },
    queue,
    told: noted(state.told, event),
  };
}

/// Whether a reading is so old that it can be of no use: what has come since is not known any more.
///
/// @param part `show` or `queue`
export function isOld({ told: known }, part, seq) {
  return seq < known.from || (part === 'show' && seq < known.show);
}

/// A reading of calls with what events have told since it was made.
export function caughtUp({ told: known }, calls, seq) {
  return newer(known, seq).reduce((now, event) => changed(now, event, changesOf(event).call), calls);
}

/// The same of the queue.
export function queueCaughtUp({ told: known }, queue, seq) {
  return newer(known, seq).reduce((now, event) => changed(now, event, changesOf(event).entry), queue);
}

/// A part was read, so what was told before needs not be kept.
export function partRead(known, part, seq = 0) {
  const next = { ...known, [part]: seq };
  return { ...next, events: newer(next, Math.min(next.show, next.queue)) };
}

/// Whether nothing else comes of the event that must be seen at once: to read the parts again can wait.
export function tellsAll(event) {
  return changesOf(event) !== null && !Object.values(event.written ?? {}).some(isBlankText);
}

function noted(known, event) {
  const events = [...known.events, event];
  const gone = events.length > KEPT ? events.shift() : null;
  return { ...known, events, from: gone?.seq ?? known.from };
}

function newer({ events }, seq) {
  return seq === undefined ? events : events.filter((event) => event.seq > seq);
}

/// How a call of the show and an entry of the queue change; null if the event tells nothing by itself.
function changesOf(event) {
  switch (event.type) {
    case 'mute-set':
      return { call: () => ({ muted: event.muted }), entry: () => ({}) };
    case 'lock-set':
      return { call: () => ({ locked: event.locked }), entry: () => ({ locked: event.locked }) };
    case 'card-written':
      return onCard((card) => written(card, event));
    case 'caller-screened':
      return onCard((card) => screened(card, event.told));
    case 'screening-began':
      return onCard(() => ({ screening_status: 'asking' }));
    case 'screening-ended':
      return onCard(() => ({ screening_status: event.how }));
    default:
      return null;
  }
}

/// A card is shown twice, and in the queue its point is called `topic`.
function onCard(changes) {
  return {
    call: (call) => {
      const card = withReady(call.card ?? {}, changes);
      return { ...nameOf(card), card: { ...call.card, ...card } };
    },
    entry: ({ topic, ...entry }) => {
      const { point, ...others } = withReady({ ...entry, point: topic }, changes);
      return point === undefined ? others : { ...others, topic: point };
    },
  };
}

function nameOf({ name }) {
  return name === undefined ? {} : { name };
}

/// Whoever is ready though nobody knows what they want was cut off on the air, and need not be asked.
function withReady(card, changes) {
  const next = changes(card);
  const cutOff = card.ready === true && !isKnown(card);
  return { ...next, ready: cutOff || isKnown({ ...card, ...next }) };
}

function isKnown({ point, screening_status: status, minor, danger }) {
  return hasWords(point) && status !== 'asking' && !minor && !danger;
}

/// What both a screener and a person can fill in.
const FILLED = ['name', 'place', 'point'];

/// What a blank text becomes only the studio knows: the screener may fill it in again.
function written({ by_hand: hands = [] }, { written: fields, by }) {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'boolean' || hasWords(value)));
  return { ...known, written_by: by, by_hand: FILLED.filter((field) => hands.includes(field) || field in known) };
}

/// What a person has written the screener leaves as it is, and a flag that is raised stays so.
function screened({ by_hand: hands = [], minor, danger }, understood) {
  const words = Object.entries(understood).filter(([field, value]) => hasWords(value) && !hands.includes(field));
  return {
    ...Object.fromEntries(words),
    confidence: understood.confidence,
    minor: minor === true || understood.minor === true,
    danger: danger === true || understood.danger === true,
    written_by: null,
  };
}

function hasWords(text) {
  return typeof text === 'string' && text.trim() !== '';
}

function isBlankText(text) {
  return typeof text === 'string' && text.trim() === '';
}

/// The list itself, if nobody in it is meant.
function changed(list, event, changes) {
  if (!list.some((one) => one.call_sid === event.call_sid)) return list;
  return list.map((one) => (one.call_sid === event.call_sid ? { ...one, ...changes(one) } : one));
}
