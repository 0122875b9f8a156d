/// What the screen shows of the state: who is where, and who is next. Pure.

import { t } from './language.js';
import { decimal, dollars, plain } from './words.js';

const ON_CHANNEL = new Set(['on_air', 'taking', 'reconnecting']);
/// How long a drop can be undone, if the studio does not say.
const UNDO_MS = 5_000;

/// Calls that have a channel: on air, on their way there, or cut off for a moment. People come before
/// AI callers, each in the order of the channels.
export function atTheAir(state) {
  const calls = (state.show?.calls ?? []).filter((call) => ON_CHANNEL.has(call.state));
  return calls.sort((a, b) => isAi(a) - isAi(b) || (a.channel ?? 0) - (b.channel ?? 0));
}

export function isAi(call) {
  return call.kind === 'ai' || call.caller_type === 'ai';
}

export function onAir(state) {
  return atTheAir(state).filter((call) => call.state === 'on_air');
}

export function aiOnAir(state) {
  return onAir(state).filter(isAi);
}

/// The real call that the keys for hold, mute, lock and hang-up act on: the selected one, else, if
/// nobody is selected, the newest. Somebody else than the one who is selected is never meant.
export function callAtHand(state) {
  const real = onAir(state).filter((call) => !isAi(call));
  const chosen = selectedCall(state);
  if (chosen) return real.find((call) => call.call_sid === chosen) ?? null;
  return [...real].sort((a, b) => Date.parse(b.since) - Date.parse(a.since))[0] ?? null;
}

/// The AI call that was selected.
export function aiAtHand(state) {
  return aiOnAir(state).find((call) => call.call_sid === state.selected) ?? null;
}

/// Who is selected and still there.
function selectedCall(state) {
  const there = [...state.queue, ...atTheAir(state)].some((one) => one.call_sid === state.selected);
  return there ? state.selected : null;
}

/// Why a key for callers on the air acts on nobody.
export function nobodyAtHand(state) {
  const row = selectedRow(state);
  if (row) return t('no.caller.waits', plain(row.name));
  const ai = aiAtHand(state);
  if (ai) return t('no.caller.ai', plain(ai.name));
  return t('no.caller');
}

/// What is said to whoever drops or takes somebody who is on the way out.
export function leavingAlready(entry) {
  return t('no.leaving', plain(entry.name));
}

/// Why a caller cannot be taken off the air from this desk; null if they can.
export function keptOnAir(call) {
  return call.locked ? t('no.locked', plain(call.name)) : null;
}

export function isNext(entry) {
  return entry.next === true || entry.state === 'next';
}

export function isReady(entry) {
  return entry.ready === true || entry.state === 'ready';
}

/// What a human has to look at, in words; nothing for most callers.
export function flags(entry) {
  return [entry.danger && t('queue.danger'), entry.minor && t('queue.minor')].filter(Boolean);
}

/// What was changed on a card, by field; what was left as it was is not sent, so that it stays the
/// screener's.
export function changesOf(before, after) {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field] !== value));
}

/// What stood in the fields that are changed, so that the studio can tell whether it still does.
export function seenOf(before, changes) {
  return Object.fromEntries(Object.keys(changes).map((field) => [field, before[field]]));
}

/// The state of a queue entry as the desk shows it.
export function standing(entry) {
  if (['ringing', 'screening', 'reconnecting', 'leaving', 'taking'].includes(entry.state)) {
    return entry.state;
  }
  if (isNext(entry)) return 'next';
  if (entry.screening_status === 'asking') return 'asked';
  return isReady(entry) ? 'ready' : 'held';
}

/// Whether this page is the producer's: by its password, or because it was asked for.
export function isProducer(state) {
  return state.show?.seat === 'producer' || state.asProducer;
}

/// The name of the caller with whom the producer talks, or null.
export function talkedWith(state) {
  const entry = state.queue.find((one) => one.with_producer);
  return entry ? plain(entry.name) : null;
}

/// Whether there is a producer's seat, and whether somebody sits there.
export function producersSeat(state) {
  const here = (state.seats?.producer ?? 0) > 0;
  const known = state.health.some((part) => part.part === 'producer');
  return { here, offered: here || known || (state.show?.notes ?? []).length > 0 };
}

/// What the producer has written and the host has not put away.
export function unreadNotes(state) {
  return (state.show?.notes ?? []).filter((note) => note.by === 'producer' && !note.read);
}

/// Who is taken next and why, by the studio's own rule: the designated caller, else the longest ready,
/// else the first in the queue, which stands in its order. Null if nobody waits.
export function nextUp(state) {
  const free = state.queue.filter((entry) => ['next', 'ready', 'held', 'asked'].includes(standing(entry)));
  const pick = (rule, why) => {
    const entry = free.find(rule);
    return entry && { entry, why };
  };
  return (
    pick(isNext, t('queue.up.chosen')) ??
    pick(isReady, t('queue.up.ready')) ??
    pick(() => true, t('queue.up.first')) ??
    null
  );
}

/// Real callers who are being greeted and are not in the queue yet.
export function arriving(state) {
  const queued = new Set(state.queue.map((entry) => entry.call_sid));
  const ringing = (state.show?.calls ?? []).filter((call) => call.state === 'ringing');
  return ringing.filter((call) => !isAi(call) && !queued.has(call.call_sid));
}

/// The row that a digit selects.
export function rowAt(state, digit) {
  return state.queue[digit - 1] ?? null;
}

export function selectedRow(state) {
  return state.queue.find((entry) => entry.call_sid === state.selected) ?? null;
}

/// Whom an arrow selects: the row above or below, from nowhere the last or the first.
export function rowBeside(state, by) {
  const rows = state.queue.map((entry) => entry.call_sid);
  const at = rows.indexOf(state.selected);
  const from = at < 0 && by < 0 ? rows.length : at;
  return rows[Math.min(rows.length - 1, Math.max(0, from + by))] ?? null;
}

