import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alarm, announcement, mailAnnounced, seatsAnnounced, warning } from '../../main/resources/io/partyline/http/dashboard/js/announce.js';
import { START } from '../../main/resources/io/partyline/http/dashboard/js/state.js';

const dave = { call_sid: 'CA1', name: 'Dave', state: 'on_air' };
const desk = { ...START, show: { calls: [dave, { call_sid: 'CA2', name: 'Jas', state: 'taking' }] } };
const said = (type, more) => announcement(desk, { type, call: 'CA1', ...more });

test('everything that the host does to a caller is said, each in its own words', () => {
  const all = [
    said('call-aired'),
    said('call-held'),
    said('mute-set', { muted: true }),
    said('mute-set', { muted: false }),
    said('lock-set', { locked: true }),
    said('lock-set', { locked: false }),
    said('call-dropped'),
    said('drop-undone'),
    said('call-ended'),
  ];
  assert.ok(all.every((sentence) => sentence.startsWith('Dave ')));
  assert.equal(new Set(all).size, all.length);
});

test('a hold is said of somebody who was on the air, not of everybody who comes to wait', () => {
  assert.equal(announcement(desk, { type: 'call-held', call: 'CA2' }), null);
  assert.equal(announcement(START, { type: 'call-held', call: 'CA9' }), null);
});

test('a connection that breaks is an alarm, and nothing else is', () => {
  assert.equal(alarm(desk, { type: 'leg-lost', call: 'CA1' }), 'The connection to Dave broke.');
  assert.equal(alarm(desk, { type: 'call-aired', call: 'CA1' }), null);
});

test('a name in a sentence can neither turn it round nor fill the screen', () => {
  const hostile = { call_sid: 'CA1', name: `\u202e${'x'.repeat(200)}`, state: 'on_air' };
  const sentence = announcement({ ...START, show: { calls: [hostile] } }, { type: 'call-aired', call: 'CA1' });
  assert.match(sentence, /^x{39}… is on the air\.$/);
});

test('somebody in danger is a warning that stays', () => {
  const event = { type: 'caller-screened', call: 'CA1', told: { danger: true } };
  assert.match(warning(desk, event).text, /^Dave needs a human now/);
});

test('what the studio says itself is told apart from what the desk says', () => {
  const why = 'The disk is full.';
  assert.deepEqual(warning(desk, { type: 'recording-stopped', why }), { text: 'Recording has stopped.', told: why });
  assert.deepEqual(warning(desk, { type: 'take-failed', call: 'CA1', why: 'No channel is free.' }), { told: 'No channel is free.' });
  assert.deepEqual(warning(desk, { type: 'take-failed', call: 'CA1' }), { text: 'Dave could not be put on the air.' });
  assert.equal(warning(desk, { type: 'turn-ended' }), null);
});

test('what the other seat does is said with its name, what this one does is not', () => {
  const written = { type: 'card-written', call_sid: 'CA1', by: 'producer' };
  const host = { ...desk, show: { ...desk.show, seat: 'host' } };
  const producer = { ...desk, show: { ...desk.show, seat: 'producer' } };
  assert.match(announcement(host, written), /^The producer has written onto the card of /);
  assert.equal(announcement(producer, written), null);
  assert.match(announcement(host, { type: 'next-chosen', call_sid: 'CA1', chosen: true, by: 'producer' }), /, chosen by the producer\.$/);
  assert.equal(announcement(host, { type: 'note-written', text: 'Line two.', by: 'producer' }), 'Note of the producer: Line two.');
  assert.equal(announcement(producer, { type: 'note-written', text: 'Line two.', by: 'producer' }), null);
});

test('the producer is told with whom they talk and why no more, and the host with whom the producer does', () => {
  const host = { ...desk, show: { ...desk.show, seat: 'host' } };
  const producer = { ...desk, show: { ...desk.show, seat: 'producer' } };
  const ended = (why) => ({ type: 'producer-talk-ended', call_sid: 'CA1', why });
  const began = { type: 'producer-talk-began', call_sid: 'CA1' };
  assert.equal(announcement(host, began), 'The producer talks with Dave.');
  assert.equal(announcement(producer, began), 'You talk with Dave alone.');
  const taken = ['host', 'talkback', 'taken', 'caller_gone', 'page_gone'];
  const told = taken.map((why) => warning(producer, ended(why)).text);
  assert.equal(new Set(told).size, taken.length);
  assert.deepEqual(taken.map((why) => announcement(producer, ended(why))), told);
  assert.ok(taken.every((why) => warning(host, ended(why)) === null));
  assert.equal(warning(producer, ended('producer')), null);
  assert.equal(announcement(producer, ended('producer')), 'Dave waits again.');
  assert.equal(announcement(producer, ended('another_caller')), null);
  assert.equal(announcement(host, ended('page_gone')), 'The producer talks with Dave no more.');
  assert.equal(announcement(host, ended('taken')), null);
});

test('the host hears that the producer comes and goes, once each', () => {
  assert.equal(seatsAnnounced({ ...desk, seats: null }, { producer: 1 }), 'The producer is here.');
  assert.equal(seatsAnnounced({ ...desk, seats: { producer: 1 } }, { producer: 2 }), null);
  assert.equal(seatsAnnounced({ ...desk, seats: { producer: 1 } }, { producer: 0 }), 'The producer has left.');
});

test('a message that comes is said, and nothing else of the voicemail is', () => {
  const before = { ...desk, mail: { on: true, unheard: 1, all: 2 } };
  assert.equal(mailAnnounced(before, { on: true, unheard: 2, all: 3 }), 'A caller has left a message. New messages: 2.');
  assert.equal(mailAnnounced(before, { on: true, unheard: 0, all: 2 }), null);
  assert.equal(mailAnnounced(before, { on: true, unheard: 2, all: 2 }), null);
  assert.equal(mailAnnounced(before, { on: true, unheard: 1, all: 1 }), null);
  assert.equal(mailAnnounced({ ...desk, mail: null }, { on: true, unheard: 5, all: 5 }), null);
});
