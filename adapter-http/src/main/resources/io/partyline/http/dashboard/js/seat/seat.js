/// The host's seat in this page, or the producer's: sits down, comes back, and does what the panel and the keys ask for.

import { put, read } from '../api.js';
import { alone, isHeld } from '../local/holds.js';
import { Sender } from '../local/sender.js';
import { openVault } from '../local/vault.js';
import { store } from '../store.js';
import { devices } from './microphone.js';
import { openSound } from './sound.js';
import {
  START, asked, audible, canBeHeard, chosenOf, kept, linked, mic, restored, told,
} from './state.js';

const PATH = '/api/studio/audio';
const MEMORY = 'partyline.seat';
const TAB = 'partyline.tab';
const SITTING = 'partyline.sitting';
/// How often the studio is asked for the seat while this page does not sit there.
const LOOK_MS = 10_000;

const levels = { microphone: new Set(), headphones: new Set() };

export const seat = makeSeat();

function makeSeat() {
  const here = store(restored(START, remembered()));
  let sound = null;

  const apply = (change) => {
    const before = here.state();
    here.change(change);
    const now = here.state();
    if (JSON.stringify(kept(before)) !== JSON.stringify(kept(now))) remember(now);
    if (audible(before) !== audible(now)) sound?.open(audible(now));
    if (mic(before) !== mic(now) || before.device !== now.device) tell();
  };

  const listener = {
    link: (link) => apply((state) => linked(state, link)),
    told: (message) => apply((state) => told(state, message)),
    local({ ended, ...told }) {
      apply((state) => ({ ...state, local: { ...state.local, sent: 0, of: 0, trouble: null, ...told } }));
      if (ended) sendLocal();
    },
    level: (level) => levels.microphone.forEach((each) => each(level)),
    heard: (level) => levels.headphones.forEach((each) => each(level)),
    monitor: (monitor) => apply((state) => ({ ...state, monitor })),
    lost: () => apply((state) => ({ ...state, device: 'gone' })),
    woke: (awake) => woke(awake),
  };

  async function sitDown({ take = false } = {}) {
    if (sound !== null) {
      sound.sit(take);
      return;
    }
    if (here.state().wanted || unable()) return;
    apply((state) => ({ ...state, wanted: true, failed: null, link: 'connecting', device: 'waiting' }));
    sessionStorage.setItem(SITTING, 'yes');
    const made = await openSound({ url: address(), tab: tab(), take }, records(here.state()), listener).catch(() => null);
    if (made === null) {
      await leave();
      apply((state) => ({ ...state, failed: 'soundless' }));
    } else if (here.state().wanted) {
      await begin(made);
    } else {
      await made.close();
    }
  }

  async function begin(made) {
    sound = made;
    sound.open(audible(here.state()));
    apply((state) => ({ ...state, canChooseHeadphones: made.canChooseHeadphones() }));
    await plugIn();
    await listDevices();
    const { headphones, chosen } = here.state();
    await made.headphones(chosenOf(headphones, chosen.headphones)?.id ?? null);
    tell();
    if (sound === made && !made.isAwake()) made.wake();
  }

  /// A microphone takes the place of the one before.
  async function plugIn() {
    const { chosen, microphones, processing } = here.state();
    const choice = chosenOf(microphones, chosen.microphone)?.id ?? chosen.microphone?.id ?? null;
    const device = await sound?.microphone(choice, processing);
    if (device === null || device === undefined) return;
    apply((state) => ({ ...state, device: device === 'ready' && !sound.isAwake() ? 'asleep' : device }));
    tell();
  }

  async function listDevices() {
    const there = await devices();
    apply((state) => ({ ...state, ...there }));
  }

  /// The browser may keep the page asleep until somebody touches it.
  function woke(awake) {
    apply((state) => {
      if (awake) return state.device === 'asleep' ? { ...state, device: 'ready' } : state;
      return state.device === 'ready' ? { ...state, device: 'asleep' } : state;
    });
  }

  async function leave() {
    const old = sound;
    sound = null;
    sessionStorage.removeItem(SITTING);
    apply((state) => ({
      ...state, wanted: false, held: false, link: 'off', seat: 'free', device: 'waiting', sound: null, monitor: null,
    }));
    await old?.close();
  }

  function tell() {
    const state = here.state();
    if (!state.wanted) return;
    const headphones = chosenOf(state.headphones, state.chosen.headphones)?.label;
    sound?.say({
      type: 'tell',
      mic: mic(state),
      ...(sound.label() && { microphone: sound.label() }),
      ...(headphones && { headphones }),
    });
  }

  async function choose(kind, id) {
    const { microphones, headphones } = here.state();
    const list = kind === 'microphone' ? microphones : headphones;
    const device = list.find((each) => each.id === id) ?? null;
    apply((state) => ({ ...state, chosen: { ...state.chosen, [kind]: device } }));
    if (kind === 'microphone') await plugIn();
    else await sound?.headphones(device?.id ?? null);
    tell();
  }

  async function process(name, on) {
    apply((state) => ({ ...state, processing: { ...state.processing, [name]: on } }));
    await plugIn();
  }

  /// Records the microphone here, or does not.
  function keep(on) {
    apply((state) => ({ ...state, keep: on }));
    sound?.keep(on);
  }

  /// Sends the studio what was recorded here, when there is something and it has the time.
  async function sendLocal() {
    const told = (change) => apply((state) => ({ ...state, local: { ...state.local, ...change } }));
    try {
      const vault = await openVault();
      await alone(() => new Sender({ vault, isHeld, put, tell: told }).send());
    } catch (failure) {
      told({ trouble: failure.unreachable ? 'unreachable' : failure.message });
    }
  }

  /// Something was plugged in or pulled out.
  async function devicesChanged() {
    await listDevices();
    if (sound === null) return;
    const { device } = here.state();
    if (device === 'gone' || device === 'missing') await plugIn();
    const { headphones, chosen } = here.state();
    await sound?.headphones(chosenOf(headphones, chosen.headphones)?.id ?? null);
  }

  async function look() {
    if (here.state().wanted) return;
    const found = await read(PATH).catch(() => null);
    if (found !== null) apply((state) => asked(state, found.body));
  }

  function unable() {
    const can = globalThis.isSecureContext && navigator.mediaDevices && globalThis.AudioWorkletNode;
    apply((state) => ({ ...state, unable: can ? null : 'insecure' }));
    return !can;
  }

  /// Sits down if this page does not sit yet, and waits until it is known whether it can be heard.
  ///
  /// @return whether it can
  async function ready() {
    await sitDown();
    return new Promise((resolve) => {
      const settle = () => {
        const known = canBeHeard(here.state());
        if (known === null) return;
        stop();
        resolve(known);
      };
      const stop = here.listen(settle);
      settle();
    });
  }

  /// Looks whether there is a seat for this page, and sits down again where this tab sat before it was
  /// loaded again.
  ///
  /// @param as whose page it is: `host` or `producer`
  async function start(as) {
    apply((state) => ({ ...state, as }));
    unable();
    await look();
    setInterval(look, LOOK_MS);
    if (as === 'host' && indexedDB && navigator.locks) {
      sendLocal();
      setInterval(sendLocal, LOOK_MS);
    }
    navigator.mediaDevices?.addEventListener('devicechange', devicesChanged);
    const touched = () => here.state().wanted && sound !== null && !sound.isAwake() && sound.wake();
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', touched);
    if (here.state().offered && sessionStorage.getItem(SITTING) === 'yes') await sitDown();
  }

  return {
    state: here.state,
    listen: here.listen,
    start,
    sitDown,
    ready,
    leave,
    choose,
    process,
    keep,
    /// Asks the browser for the microphone once more.
    again: plugIn,
    open: (on) => apply((state) => ({ ...state, open: on })),
    mode: (mode) => apply((state) => ({ ...state, mode, held: false })),
    /// The key, or the button, that is held to cough or to talk.
    hold: (on) => apply((state) => (state.held === on ? state : { ...state, held: on })),
    /// Calls `each` with every level of `microphone` or `headphones` until the returned function is called.
    levels(of, each) {
      levels[of].add(each);
      return () => levels[of].delete(each);
    },
  };
}

/// Whether this page keeps what the microphone gives: a producer is not in the show.
function records({ as, keep }) {
  return as === 'host' && keep;
}

function address() {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${PATH}`;
}

/// By which the studio knows this tab again.
function tab() {
  const known = sessionStorage.getItem(TAB);
  if (known) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(TAB, made);
  return made;
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(MEMORY) ?? 'null');
  } catch {
    return null;
  }
}

function remember(state) {
  localStorage.setItem(MEMORY, JSON.stringify(kept(state)));
}
