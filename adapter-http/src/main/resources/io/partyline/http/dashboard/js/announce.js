/// What is said aloud to a host who does not look: a sentence for some events, null for the others.

import { nameOf } from './picture.js';

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

export function announcement(state, event) {
  switch (event.type) {
    case 'call-rang':
      return 'A caller is ringing.';
    case 'call-aired':
      return `${who(state, event)} is on the air.`;
    case 'call-ended':
      return `${who(state, event)} has gone.`;
    case 'leg-lost':
      return `The connection to ${who(state, event)} broke.`;
    case 'next-chosen':
      return event.chosen === false ? null : `${who(state, event)} is next.`;
    case 'follow-up-planned':
      return 'A follow-up is on its way.';
    default:
      return null;
  }
}

function flagged(state, event) {
  if (event.told?.danger) return `${who(state, event)} needs a human now: somebody may be in danger.`;
  return event.told?.minor ? `${who(state, event)} needs a human now: they may be a child.` : null;
}

function who(state, event) {
  return nameOf(state, event.call_sid ?? event.call) ?? 'The caller';
}
