/// What is said aloud to a host who does not look: a sentence for some events, null for the others.

import { t } from './language.js';
import { isProducer, nameOf } from './picture.js';
import { plain } from './words.js';

/// Sentences that must also stay on the screen for a while; `told` are the studio's own.
export function warning(state, event) {
  switch (event.type) {
    case 'take-failed':
      return event.why ? { told: event.why } : { text: t('said.take-failed', who(state, event)) };
    case 'caller-screened':
      return flagged(state, event);
    case 'recording-stopped':
      return { text: t('said.recording.stopped'), told: event.why };
    case 'show-stood-still':
      return { text: t('said.stood-still', event.away) };
    case 'producer-talk-ended':
      return takenAway(state, event) ? { text: t(`said.producer.over.${event.why}`, who(state, event)) } : null;
    case 'turn-ended':
      return event.problem ? { told: event.problem } : null;
    default:
      return null;
  }
}

/// @param state as it was before the event: whoever has gone still has a name there
export function announcement(state, event) {
  const one = who(state, event);
  switch (event.type) {
    case 'call-rang':
      return t('said.rang');
    case 'call-aired':
      return t('said.aired', one);
    case 'call-held':
      return stageOf(state, event) === 'on_air' ? t('said.held', one) : null;
    case 'call-dropped':
      return t('said.dropped', one);
    case 'drop-undone':
      return t('said.stays', one);
    case 'call-ended':
      return t('said.gone', one);
    case 'mute-set':
      return event.muted ? t('said.muted', one) : t('said.unmuted', one);
    case 'lock-set':
      return event.locked ? t('said.locked', one) : t('said.unlocked', one);
    case 'lines-set':
      return event.open ? t('said.lines.open') : t('said.lines.closed');
    case 'talkback-set':
      return talkback(state, event, one);
    case 'producer-talk-began':
      return isProducer(state) ? t('said.producer.talk', one) : t('said.producer.talks', one);
    case 'producer-talk-ended':
      return producersTalkOver(state, event, one);
    case 'ai-mute-set':
      return event.muted ? t('said.ai.muted') : t('said.ai.unmuted');
    case 'next-chosen':
      if (event.chosen === false) return null;
      return isOther(state, event) ? t(`said.next.${event.by}`, one) : t('said.next', one);
    case 'card-written':
      return isOther(state, event) ? t(`said.card.${event.by}`, one) : null;
    case 'note-written':
      return isOther(state, event) ? t(`said.note.${event.by}`, plain(event.text, 300)) : null;
    case 'recording-set':
      return event.on ? t('said.recording.on') : t('said.recording.off');
    case 'moment-marked':
      return t('said.marked');
    case 'program-dumped':
      return t('said.dumped');
    case 'show-closed':
      return t('said.show-closed');
    case 'follow-up-planned':
      return t('said.follow-up');
    case 'follow-up-cancelled':
      return t('said.follow-up.cancelled');
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
  return now ? t('said.producer.here') : t('said.producer.left');
}

/// That somebody has left a message; null if nobody has.
///
/// @param mail how the voicemail stands now; how it stood before is in the state
export function mailAnnounced(state, mail) {
  if (state.mail === null || mail.all <= state.mail.all) return null;
  return t('said.voicemail', mail.unheard);
}

function isOther(state, event) {
  return Boolean(event.by) && event.by !== (state.show?.seat ?? 'host');
}

function talkback(state, event, one) {
  if (isProducer(state)) return event.on ? t('said.talkback.host', one) : null;
  return event.on ? t('said.talkback', one) : t('said.talkback.over', one);
}

/// Ends of the producer's talk that others have brought about: what the producer is told, in words.
const TAKEN_AWAY = ['host', 'talkback', 'taken', 'caller_gone', 'page_gone'];
/// Those that the host has not seen otherwise.
const LEFT = ['producer', 'another_caller', 'page_gone'];

function takenAway(state, event) {
  return isProducer(state) && TAKEN_AWAY.includes(event.why);
}

function producersTalkOver(state, event, one) {
  if (isProducer(state)) {
    if (event.why === 'producer') return t('said.producer.over', one);
    return TAKEN_AWAY.includes(event.why) ? t(`said.producer.over.${event.why}`, one) : null;
  }
  return LEFT.includes(event.why) ? t('said.producer.left-caller', one) : null;
}

/// What may not wait until the last sentence has been read out.
export function alarm(state, event) {
  switch (event.type) {
    case 'leg-lost':
      return t('said.leg-lost', who(state, event));
    default:
      return null;
  }
}

function flagged(state, event) {
  if (event.told?.danger) return { text: t('said.danger', who(state, event)) };
  return event.told?.minor ? { text: t('said.minor', who(state, event)) } : null;
}

function stageOf(state, event) {
  return state.show?.calls?.find((call) => call.call_sid === sidOf(event))?.state;
}

function who(state, event) {
  return plain(nameOf(state, sidOf(event)) ?? t('said.somebody'));
}

function sidOf(event) {
  return event.call_sid ?? event.call;
}
