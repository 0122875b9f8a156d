/// What the page knows of the host's seat, and how that changes. Pure functions: each takes a state and
/// gives the next.

import { t } from '../language.js';

export const START = Object.freeze({
  /// Whose seat it is: `host` or `producer`.
  as: 'host',
  /// Whether the show is run from the browser; null until the studio has said.
  offered: null,
  /// Why this page cannot sit at all: `insecure`.
  unable: null,
  /// Why it could not sit down when it last tried: `soundless`.
  failed: null,
  /// This page wants the seat: from sitting down to leaving, whatever the connection does.
  wanted: false,
  link: 'off',
  seat: 'free',
  detail: '',
  /// How the microphone itself is: `waiting`, `ready`, `refused`, `missing`, `busy`, `gone`, `asleep`.
  device: 'waiting',
  mode: 'open',
  open: true,
  held: false,
  microphones: [],
  headphones: [],
  chosen: { microphone: null, headphones: null },
  canChooseHeadphones: false,
  processing: { echoCancellation: true, noiseSuppression: false, autoGainControl: false },
  /// Whether this browser keeps what the microphone gives, and sends it after the show.
  keep: false,
  /// How that goes: `kept`, slices of this stretch; `sent` and `of`, blocks that the studio has; `trouble`.
  local: { kept: 0, sent: 0, of: 0, trouble: null },
  sound: null,
  monitor: null,
});

/// What is kept from one load of the page to the next.
export function kept({ mode, open, chosen, processing, keep }) {
  return { mode, open, chosen, processing, keep };
}

export function restored(state, memory) {
  if (memory === null || typeof memory !== 'object') return state;
  return {
    ...state,
    mode: memory.mode === 'push' ? 'push' : 'open',
    open: memory.open !== false,
    keep: memory.keep ?? state.keep,
    chosen: { ...state.chosen, ...memory.chosen },
    processing: { ...state.processing, ...memory.processing },
  };
}

/// What the studio says of the seat when it is asked, while this page does not sit there.
export function asked(state, { offered, taken }) {
  return state.wanted ? { ...state, offered } : { ...state, offered, seat: taken ? 'taken' : 'free' };
}

/// A message of the studio.
export function told(state, message) {
  switch (message.type) {
    case 'seat':
      return { ...state, seat: message.state, detail: message.detail };
    case 'sound':
      return { ...state, sound: message };
    default:
      return state;
  }
}

export function linked(state, link) {
  return { ...state, link };
}

/// Whether the host is heard at this moment, as far as they want it: while a cough key is held nobody hears
/// them, and with push to talk only as long as it is held.
export function audible({ mode, open, held }) {
  return mode === 'push' ? held : open && !held;
}

/// How the microphone is, in the studio's words.
export function mic(state) {
  if (state.device !== 'ready') return state.device;
  if (state.mode === 'open' && state.open && state.held) return 'coughing';
  return audible(state) ? 'open' : 'closed';
}

export const isSeated = (state) => state.wanted && state.seat === 'yours' && state.link === 'live';

/// Whether it is known if this page can be heard: true or false, or null while it sits down.
export function canBeHeard(state) {
  if (!state.wanted || state.link === 'lost' || (state.link === 'live' && state.seat === 'taken')) return false;
  if (TROUBLES.includes(state.device)) return false;
  return isSeated(state) && state.device === 'ready' ? true : null;
}

/// Whether there is a microphone to open and close.
export const hasMicrophone = ({ device }) => device === 'ready' || device === 'asleep';

/// What stands beside the lamp of the seat: `{tone, words}`; `told` says that they are the studio's own.
export function sentence(state) {
  const trouble = (what) => troubleOf(state.as, what);
  if (state.unable) return trouble(state.unable);
  if (state.failed) return trouble(state.failed);
  if (!state.wanted) {
    return state.seat === 'taken' ? { tone: 'off', words: t('seat.is.taken') } : trouble('empty');
  }
  if (state.link === 'lost') return trouble('lost');
  if (state.link !== 'live') return { tone: 'off', words: t('seat.is.connecting') };
  if (state.seat !== 'yours') {
    return state.detail ? { tone: 'trouble', words: state.detail, told: true } : trouble('taken');
  }
  if (state.device === 'waiting') return { tone: 'off', words: t('seat.is.waiting') };
  if (TROUBLES.includes(state.device)) return trouble(state.device);
  const how = mic(state);
  return { tone: 'fine', words: state.as === 'producer' && how === 'open' ? t('seat.producer.open') : t(`seat.is.${how}`) };
}

/// How the host's own recording goes, as [sentence] has it; null where there is nothing to say.
export function localSentence({ keep, local: { kept, sent, of, trouble } }) {
  if (LOCAL_TROUBLES.includes(trouble)) return { tone: 'trouble', words: t(`seat.local.${trouble}`) };
  if (trouble !== null) return { tone: 'trouble', words: trouble, told: true };
  if (sent < of) {
    const part = Math.floor((100 * sent) / of);
    return { tone: 'off', words: t('seat.local.sending', part) };
  }
  if (of > 0) return { tone: 'fine', words: t('seat.local.sent') };
  return keep && kept > 0 ? { tone: 'fine', words: t('seat.local.kept') } : null;
}

const LOCAL_TROUBLES = ['full', 'long', 'unreachable'];
const TROUBLES = ['refused', 'missing', 'busy', 'gone', 'asleep'];

/// What is otherwise for a producer, who is not in the show.
const OF_PRODUCERS = ['empty', 'refused', 'missing', 'busy'];

function troubleOf(as, what) {
  if (as !== 'producer' || !OF_PRODUCERS.includes(what)) return { tone: 'trouble', words: t(`seat.is.${what}`) };
  return { tone: what === 'empty' ? 'off' : 'trouble', words: t(`seat.producer.${what}`) };
}

/// Of the devices there are, the one that was chosen: by its id, else by its name. Ids change when a
/// browser forgets a page.
export function chosenOf(devices, choice) {
  if (!choice) return null;
  return (
    devices.find((device) => device.id === choice.id)
    ?? devices.find((device) => device.label !== '' && device.label === choice.label)
    ?? null
  );
}
