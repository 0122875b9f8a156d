/// What the page knows of the host's seat, and how that changes. Pure functions: each takes a state and
/// gives the next.

export const START = Object.freeze({
  /// Whether the show is run from the browser; null until the studio has said.
  offered: null,
  /// Why this page cannot sit at all, in a sentence.
  unable: null,
  /// Why it could not sit down when it last tried, in a sentence.
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

/// Whether there is a microphone to open and close.
export const hasMicrophone = ({ device }) => device === 'ready' || device === 'asleep';

/// What stands beside the lamp of the seat: `{tone, words}`.
export function sentence(state) {
  if (state.unable) return { tone: 'trouble', words: state.unable };
  if (state.failed) return { tone: 'trouble', words: state.failed };
  if (!state.wanted) {
    return state.seat === 'taken'
      ? { tone: 'off', words: 'Another page sits at the microphone.' }
      : { tone: 'trouble', words: 'Nobody sits at the microphone: callers cannot hear you.' };
  }
  if (state.link === 'lost') return { tone: 'trouble', words: 'The connection is lost; the page is coming back by itself.' };
  if (state.link !== 'live') return { tone: 'off', words: 'Sitting down…' };
  if (state.seat !== 'yours') {
    return { tone: 'trouble', words: state.detail || 'Another page sits at the microphone.' };
  }
  return TROUBLES[state.device] ?? { tone: 'fine', words: TALKING[mic(state)] ?? '' };
}

/// How the host's own recording goes, in a sentence; null where there is nothing to say.
export function localSentence({ keep, local: { kept, sent, of, trouble } }) {
  if (trouble !== null) return { tone: 'trouble', words: LOCAL_TROUBLES[trouble] ?? trouble };
  if (sent < of) {
    const part = Math.floor((100 * sent) / of);
    return { tone: 'off', words: `Your own recording is on its way to the studio: ${part} %. Keep this page open.` };
  }
  if (of > 0) return { tone: 'fine', words: 'The studio has your own recording.' };
  return keep && kept > 0 ? { tone: 'fine', words: 'Your microphone is recorded here too.' } : null;
}

const LOCAL_TROUBLES = {
  full: 'This browser has no more room: your own recording ends here. The show is recorded in the studio all the same.',
  long: 'Your own recording has four hours, and ends here. The show is recorded in the studio all the same.',
};

const trouble = (words) => ({ tone: 'trouble', words });

const TROUBLES = {
  waiting: { tone: 'off', words: 'The browser asks whether it may use the microphone.' },
  refused: trouble('The browser keeps the microphone from this page: allow it beside the address. Lines that you type still work.'),
  missing: trouble('There is no microphone. You hear the show, and lines that you type still work.'),
  busy: trouble('Another program holds the microphone. Lines that you type still work.'),
  gone: trouble('The microphone has gone. It is used again once it is back.'),
  asleep: trouble('The browser wants a click or a key before it lets this page be heard.'),
};

const TALKING = {
  open: 'Your microphone is open.',
  closed: 'Your microphone is closed.',
  coughing: 'Nobody hears you while you hold the key.',
};

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
