import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as picture from '../../main/resources/io/partyline/http/dashboard/js/picture.js';
import { START } from '../../main/resources/io/partyline/http/dashboard/js/state.js';

const held = (call_sid, waitingSince, more = {}) => ({
  call_sid,
  name: call_sid,
  state: 'held',
  waitingSince,
  ...more,
});
const waiting = (...queue) => ({ ...START, queue });
const showing = (show) => ({ ...START, show });
const call = (call_sid, more = {}) => ({
  call_sid,
  kind: 'real',
  name: call_sid,
  state: 'on_air',
  since: '2026-01-01T20:00:00Z',
  ...more,
});

test('nobody is next in an empty queue', () => {
  assert.equal(picture.nextUp(START), null);
});

test('the first in the queue is next when nobody is ready, however long they have waited', () => {
  const { entry, why } = picture.nextUp(waiting(held('b', 20), held('a', 10)));
  assert.deepEqual([entry.call_sid, why], ['b', 'is first in the queue']);
});

test('a ready caller is next before one who has waited longer', () => {
  const { entry, why } = picture.nextUp(waiting(held('a', 10), held('b', 20, { ready: true })));
  assert.deepEqual([entry.call_sid, why], ['b', 'has been ready longest']);
});

test('the designated caller is next before everybody', () => {
  const state = waiting(held('a', 1, { ready: true }), held('b', 9, { next: true }));
  assert.deepEqual(picture.nextUp(state).why, 'chosen');
});

test('nobody who rings, leaves or is cut off is next', () => {
  const away = ['ringing', 'screening', 'leaving', 'reconnecting', 'taking'];
  assert.equal(picture.nextUp(waiting(...away.map((state) => held(state, 1, { state })))), null);
});

test('the cards show calls with a channel: people first, each in the order of the channels', () => {
  const calls = [
    call('d', { channel: 4 }),
    call('q', { state: 'held' }),
    call('t', { channel: 3, state: 'taking' }),
    call('ai', { channel: 2, kind: 'ai' }),
    call('r', { channel: 5, state: 'reconnecting' }),
  ];
  const shown = picture.atTheAir(showing({ calls })).map((one) => one.call_sid);
  assert.deepEqual(shown, ['t', 'd', 'r', 'ai']);
});

test('a locked caller is kept on the air, and the reason is said', () => {
  assert.equal(picture.keptOnAir(call('Dave', { locked: true })), 'Dave is locked: unlock first.');
  assert.equal(picture.keptOnAir(call('Dave', { locked: false })), null);
});

test('the keys act on the newest real call, never on an AI caller', () => {
  const calls = [
    call('old'),
    call('new', { since: '2026-01-01T20:05:00Z' }),
    call('ai', { kind: 'ai', since: '2026-01-01T20:09:00Z' }),
  ];
  assert.equal(picture.callAtHand(showing({ calls })).call_sid, 'new');
});

test('the keys act on the selected card while it is on the air', () => {
  const state = showing({ calls: [call('old'), call('new', { since: '2026-01-01T20:05:00Z' })] });
  const choosing = (selected) => ({ ...state, selected });
  assert.equal(picture.callAtHand(choosing('old')).call_sid, 'old');
  assert.equal(picture.callAtHand(choosing('gone')).call_sid, 'new');
});

test('with a row of the queue selected the keys for the air act on nobody, and it is said why', () => {
  const state = { ...showing({ calls: [call('air')] }), queue: [held('row', 1)], selected: 'row' };
  assert.equal(picture.callAtHand(state), null);
  assert.match(picture.nobodyAtHand(state), /^row is selected, and waits/);
});

test('with an AI caller selected the keys act on that one, and on no person', () => {
  const calls = [call('air'), call('tony', { kind: 'ai' }), call('mary', { kind: 'ai' })];
  const state = { ...showing({ calls }), selected: 'mary' };
  assert.equal(picture.callAtHand(state), null);
  assert.equal(picture.aiAtHand(state).call_sid, 'mary');
  assert.equal(picture.aiAtHand({ ...state, selected: null }), null);
});

test('the arrows reach every row and stay within the queue', () => {
  const queue = Array.from({ length: 12 }, (_, at) => held(`c${at}`, at));
  const step = (selected, by) => picture.rowBeside({ ...START, queue, selected }, by);
  assert.deepEqual([step(null, 1), step(null, -1)], ['c0', 'c11']);
  assert.deepEqual([step('c8', 1), step('c9', 1), step('c11', 1), step('c0', -1)], ['c9', 'c10', 'c11', 'c0']);
  assert.equal(picture.rowBeside(START, 1), null);
});

