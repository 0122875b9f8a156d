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
  assert.deepEqual(now.show.calls[0].card, { point: 'a ship', place: 'Leeds', vip: true, written_by: 'producer' });
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

test('an answer that was on its way already does not take back what an event has told', () => {
  const now = after({ type: 'card-written', written: { point: 'a ship' } });
  const old = [{ call_sid: 'a', name: 'Dave', topic: 'a boat' }];
  assert.equal(state.loaded(now, 'queue', { seq: 10, queue: old }, 0).queue[0].topic, 'a ship');
  assert.equal(state.loaded(now, 'queue', { seq: 11, queue: old }, 0).queue[0].topic, 'a boat');
  const oldShow = { show_id: 'show-1', seq: 10, calls: [] };
  assert.equal(state.loaded(now, 'show', oldShow, 0).show.calls.length, 1);
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
  assert.equal(tellsAll({ type: 'call-aired' }), false);
});
