/// What an event tells of a caller by itself. It is shown at once: to read the parts of the show again
/// takes a while, and comes after it.

/// The state with what the event tells in it.
export function told(state, event) {
  const changes = changesOf(event);
  if (changes === null || state.show === null) return state;
  const { call, entry } = changes;
  return {
    ...state,
    show: { ...state.show, seq: event.seq, calls: changed(state.show.calls ?? [], event.call_sid, call) },
    queue: changed(state.queue, event.call_sid, entry),
    queueSeq: event.seq,
  };
}

/// Whether nothing else comes of the event that must be seen at once: to read the parts again can wait.
export function tellsAll(event) {
  const blank = (value) => typeof value === 'string' && value.trim() === '';
  return changesOf(event) !== null && !Object.values(event.written ?? {}).some(blank);
}

/// How a call of the show and an entry of the queue change; null if the event tells nothing by itself.
function changesOf(event) {
  switch (event.type) {
    case 'mute-set':
      return { call: () => ({ muted: event.muted }), entry: () => ({}) };
    case 'lock-set':
      return { call: () => ({ locked: event.locked }), entry: () => ({ locked: event.locked }) };
    case 'card-written':
      return written(event);
    default:
      return null;
  }
}

/// What a blank text becomes only the studio knows: the screener may fill it in again.
function written({ written: fields, by }) {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value === true || value === false || value?.trim?.()));
  const { name, point, ...others } = known;
  const named = name === undefined ? {} : { name };
  return {
    call: (call) => ({ ...named, card: { ...call.card, ...known, written_by: by } }),
    entry: () => ({ ...named, ...others, ...(point === undefined ? {} : { topic: point }), written_by: by }),
  };
}

function changed(list, callSid, changes) {
  return list.map((one) => (one.call_sid === callSid ? { ...one, ...changes(one) } : one));
}