test('closed lines and a recording that stopped are banners', () => {
  const texts = (show) => picture.banners(showing(show)).map((one) => one.text);
  assert.deepEqual(texts({ lines_open: true, recording: true }), []);
  assert.deepEqual(texts({ lines_open: false, recording: false, recording_problem: 'Disk full.' }), [
    'Not recording.',
    'The lines are closed.',
  ]);
});

test('undo brings back whoever was dropped last', () => {
  const leaving = (sid, leavingSince) => held(sid, 0, { state: 'leaving', leavingSince });
  const state = waiting(leaving('a', 5), leaving('b', 9), held('c', 0));
  assert.equal(picture.undoable(state).call_sid, 'b');
});

test('a dropped caller is gone when the studio says so, by the clock of this computer', () => {
  const entry = { call_sid: 'a', leavingSince: 99, undo_until: '1970-01-01T00:00:15Z' };
  assert.equal(picture.goneAt(START, entry), 15_000);
  assert.equal(picture.goneAt({ ...START, skewMs: 4000 }, entry), 11_000);
});

test('callers who ring are shown until they are in the queue', () => {
  const calls = [call('a', { state: 'ringing' }), call('b', { state: 'ringing' }), call('c')];
  const state = { ...showing({ calls }), queue: [held('b', 1, { state: 'ringing' })] };
  assert.deepEqual(picture.arriving(state).map((one) => one.call_sid), ['a']);
});

test('without a word from the studio the countdown begins when the row was seen leaving', () => {
  assert.equal(picture.goneAt(START, { call_sid: 'a', leavingSince: 1000 }), 6000);
});

test('an AI call is hung up by the key of its persona, told or looked up', () => {
  const state = { ...START, callers: [{ key: '4', name: 'Dolores', on_show: true }] };
  assert.equal(picture.keyOf(state, { name: 'Tony', key: '1' }), '1');
  assert.equal(picture.keyOf(state, { name: 'Dolores' }), '4');
});

test('a follow-up is read in either form, and names the call it is about', () => {
  const flat = { based_on: 'CA9', due: '1970-01-01T00:00:07Z', name: 'Walt', why: 'He knows.' };
  const nested = { ...flat, name: null, why: null, choice: { caller: { name: 'Walt' }, why: 'He knows.' } };
  const history = [{ call_sid: 'CA9', caller_name: 'Kim' }];
  for (const pending_followup of [flat, nested]) {
    assert.deepEqual(picture.followUp({ ...showing({ pending_followup }), history }), {
      who: 'Walt',
      why: 'He knows.',
      about: 'Kim',
      dueAt: 7000,
      offered: false,
    });
  }
});

test('the recording is read from the show, as a word or with its trouble', () => {
  assert.equal(picture.recordingOf(showing({ recording: true })).on, true);
  const stopped = picture.recordingOf(showing({ recording: false, recording_problem: 'Disk full.' }));
  assert.deepEqual([stopped.on, stopped.why], [false, 'Disk full.']);
});

test('a caller who is being asked can be taken, and is no more ready for it', () => {
  const asked = held('a', 1, { screening_status: 'asking' });
  assert.equal(picture.standing(asked), 'asked');
  assert.equal(picture.nextUp(waiting(asked)).why, 'is first in the queue');
});

test('what a human has to look at is in words, the worst first', () => {
  assert.deepEqual(picture.flags(held('a', 1)), []);
  assert.deepEqual(picture.flags(held('a', 1, { minor: true, danger: true })), [
    'May be in danger: look now',
    'May be a child',
  ]);
});

test('only what was changed on a card is written', () => {
  const before = { name: '', place: 'Leeds', vip: false };
  assert.deepEqual(picture.changesOf(before, { name: 'Dave', place: '', vip: false }), {
    name: 'Dave',
    place: '',
  });
});