/// Who was dropped last and can still be had back.
export function undoable(state) {
  const leaving = state.queue.filter((entry) => entry.state === 'leaving');
  return leaving.sort((a, b) => b.leavingSince - a.leavingSince)[0] ?? null;
}

/// When a dropped caller is gone for good, in milliseconds of this computer's clock.
export function goneAt(state, entry) {
  const told = Date.parse(entry.undo_until ?? '') - state.skewMs;
  return Number.isNaN(told) ? entry.leavingSince + UNDO_MS : told;
}

/// The name of the call that a call id stands for, wherever it is.
export function nameOf(state, callSid) {
  const call =
    state.show?.calls?.find((other) => other.call_sid === callSid) ??
    state.history.find((other) => other.call_sid === callSid);
  return call?.name ?? call?.caller_name ?? null;
}

/// The persona's key of an AI call, which is what hanging up asks for.
export function keyOf(state, call) {
  return call.key ?? state.callers.find((one) => one.on_show && one.name === call.name)?.key;
}

/// The follow-up that is on its way, or null.
export function followUp(state) {
  const pending = state.show?.pending_followup;
  if (!pending) return null;
  const choice = pending.choice ?? pending;
  return {
    who: choice.caller?.name ?? choice.name ?? choice.caller_name ?? null,
    why: choice.why ?? null,
    about: pending.based_on_name ?? nameOf(state, pending.based_on),
    dueAt: Date.parse(pending.due ?? '') - state.skewMs,
    offered: pending.offered === true,
  };
}

/// Whether the show is being recorded, and if not why, as far as the studio says.
export function recordingOf(state) {
  const told = state.show?.recording ?? state.recording?.recording;
  const on = typeof told === 'object' && told !== null ? told.recording === true : told === true;
  const why = told?.problem ?? state.show?.recording_problem ?? state.recording?.problem ?? null;
  return {
    on,
    why,
    stems: state.recording?.stems?.length ?? null,
    hoursLeft: state.recording?.disk_hours_left ?? null,
  };
}

/// What must not be overlooked, the worst first: `{text, more, told, tone, act, deed}`, where `told` are the
/// studio's own words.
export function banners(state) {
  const { show } = state;
  if (!show || show.ended_at) return [];
  const { on, why } = recordingOf(state);
  const { tone, problem } = programOf(state) ?? {};
  return [
    tone === 'trouble' && { tone: 'trouble', text: t('banner.unheard'), ...(problem ? { told: problem } : { more: t('banner.unheard.more') }) },
    !on && why && { tone: 'trouble', text: t('rec.stopped'), told: why },
    !on &&
      !why && {
        tone: 'trouble',
        text: t('rec.paused'),
        more: t('rec.paused.more'),
        act: t('rec.go-on'),
        deed: (doing) => doing.record(true),
      },
    show.lines_open === false && {
      tone: 'plain',
      text: t('banner.lines'),
      more: t('banner.lines.more'),
      act: t('banner.lines.open'),
      deed: (doing) => doing.lines(true),
    },
  ].filter(Boolean);
}

/// What the AI callers have cost and how fast they are, in words; empty while there is nothing to tell.
export function aiFacts({ spend, latency }) {
  const costs = spend && (Number(spend.dollars) > 0 || spend.cap !== null);
  const cap = spend?.cap ?? null;
  return [
    costs && (cap === null ? t('cast.spent', dollars(spend.dollars)) : t('cast.spent.of', dollars(spend.dollars), dollars(cap))),
    spend?.exhausted ? t('cast.cap') : spend?.warned && t('cast.cap.close'),
    latency?.last && t('cast.latency', decimal(latency.last.on_air_ms / 1000, 1)),
  ].filter(Boolean);
}

/// Whether there is anything to play.
export function hasSounds({ music, sfx }) {
  const some = (list) => (list?.length ?? 0) > 0;
  return some(music?.tracks) || some(sfx?.sounds) || Boolean(music?.folder_problem ?? sfx?.folder_problem);
}

/// Whether callers may leave a message, or have left any.
export function hasVoicemail({ mail }) {
  return mail !== null && (mail.on || mail.all > 0);
}

/// The carts as which a message sounds on the air.
export function cartsOf({ sfx }, message) {
  return (sfx?.playing ?? []).filter((cart) => cart.sound === message.id);
}

/// What plays now, or null.
export function nowPlaying({ music }) {
  return music?.playing?.title ?? null;
}

const STREAM_STATES = ['filling', 'draining', 'jingle', 'ending'];

/// The program on its way to listeners, in words; null where no stream is set up.
export function programOf({ program }) {
  if (!program?.url) return null;
  const on = program.stream === 'on';
  const trouble = on && (program.connected === false || Boolean(program.problem));
  const { delay_s: late, delay_target_s: target } = program;
  const listeners = program.listeners ?? null;
  const lost = Math.round(program.lost_s ?? 0);
  return {
    on,
    tone: trouble ? 'trouble' : on ? 'on' : 'off',
    words: trouble ? t('program.lost') : on ? t('program.on') : program.connected && program.state === 'ending' ? t('program.ends') : t('program.off'),
    aside: trouble ? lost > 0 && t('program.unheard', lost) : on && listeners !== null && t('program.listening', listeners),
    delay: [t('program.late', decimal(late, 1)), STREAM_STATES.includes(program.state) && t(`program.is.${program.state}`)].filter(Boolean).join(', '),
    filled: target > 0 ? Math.min(1, late / target) : 0,
    target,
    dump: `${program.dump_s ?? 3} s`,
    safe: program.safe === true,
    problem: program.problem ?? null,
  };
}
