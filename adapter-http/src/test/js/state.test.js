import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as state from '../../main/resources/io/partyline/http/dashboard/js/state.js';

const { START, EVERYTHING } = state;
const spoken = (seq, at, text = `line ${seq}`) => ({
  type: 'utterance-spoken',
  seq,
  speaker: { role: 'real_caller:Dave', name: 'Dave', call_sid: 'CA1' },
  text,
  at_sample: at * 48,
});
const line = (seq, at) => ({ seq, role: 'host', name: 'Host', content: `line ${seq}`, at_ms: at });
const after = (...events) => events.reduce(state.happened, START);
const seqs = ({ conversation }) => conversation.map((one) => one.seq);

/// Reproducible chance: the generator of Park and Miller.
function chance(seed) {
  let last = seed;
  return (below) => (last = (last * 48271) % 2147483647) % below;
}

test('an utterance becomes a line with its speaker and its time in the show', () => {
  assert.deepEqual(after(spoken(7, 1500, 'Hello.')).conversation, [
    { seq: 7, role: 'real_caller:Dave', name: 'Dave', content: 'Hello.', at_ms: 1500, call_sid: 'CA1' },
  ]);
});

test('an utterance that arrives twice is one line', () => {
  assert.deepEqual(seqs(after(spoken(1, 0), spoken(1, 0))), [1]);
});

test('late text is put at the time at which it was said', () => {
  assert.deepEqual(seqs(after(spoken(1, 1000), spoken(2, 3000), spoken(3, 2000))), [1, 3, 2]);
});

test('a reading of the conversation keeps lines that were heard while it was on its way', () => {
  const heard = after(spoken(9, 9000));
  const read = state.loaded(heard, 'conversation', { conversation: [line(1, 0), line(2, 10)] }, 0);
  assert.deepEqual(seqs(read), [1, 2, 9]);
});

test('lines arriving in any order, some twice, some read, give the same conversation', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const below = chance(seed);
    const all = Array.from({ length: 30 }, (_, seq) => spoken(seq + 1, (seq + 1) * 100));
    const order = [...all, ...all.slice(below(30))]
      .map((event) => [below(1000), event])
      .sort(([a], [b]) => a - b);
    let now = START;
    for (const [, event] of order) {
      now = state.happened(now, event);
      if (below(5) === 0) {
        now = state.loaded(now, 'conversation', { conversation: [line(1, 100)] }, 0);
      }
    }
    assert.deepEqual(seqs(now), all.map((event) => event.seq), `seed ${seed}`);
  }
});

test('the page keeps the newest 400 lines', () => {
  const long = Array.from({ length: 401 }, (_, seq) => line(seq + 1, seq));
  const read = state.loaded(START, 'conversation', { conversation: long }, 0);
  assert.equal(read.conversation.length, 400);
  assert.equal(read.conversation[0].seq, 2);
});

test('an old reading of the show does not replace a newer one', () => {
  const newer = state.loaded(START, 'show', { show_id: 'a', seq: 5, lines_open: false }, 0);
  assert.equal(state.loaded(newer, 'show', { show_id: 'a', seq: 4, lines_open: true }, 0), newer);
});

test('another show begins with an empty conversation and no history', () => {
  const before = {
    ...after(spoken(1, 0)),
    show: { show_id: 'a', seq: 9 },
    history: [{ call_sid: 'CA1' }],
  };
  const next = state.loaded(before, 'show', { show_id: 'b', seq: 10 }, 0);
  assert.deepEqual([next.conversation, next.history, next.show.show_id], [[], [], 'b']);
});

test('a wait is counted on from when it was told', () => {
  const queue = [{ call_sid: 'CA1', wait_time: 30, state: 'held' }];
  const [entry] = state.loaded(START, 'queue', { queue }, 100_000).queue;
  assert.equal(entry.waitingSince, 70_000);
});

