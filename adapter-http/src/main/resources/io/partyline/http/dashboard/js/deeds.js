/// What the host can do at the desk. Each deed is one request; its effect comes back as events.

import { post, put, read, remove, Refusal } from './api.js';
import { habitsFrom } from './habits.js';
import { keysFrom, rekeyed } from './keys.js';
import { languageOf, t } from './language.js';
import { busied, chosen, dismissed, edited, loaded, noticed, tried, trying } from './state.js';
import * as picture from './picture.js';
import { seat } from './seat/seat.js';
import { sentence } from './seat/state.js';
import { plain } from './words.js';

const NOTICE_MS = 9_000;
const KEYS_KEPT = 'partyline-keys';
const HABITS_KEPT = 'partyline-habits';

/// @param desk the store
export function deeds(desk) {
  let notices = 0;

  /// @param words a sentence of the desk's, or `{text, told}`, where `told` are the studio's own words
  function tell(words, tone = 'trouble') {
    const id = ++notices;
    const said = typeof words === 'string' ? { text: words } : words;
    desk.change((state) => noticed(state, { id, ...said, tone }));
    setTimeout(() => desk.change((state) => dismissed(state, id)), NOTICE_MS);
  }

  /// Sends a request, unless the same is on its way. Gives what the studio answered, or false.
  async function ask(path, body, send = post) {
    const deed = body ? `${path} ${JSON.stringify(body)}` : path;
    if (desk.state().busy.includes(deed)) return false;
    desk.change((state) => busied(state, deed, true));
    try {
      return await send(path, body);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      tell(failure.words);
      return false;
    } finally {
      desk.change((state) => busied(state, deed, false));
    }
  }

  /// Who comes back is no part of the show, so no event tells of it.
  async function withPeople(path, send) {
    if (!(await ask(path, undefined, send))) return;
    const { body } = await read('/api/regulars');
    desk.change((state) => loaded(state, 'regulars', body, Date.now()));
  }

  /// Past shows are no part of this one, so no event tells of them.
  async function readShows() {
    try {
      const { body } = await read('/api/shows');
      desk.change((state) => loaded(state, 'shows', body, Date.now()));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      tell(failure.words);
    }
  }

  /// What the show is run with is no part of it either.
  async function readSettings() {
    try {
      const { body } = await read('/api/settings');
      desk.change((state) => loaded(state, 'settings', body, Date.now()));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      tell(failure.words);
    }
  }

  /// Tries a part of the house. What comes of it, a no as well, is said beside that part.
  async function tryPart(part, choice) {
    desk.change((state) => trying(state, part, choice));
    const path = `/api/settings/${encodeURIComponent(part)}/try`;
    const result = await post(path, choice === undefined ? {} : { choice }).catch((failure) => {
      if (!(failure instanceof Refusal)) throw failure;
      return { state: 'refused', sentence: failure.message, ours: !failure.told };
    });
    desk.change((state) => tried(state, part, result));
    await readSettings();
  }

  const call = (verb) => (callSid, body) =>
    ask(`/api/calls/${encodeURIComponent(callSid)}/${verb}`, body);
  const inQueue = (verb) => (callSid) => ask(`/api/queue/${verb}/${encodeURIComponent(callSid)}`);

  return {
    tell,
    take: inQueue('take'),
    drop: inQueue('drop'),
    takeNext: () => ask('/api/queue/take-next'),
    next: (entry) => call('next')(entry.call_sid, { chosen: !picture.isNext(entry) }),
    undo: call('undo'),
    screen: call('screen'),
    edit,
    writeCard: async (callSid, changes, seen) => {
      const path = `/api/calls/${encodeURIComponent(callSid)}/card`;
      if (await ask(path, { ...changes, seen }, put)) edit(null);
    },
    hold: call('hold'),
    talkback: (entry) => call(entry.talkback ? 'talkback-stop' : 'talkback-start')(entry.call_sid),
    producerTalk,
    stopProducer: (entry) => call('talk-stop')(entry.call_sid),
    ban: call('ban'),
    mute: (one) => call(one.muted ? 'unmute' : 'mute')(one.call_sid),
    lock: (one) => call(one.locked ? 'unlock' : 'lock')(one.call_sid),
    hangUp: (one) =>
      picture.isAi(one)
        ? ask('/api/hangup', keyOf(one))
        : call('let-go')(one.call_sid),
    gain: (one, db) => ask(`/api/calls/${encodeURIComponent(one.call_sid)}/gain`, { db }, put),
    chain: (one, links) => ask(`/api/calls/${encodeURIComponent(one.call_sid)}/chain`, links, put),
    play: (track) => ask('/api/music/play', { track }),
    nextTrack: (track) => ask('/api/music/next', { track }),
    skip: () => ask('/api/music/skip'),
    stopMusic: () => ask('/api/music/stop'),
    musicVolume: (volume) => ask('/api/music/volume', { volume }),
    loop: (loop) => ask('/api/music/loop', { loop }),
    fire: (sound, loop) => ask('/api/sfx/play', { sound, loop }),
    stopCart: (cart) => ask('/api/sfx/stop', { cart }),
    stopCarts: () => ask('/api/sfx/stop'),
    heard: (message, heard) => ask(`/api/voicemail/${encodeURIComponent(message.id)}/heard`, { heard }),
    playMessage: (message) => ask(`/api/voicemail/${encodeURIComponent(message.id)}/play`),
    deleteMessage: (message) => ask(`/api/voicemail/${encodeURIComponent(message.id)}`, undefined, remove),
    program: (changes) => ask('/api/program', changes, put),
    dump: () => ask('/api/program/dump'),
    panic: () => ask('/api/program/panic'),
    bring: (key) => ask(`/api/call/${encodeURIComponent(key)}`),
    say: (text) => ask('/api/chat', { text }),
    announce: (text, voice) => ask('/api/tts', { text, voice }),
    respond: (one) => ask('/api/ai/respond', keyOf(one)),
    stop: (one) => ask('/api/ai/stop', keyOf(one)),
    acceptHand: (one) => ask(`/api/ai/hands/${encodeURIComponent(keyOf(one).key)}/accept`),
    cue: (one, text) => ask('/api/ai/cue', { ...keyOf(one), text }),
    eagerness: (eagerness) => ask('/api/ai/eagerness', { eagerness }),
    wrapUp: (one) => ask('/api/ai/wrap-up', keyOf(one)),
    lines: (open) => ask('/api/lines', { open }),
    aiMode: (mode) => ask('/api/session/ai-mode', { mode }),
    mood: (mood) => ask('/api/host/mood', { mood }, put),
    aiMute: (muted) => ask('/api/ai/mute', { muted }),
    autoFollowUp: (enabled) => ask('/api/session/auto-followup', { enabled }),
    followUpNow: () => ask('/api/followup/generate'),
    cancelFollowUp: () => ask('/api/followup/cancel'),
    makeRegular: (key) => withPeople(`/api/regulars/${encodeURIComponent(key)}`, put),
    forget: (one) => withPeople(`/api/regulars/${encodeURIComponent(one.id)}`, remove),
    endShow: async () => {
      const done = await ask('/api/session/end');
      if (done) desk.change((state) => ({ ...state, files: done.files ?? [] }));
    },
    startShow: (wanted) => ask('/api/session/start', wanted),
    pastShows: async (on) => {
      desk.change((state) => ({ ...state, past: on }));
      if (on) await readShows();
    },
    settings: async (on) => {
      desk.change((state) => ({ ...state, setup: on }));
      if (on) await readSettings();
    },
    readSettings,
    tryPart,
    stopTrying: () => ask('/api/settings/stop'),
    deleteShow: async (show) => {
      if (await ask(`/api/shows/${encodeURIComponent(show.show_id)}`, undefined, remove)) await readShows();
    },
    record: (recording) => ask('/api/recording', { recording }),
    note: (text) => ask('/api/notes', { text }),
    readNotes: () => ask('/api/notes/read'),
    clip: async (seconds) => {
      const done = await ask('/api/recording/clip', { seconds });
      if (done) tell(t('rec.clip.done', seconds), 'hint');
    },
    clipVisit: async (call, visit) => {
      const done = await ask(`/api/history/${encodeURIComponent(call.call_sid)}/clip`, { visit });
      if (done) tell(t('history.clip.done', plain(call.caller_name)), 'hint');
    },
    mark: (note) => ask('/api/marks', note ? { note } : {}),
    dismiss: (id) => desk.change((state) => dismissed(state, id)),
    help: (on) => desk.change((state) => ({ ...state, help: on ?? !state.help })),
    select,
    rekey: (deed, key) => keep(rekeyed(desk.state().keys, deed, key)),
    switchKeys: (on) => keep({ ...desk.state().keys, on }),
    settle: (changes) => {
      const habits = { ...desk.state().habits, ...changes };
      desk.change((state) => ({ ...state, habits }));
      localStorage.setItem(HABITS_KEPT, JSON.stringify(habits));
    },
    firstKeys: () => keep(keysFrom(null)),
  };

  /// The producer talks with a caller, or has done. Whoever does not sit at the microphone yet sits down.
  async function producerTalk(entry) {
    if (desk.state().show?.seat !== 'producer') tell(t('no.producer'), 'hint');
    else if (entry.with_producer) await call('talk-stop')(entry.call_sid);
    else if (await seat.ready()) await call('talk-start')(entry.call_sid);
    else tell(wordsOf(sentence(seat.state())));
  }

  function wordsOf({ words, told }) {
    return told ? { told: words } : words;
  }

  function edit(callSid) {
    desk.change((state) => edited(state, callSid));
  }

  /// Whom a button means; nobody named leaves it to the studio.
  function keyOf(one) {
    const key = one && picture.keyOf(desk.state(), one);
    return key === undefined ? {} : { key };
  }

  function select(callSid) {
    desk.change((state) => chosen(state, callSid));
  }

  /// Keys are a habit of this host at this computer, so they stay in the browser.
  function keep(keys) {
    desk.change((state) => ({ ...state, keys }));
    localStorage.setItem(KEYS_KEPT, JSON.stringify(keys));
  }
}

/// The keys and the habits as this browser knows them. An address with `?lang=de` asks for a language of its own.
export function kept() {
  const habits = habitsFrom(localStorage.getItem(HABITS_KEPT));
  const asked = languageOf(new URLSearchParams(location.search).get('lang'));
  return {
    keys: keysFrom(localStorage.getItem(KEYS_KEPT)),
    habits: asked ? { ...habits, language: asked } : habits,
  };
}