test('what the AI callers cost and how fast they are is told once there is something to tell', () => {
  assert.deepEqual(picture.aiFacts(START), []);
  assert.deepEqual(picture.aiFacts({ ...START, spend: { dollars: 0, cap: null } }), []);
  const spend = { dollars: 8.4, cap: 10, warned: true, exhausted: false };
  const latency = { turns: 1, last: { on_air_ms: 1149 } };
  assert.deepEqual(picture.aiFacts({ ...START, spend, latency }), [
    '$8.40 of $10.00 spent',
    'close to the cap',
    'last answer after 1.1 s',
  ]);
});

test('a show that has ended is under no banner, and one whose recording is paused is', () => {
  assert.deepEqual(picture.banners(showing({ lines_open: false, recording: false, ended_at: 'x' })), []);
  const [paused] = picture.banners(showing({ lines_open: true, recording: false }));
  assert.equal(paused.text, 'The recording is paused.');
});

test('a house without music, carts or a stream has no place for them', () => {
  assert.equal(picture.hasSounds(START), false);
  assert.equal(picture.hasSounds({ music: { tracks: [] }, sfx: { sounds: [] } }), false);
  assert.equal(picture.hasSounds({ music: { tracks: [] }, sfx: { sounds: [{ id: 'a' }] } }), true);
  assert.equal(picture.hasSounds({ music: { tracks: [], folder_problem: 'No folder.' }, sfx: null }), true);
  assert.equal(picture.programOf(START), null);
  assert.equal(picture.programOf({ program: { url: null } }), null);
});

test('the stream is told with its listeners, its delay, and whether a dump is safe', () => {
  const program = {
    stream: 'on', url: 'http://radio.example/owls', connected: true, listeners: 12, delay_s: 6.4,
    delay_target_s: 10, safe: true, state: 'filling', problem: null,
  };
  const told = picture.programOf({ program });
  assert.deepEqual([told.tone, told.words, told.aside, told.delay, told.filled, told.dump, told.safe], [
    'on', 'STREAM ON', '12 listening', '6.4 s late, building up', 0.64, '3 s', true,
  ]);
  const drained = picture.programOf({ program: { ...program, delay_s: 0, delay_target_s: 0, state: 'steady', listeners: null } });
  assert.deepEqual([drained.aside, drained.delay, drained.filled], [false, '0.0 s late', 0]);
  assert.equal(picture.programOf({ program: { ...program, connected: false, lost_s: 61.3 } }).aside, '61 s reached nobody');
  assert.equal(picture.programOf({ program: { ...program, stream: 'off' } }).words, 'Stream off');
  const ending = picture.programOf({ program: { ...program, stream: 'off', state: 'ending' } });
  assert.deepEqual([ending.on, ending.words, ending.delay], [false, 'STREAM ENDS', '6.4 s late, the end goes out']);
  assert.equal(picture.programOf({ program: { ...program, connected: false } }).tone, 'trouble');
  const state = { ...showing({ lines_open: true, recording: true }), program: { ...program, connected: false } };
  assert.equal(picture.banners(state)[0].text, 'Listeners hear nothing.');
});

test('of a card that is saved the studio is told what stood in the fields that are changed', () => {
  const before = { name: '', point: 'A boat.', vip: false };
  assert.deepEqual(picture.seenOf(before, { point: 'A ship.' }), { point: 'A boat.' });
  assert.deepEqual(picture.seenOf(before, {}), {});
});

test('the notes that stand across the desk are the producer\'s that nobody has read', () => {
  const note = (text, by, read) => ({ text, by, read });
  const notes = [note('one', 'producer', true), note('two', 'host', false), note('three', 'producer', false)];
  assert.deepEqual(picture.unreadNotes({ show: { notes } }).map(({ text }) => text), ['three']);
});

test('messages have a place while callers may leave any, or have left some', () => {
  const shown = (mail) => picture.hasVoicemail({ ...START, mail });
  assert.equal(shown(null), false);
  assert.equal(shown({ on: false, unheard: 0, all: 0 }), false);
  assert.equal(shown({ on: true, unheard: 0, all: 0 }), true);
  assert.equal(shown({ on: false, unheard: 0, all: 2 }), true);
});

test('a message sounds as the carts that are made of it', () => {
  const sfx = { playing: [{ cart: 'c1', sound: 'message-1' }, { cart: 'c2', sound: 'horn.wav' }] };
  assert.deepEqual(picture.cartsOf({ ...START, sfx }, { id: 'message-1' }).map(({ cart }) => cart), ['c1']);
  assert.deepEqual(picture.cartsOf(START, { id: 'message-1' }), []);
});
