/// What is said aloud to a host who does not look: a sentence for some events, null for the others.

import { isProducer, nameOf } from './picture.js';
import { plain } from './words.js';

/// Sentences that must also stay on the screen for a while.
export function warning(state, event) {
  switch (event.type) {
    case 'take-failed':
      return event.why || `${who(state, event)} could not be put on the air.`;
    case 'caller-screened':
      return flagged(state, event);
    case 'recording-stopped':
      return `Recording has stopped. ${event.why ?? ''}`.trim();
    case 'show-stood-still':
      return `The program stood still for ${event.away} seconds. Callers who were cut off are being brought back.`;
    case 'turn-ended':
      return event.problem || null;
    default:
      return null;
  }
}

/// @param state as it was before the event: whoever has gone still has a name there
export function announcement(state, event) {
  const one = who(state, event);
  switch (event.type) {
    case 'call-rang':
      return 'A caller is ringing.';
    case 'call-aired':
      return `${one} is on the air.`;
    case 'call-held':
      return stageOf(state, event) === 'on_air' ? `${one} is on hold.` : null;
    case 'call-dropped':
      return `${one} is leaving. It can be undone for five seconds.`;
    case 'drop-undone':
      return `${one} stays.`;
    case 'call-ended':
      return `${one} has gone.`;
    case 'mute-set':
      return event.muted ? `${one} is muted.` : `${one} is heard again.`;
    case 'lock-set':
      return event.locked ? `${one} is locked.` : `${one} is unlocked.`;
    case 'lines-set':
      return event.open ? 'The lines are open.' : 'The lines are closed.';
    case 'talkback-set':
      return talkback(state, event, one);
    case 'ai-mute-set':
      return event.muted ? 'AI callers are muted.' : 'AI callers may speak again.';
    case 'next-chosen':
      return event.chosen === false ? null : `${one} is next${byOther(state, event)}.`;
    case 'card-written':
      return isOther(state, event) ? `The ${event.by} has written onto the card of ${one}.` : null;
    case 'note-written':
      return isOther(state, event) ? `Note of the ${event.by}: ${plain(event.text, 300)}` : null;
    case 'recording-set':
      return event.on ? 'The recording goes on.' : 'The recording is paused.';
    case 'moment-marked':
      return 'Marked.';
    case 'program-dumped':
      return 'Dumped: the newest part of the program was taken back.';
    case 'show-closed':
      return 'The show has ended.';
    case 'follow-up-planned':
      return 'A follow-up is on its way.';
    case 'follow-up-cancelled':
      return 'The follow-up is cancelled.';
    default:
      return null;
  }
}

/// Who came to the producer's seat, or has left it; null while nobody has.
///
/// @param seats as the studio tells it now; what was told before is in the state
export function seatsAnnounced(state, seats) {
  const [before, now] = [(state.seats?.producer ?? 0) > 0, seats.producer > 0];
  if (isProducer(state) || before === now) return null;
  return now ? 'The producer is here.' : 'The producer has left.';
}

function isOther(state, event) {
  return Boolean(event.by) && event.by !== (state.show?.seat ?? 'host');
}

function byOther(state, event) {
  return isOther(state, event) ? `, chosen by the ${event.by}` : '';
}

function talkback(state, event, one) {
  if (isProducer(state)) return event.on ? `The host talks to ${one} alone.` : null;
  return event.on ? `You talk to ${one} alone.` : `${one} does not hear you any more.`;
}

/// What may not wait until the last sentence has been read out.
export function alarm(state, event) {
  switch (event.type) {
    case 'leg-lost':
      return `The connection to ${who(state, event)} broke.`;
    default:
      return null;
  }
}

function flagged(state, event) {
  if (event.told?.danger) return `${who(state, event)} needs a human now: somebody may be in danger.`;
  return event.told?.minor ? `${who(state, event)} needs a human now: they may be a child.` : null;
}

function stageOf(state, event) {
  return state.show?.calls?.find((call) => call.call_sid === sidOf(event))?.state;
}

function who(state, event) {
  return plain(nameOf(state, sidOf(event)) ?? 'The caller');
}

function sidOf(event) {
  return event.call_sid ?? event.call;
}
