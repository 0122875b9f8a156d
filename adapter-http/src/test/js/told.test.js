import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as state from '../../main/resources/io/partyline/http/dashboard/js/state.js';
import { tellsAll } from '../../main/resources/io/partyline/http/dashboard/js/told.js';

const desk = [
  ['show', { show_id: 'show-1', seq: 10, calls: [{ call_sid: 'a', name: 'Dave', muted: false, card: { point: 'a boat', place: 'Leeds' } }] }],
  ['queue', { seq: 10, queue: [{ call_sid: 'a', name: 'Dave', topic: 'a boat', place: 'Leeds', locked: false }] }],
].reduce((now, [part, body]) => state.loaded(now, part, body, 0), state.START);

const after = (event) => state.happened(desk, { seq: 11, call_sid: 'a', ...event });

test('what is written onto a card stands there before anything is read again', () => {
  const now = after({ type: 'card-written', written: { point: 'a ship', place: null, vip: true }, by: 'producer' });
  assert.equal(now.queue[0].topic, 'a ship');
  assert.equal(now.queue[0].place, 'Leeds');
  assert.equal(now.queue[0].vip, true);
  assert.equal(now.queue[0].written_by, 'producer');
  assert.deepEqual(now.queue[0].by_hand, ['point']);
  assert.deepEqual(now.show.calls[0].card, {
    point: 'a ship', place: 'Leeds', vip: true, written_by: 'producer', by_hand: ['point'], ready: true,
  });
  assert.equal(now.show.calls[0].name, 'Dave');
});

test('what a text that was taken out becomes is left to the studio', () => {
  const now = after({ type: 'card-written', written: { name: '', point: ' ', minor: false } });
  assert.equal(now.queue[0].name, 'Dave');
  assert.equal(now.queue[0].topic, 'a boat');
  assert.equal(now.queue[0].minor, false);
});

test('a caller is muted, and another locked, at once', () => {
  assert.equal(after({ type: 'mute-set', muted: true }).show.calls[0].muted, true);
  assert.equal(after({ type: 'lock-set', locked: true }).queue[0].locked, true);
  assert.equal(after({ type: 'lock-set', locked: true }).show.calls[0].locked, true);
});

/// A screener's words; what is not given was not told.
const understood = (told) => ({ type: 'caller-screened', told: { name: '', place: '', point: '', mood: '', confidence: 0.9, minor: false, danger: false, ...told } });

test('what the screener has understood stands on the card at once', () => {
  const now = after(understood({ name: 'Rosa', point: 'the sea', mood: 'calm' }));
  const { name, topic, place, mood, confidence, ready } = now.queue[0];
  assert.deepEqual([name, topic, place, mood, confidence, ready], ['Rosa', 'the sea', 'Leeds', 'calm', 0.9, true]);
  assert.equal(now.show.calls[0].name, 'Rosa');
  assert.equal(now.show.calls[0].card.point, 'the sea');
});

test('the screener leaves what a person has written, and raises flags that stay', () => {
  const byHand = state.happened(after({ type: 'card-written', written: { point: 'a ship', minor: true } }), { seq: 12, call_sid: 'a', ...understood({ point: 'the sea', place: 'Faro', danger: true }) });
  const { topic, place, minor, danger, ready, written_by: by } = byHand.queue[0];
  assert.deepEqual([topic, place, minor, danger, ready, by], ['a ship', 'Faro', true, true, false, null]);
  const again = state.happened(byHand, { seq: 13, call_sid: 'a', ...understood({ mood: 'calm' }) });
  assert.deepEqual([again.queue[0].minor, again.queue[0].danger], [true, true]);
});

test('whoever is being asked is not ready, and is again when that is over', () => {
  const asked = after({ type: 'screening-began' });
  assert.deepEqual([asked.queue[0].screening_status, asked.queue[0].ready], ['asking', false]);
  const done = state.happened(asked, { type: 'screening-ended', seq: 12, call_sid: 'a', how: 'done' });
  assert.deepEqual([done.queue[0].screening_status, done.queue[0].ready], ['done', true]);
  assert.equal(done.show.calls[0].card.screening_status, 'done');
});

test('whoever was cut off on the air stays ready, whatever is not known of them', () => {
  const cutOff = { call_sid: 'a', name: 'Dave', topic: null, ready: true };
  const now = state.happened({ ...desk, queue: [cutOff] }, { type: 'screening-began', seq: 11, call_sid: 'a' });
  assert.equal(now.queue[0].ready, true);
});

