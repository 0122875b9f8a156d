/// The live feed: every event of the show as it happens, and the levels ten times a second.
///
/// A browser hands an event only to listeners for its name, so the names must be known beforehand: the
/// studio lists them, and the list below serves if it does not.

const KNOWN_TYPES = [
  'restart',
  'show-opened', 'show-resumed', 'show-stood-still', 'show-closed', 'lines-set', 'ban-set',
  'recording-stopped', 'recording-set', 'moment-marked', 'note-written', 'notes-read', 'spent',
  'call-rang', 'call-turned-away', 'call-found', 'caller-recognised', 'leg-opened', 'leg-lost', 'call-held', 'next-chosen',
  'ai-call-placed', 'call-taken', 'call-aired', 'take-failed', 'mute-set', 'lock-set', 'talkback-set',
  'producer-talk-began', 'producer-talk-ended',
  'wrap-up-asked', 'call-dropped', 'drop-undone', 'caller-banned', 'call-ended', 'channel-freed',
  'summary-written', 'utterance-spoken', 'turn-queued', 'turn-granted', 'reply-written',
  'turn-stopped', 'turn-ended', 'ai-mode-set', 'host-mood-set', 'ai-mute-set', 'auto-follow-up-set',
  'trim-set', 'links-set', 'speaker-noticed', 'loudness-measured', 'track-began', 'track-ended', 'cart-fired',
  'cart-ended', 'music-set', 'shelf-changed', 'program-dumped',
  'follow-up-planned', 'follow-up-chosen', 'follow-up-offered', 'follow-up-cancelled',
];
const AGAIN_MS = [500, 1_000, 2_000, 5_000];
/// More than a heartbeat: silence for so long means that the line may be dead.
const SILENCE_MS = 20_000;

/// @param heard  `opened()`, `lost()`, `event(event)`, `levels(body)`, `program(body)`,
///   `seats(body)`, `mail(body)`, `trial(body)`, `silent()`
/// An event's number counts in its own show, so a place is a number and a show: `41@show-…`. The browser
/// keeps it by itself and comes back with it; from a show that is over the studio sends `restart`.
///
/// @param since  gives the place behind which the feed is to begin
export function feed(heard, since) {
  let source = null;
  let types = KNOWN_TYPES;
  let failures = 0;
  let silence = 0;

  function open() {
    source?.close();
    source = new EventSource(`/api/events?since=${encodeURIComponent(since())}`);
    source.onopen = () => {
      failures = 0;
      alive();
      heard.opened();
    };
    source.onerror = failed;
    source.onmessage = arrived;
    for (const type of types) source.addEventListener(type, arrived);
    source.addEventListener('heartbeat', alive);
    source.addEventListener('program', (message) => {
      alive();
      heard.program(JSON.parse(message.data));
    });
    source.addEventListener('seats', (message) => {
      alive();
      heard.seats(JSON.parse(message.data));
    });
    source.addEventListener('voicemail', (message) => {
      alive();
      heard.mail(JSON.parse(message.data));
    });
    source.addEventListener('trial', (message) => {
      alive();
      heard.trial(JSON.parse(message.data));
    });
    source.addEventListener('meters', (message) => {
      alive();
      heard.levels(JSON.parse(message.data));
    });
  }

  /// The browser tries again by itself, unless the answer was an error.
  function failed() {
    heard.lost();
    if (source.readyState !== EventSource.CLOSED) return;
    const pause = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)];
    failures += 1;
    setTimeout(open, pause);
  }

  function arrived(message) {
    alive();
    const body = JSON.parse(message.data);
    heard.event({ ...body, type: message.type === 'message' ? body.type : message.type });
  }

  function alive() {
    clearTimeout(silence);
    silence = setTimeout(() => {
      alive();
      heard.silent();
    }, SILENCE_MS);
  }

  /// Listens for these names too; known ones change nothing.
  function listenFor(names) {
    const added = names.filter((name) => !types.includes(name));
    types = [...types, ...added];
    if (source) for (const name of added) source.addEventListener(name, arrived);
  }

  return { open, listenFor };
}