test('the countdown of a leaving caller begins when they are first seen leaving', () => {
  const leaving = { queue: [{ call_sid: 'CA1', wait_time: 3, state: 'leaving' }] };
  const first = state.loaded(START, 'queue', leaving, 1000);
  const again = state.loaded(first, 'queue', leaving, 4000);
  assert.equal(again.queue[0].leavingSince, 1000);
});

test('a turn is thought of, then worded, then over', () => {
  const granted = { type: 'turn-granted', seq: 1, turn: { id: 't1', call_sid: 'ai' } };
  const written = { type: 'reply-written', seq: 2, turn: 't1', text: 'Well.' };
  const ended = { type: 'turn-ended', seq: 3, turn: 't1' };
  assert.deepEqual(after(granted).floor, { id: 't1', callSid: 'ai', worded: false });
  assert.equal(after(granted, written).floor.worded, true);
  assert.equal(after(granted, written, ended).floor, null);
});

test('words and endings of an earlier turn do not touch the one that has the floor', () => {
  const granted = { type: 'turn-granted', seq: 1, turn: { id: 't2', call_sid: 'ai' } };
  const late = { type: 'reply-written', seq: 2, turn: 't1', text: 'Late.' };
  const ended = { type: 'turn-ended', seq: 3, turn: 't1' };
  assert.deepEqual(after(granted, late, ended).floor, after(granted).floor);
});

test('the show says who has the floor, and knows when nobody has', () => {
  const turn = { turn_id: 't1', call_sid: 'ai' };
  const granted = state.loaded(START, 'show', { show_id: 'a', seq: 1, floor: { turn } }, 0);
  assert.deepEqual(granted.floor, { id: 't1', callSid: 'ai', worded: false });
  const worded = state.loaded(START, 'show', { show_id: 'a', seq: 1, floor: { turn: { ...turn, worded: true } } }, 0);
  assert.equal(worded.floor.worded, true);
  assert.equal(state.loaded(worded, 'show', { show_id: 'a', seq: 2, floor: { turn } }, 0).floor.worded, true);
  const over = state.loaded(granted, 'show', { show_id: 'a', seq: 2, floor: { turn: null } }, 0);
  assert.equal(over.floor, null);
});

test('an unknown event asks for everything to be read again', () => {
  assert.deepEqual(state.partsOf('moon-landed'), EVERYTHING);
});

test('what an utterance says is in the event, so nothing is read again', () => {
  assert.deepEqual(state.partsOf('utterance-spoken'), []);
  assert.deepEqual(state.partsOf('turn-timed'), ['health', 'latency']);
  assert.deepEqual(state.partsOf('turn-interrupted'), ['show']);
});

test('the end of a call and its summary are read from the history', () => {
  assert.ok(state.partsOf('call-ended').includes('history'));
  assert.ok(state.partsOf('summary-written').includes('history'));
});

const of = (show_id, seq, type = 'x') => ({ type, seq, show_id });

test('the number of the last event never goes back within a show', () => {
  assert.equal(state.since(after(of('a', 9), of('a', 4), { type: 'x' })), '9@a');
});

test('the next show begins again with its own numbers', () => {
  const next = after(of('a', 90), of('b', 1, 'show-opened'), of('b', 2));
  assert.equal(state.since(next), '2@b');
});

test('an event that comes late for a closed show changes nothing of the one that runs', () => {
  const running = after(of('a', 90), of('b', 1, 'show-opened'), { ...spoken(2, 0), show_id: 'b' });
  const late = { ...spoken(91, 500), show_id: 'a' };
  assert.equal(state.isLate(running, late), true);
  assert.equal(state.happened(running, late), running);
});

test('a restart is the place from which the feed goes on, whatever show was known', () => {
  const again = after(of('a', 90), of('b', 7, 'restart'), of('b', 8));
  assert.equal(state.since(again), '8@b');
});