test('an answer that was on its way already does not take back what an event has told', () => {
  const now = after({ type: 'card-written', written: { point: 'a ship' } });
  const old = [{ call_sid: 'a', name: 'Dave', topic: 'a boat' }];
  assert.equal(state.loaded(now, 'queue', { seq: 10, queue: old }, 0).queue[0].topic, 'a ship');
  assert.equal(state.loaded(now, 'queue', { seq: 11, queue: old }, 0).queue[0].topic, 'a boat');
  const calls = [{ call_sid: 'a', name: 'Dave', card: { point: 'a boat' } }];
  assert.equal(state.loaded(now, 'show', { show_id: 'show-1', seq: 10, calls }, 0).show.calls[0].card.point, 'a ship');
  assert.equal(state.loaded(now, 'show', { show_id: 'show-1', seq: 11, calls }, 0).show.calls[0].card.point, 'a boat');
});

test('an answer that was on its way brings what no event tells, beside what they have told', () => {
  const now = after({ type: 'card-written', written: { point: 'a ship' } });
  const read = [{ call_sid: 'b', name: 'Jas', topic: 'a dog' }, { call_sid: 'a', name: 'Dave', topic: 'a boat' }];
  const { queue } = state.loaded(now, 'queue', { seq: 10, queue: read }, 0);
  assert.deepEqual(queue.map(({ name, topic }) => [name, topic]), [['Jas', 'a dog'], ['Dave', 'a ship']]);
});

test('an answer so old that it cannot be made good any more is left out, and asked for again', () => {
  let now = desk;
  for (let seq = 11; seq <= 600; seq++) now = state.happened(now, { type: 'mute-set', muted: seq % 2 === 0, seq, call_sid: 'a' });
  assert.ok(now.told.events.length <= 400);
  const old = { seq: 100, queue: [] };
  assert.equal(state.isOutdated(now, 'queue', old), true);
  assert.equal(state.loaded(now, 'queue', old, 0), now);
  assert.equal(state.isOutdated(now, 'queue', { seq: 600, queue: [] }), false);
  assert.equal(state.isOutdated(now, 'show', { show_id: 'show-2', seq: 1 }), false);
  const read = [['show', { show_id: 'show-1', seq: 600, calls: [] }], ['queue', { seq: 600, queue: [] }]]
    .reduce((desk, [part, body]) => state.loaded(desk, part, body, 0), now);
  assert.deepEqual(read.told.events, []);
});

test('a reading that says nothing new leaves the show the same to those who draw it', () => {
  const again = state.loaded(desk, 'show', { show_id: 'show-1', seq: 12, position_ms: 99, calls: structuredClone(desk.show.calls) }, 0);
  assert.equal(again.show, desk.show);
});

test('numbers begin again with the next show, and its queue is believed', () => {
  const now = after({ type: 'card-written', written: { point: 'a ship' } });
  const next = state.loaded(now, 'show', { show_id: 'show-2', seq: 1, calls: [] }, 0);
  assert.deepEqual(state.loaded(next, 'queue', { seq: 1, queue: [] }, 0).queue, []);
});

test('whoever waits as before is the same to those who draw them', () => {
  const again = state.loaded(desk, 'queue', { seq: 12, queue: [{ call_sid: 'a', name: 'Dave', topic: 'a boat', place: 'Leeds', locked: false, wait_time: 1 }] }, 1_400);
  assert.equal(again.queue, desk.queue);
  const later = state.loaded(desk, 'queue', { seq: 12, queue: [{ ...desk.queue[0], wait_time: 2 }] }, 90_000);
  assert.equal(later.queue[0].waitingSince, 88_000);
});

test('a card is read again at once only where the studio knows more than its event tells', () => {
  assert.equal(tellsAll({ type: 'card-written', written: { point: 'a ship', notes: null, vip: false } }), true);
  assert.equal(tellsAll({ type: 'card-written', written: { point: '' } }), false);
  assert.equal(tellsAll({ type: 'mute-set', muted: true }), true);
  assert.equal(tellsAll(understood({ point: 'the sea' })), true);
  assert.equal(tellsAll({ type: 'call-aired' }), false);
});