test('the desk begins behind the show as it stands', () => {
  const read = state.loaded(START, 'show', { show_id: 'a', seq: 12 }, 0);
  assert.equal(state.since(state.placed(read)), '12@a');
  assert.equal(state.since(state.placed(START)), '0');
});

test('a conversation of a show that is over, read too late, is left out', () => {
  const running = after(of('a', 90), of('b', 1, 'show-opened'));
  const old = { show_id: 'a', conversation: [line(3, 0)] };
  assert.equal(state.loaded(running, 'conversation', old, 0), running);
  const now = { show_id: 'b', conversation: [line(3, 0)] };
  assert.deepEqual(seqs(state.loaded(running, 'conversation', now, 0)), [3]);
});

test('the same sentence is shown once, and four at most', () => {
  const told = ['a', 'b', 'a', 'c', 'd', 'e'].map((text, id) => ({ id, text, tone: 'trouble' }));
  const { notices } = told.reduce(state.noticed, START);
  assert.deepEqual(notices.map((notice) => notice.text), ['a', 'c', 'd', 'e']);
});

test('a body without the expected list is an empty list', () => {
  for (const body of [null, {}, { queue: null }, { queue: 'x' }]) {
    assert.deepEqual(state.loaded(START, 'queue', body, 0).queue, []);
  }
});

test('no change ever writes to the state it was given', () => {
  const frozen = Object.freeze({ ...START, conversation: Object.freeze([]), queue: Object.freeze([]) });
  state.happened(frozen, spoken(1, 0));
  state.loaded(frozen, 'queue', { queue: [{ call_sid: 'CA1' }] }, 0);
  state.chosen(frozen, 'CA1');
  state.voiced(frozen, 'Dave is on the air.');
  assert.deepEqual(frozen.conversation, []);
});

test('one card is open for writing at most', () => {
  const open = state.edited(START, 'a');
  assert.equal(open.editing, 'a');
  assert.equal(state.edited(open, 'b').editing, 'b');
  assert.equal(state.edited(open, null).editing, null);
  assert.ok(state.partsOf('card-written').includes('queue'));
});

test('the same sentence twice is said twice, and only the last few are kept', () => {
  const twice = ['a', 'a'].reduce((desk, text) => state.voiced(desk, text), START);
  assert.deepEqual(twice.said, [{ id: 1, text: 'a' }, { id: 2, text: 'a' }]);
  const many = Array.from({ length: 20 }, (_, at) => at).reduce((desk, at) => state.voiced(desk, `${at}`), START);
  assert.deepEqual(many.said.map(({ id }) => id), [15, 16, 17, 18, 19, 20]);
});

test('an alarm does not wait behind what is merely said', () => {
  assert.deepEqual(state.voiced(START, 'Lost.', 'alarms').alarms, [{ id: 1, text: 'Lost.' }]);
});

test('a page reads what its seat may read, and nothing but the show while it knows no seat', () => {
  const wanted = ['show', 'queue', 'voicemail', 'spend'];
  assert.deepEqual(state.readable({ show: { seat: 'host' } }, wanted), wanted);
  assert.deepEqual(state.readable({ show: { seat: 'producer' } }, wanted), ['show', 'queue', 'voicemail']);
  assert.deepEqual(state.readable({ show: { seat: 'host' }, asProducer: true }, wanted), ['show', 'queue', 'voicemail']);
  assert.deepEqual(state.readable({ show: null }, wanted), ['show']);
});

test('how the voicemail stands and what is on it are kept apart, as they come', () => {
  const told = state.loaded(START, 'mail', { on: true, trouble: null, unheard: 1, all: 1, changes: 4 }, 0);
  assert.equal(told.voicemail, null);
  const read = state.loaded(told, 'voicemail', { on: true, unheard: 1, messages: [{ id: 'message-1' }] }, 0);
  assert.deepEqual(read.voicemail.messages, [{ id: 'message-1' }]);
  assert.equal(read.mail.changes, 4);
  assert.ok(EVERYTHING.includes('voicemail'));
});
