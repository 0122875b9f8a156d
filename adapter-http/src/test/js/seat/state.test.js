import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isHoldKey } from '../../../main/resources/io/partyline/http/dashboard/js/seat/hold.js';
import { pause } from '../../../main/resources/io/partyline/http/dashboard/js/seat/retry.js';
import {
  START, asked, audible, canBeHeard, chosenOf, isSeated, kept, linked, mic, restored, sentence, told,
} from '../../../main/resources/io/partyline/http/dashboard/js/seat/state.js';

const SEATED = { ...START, offered: true, wanted: true, link: 'live', seat: 'yours', device: 'ready' };

test('an open microphone is heard but while the key is held, and says so', () => {
  assert.equal(audible(SEATED), true);
  assert.equal(mic(SEATED), 'open');
  const coughing = { ...SEATED, held: true };
  assert.equal(audible(coughing), false);
  assert.equal(mic(coughing), 'coughing');
  assert.equal(audible({ ...SEATED, open: false, held: true }), false);
  assert.equal(mic({ ...SEATED, open: false }), 'closed');
});

test('with push to talk the microphone is heard only while the key is held', () => {
  const push = { ...SEATED, mode: 'push' };
  assert.equal(audible(push), false);
  assert.equal(mic(push), 'closed');
  assert.equal(audible({ ...push, held: true }), true);
  assert.equal(mic({ ...push, held: true }), 'open');
});

test('what is kept from one load to the next is what the host has chosen, and no more', () => {
  const chosen = { microphone: { id: 'a', label: 'Owl' }, headphones: null };
  const before = { ...SEATED, mode: 'push', open: false, held: true, chosen };
  const after = restored(START, JSON.parse(JSON.stringify(kept(before))));
  assert.deepEqual(kept(after), kept(before));
  assert.equal(after.wanted, false);
  assert.equal(after.held, false);
});

test('a memory that is none changes nothing', () => {
  assert.equal(restored(START, null), START);
  assert.equal(restored(START, 'owl'), START);
  assert.deepEqual(restored(START, {}), START);
});

test('the studio says whose the seat is, and while this page wants it nobody else does', () => {
  assert.equal(asked(START, { offered: true, taken: true }).seat, 'taken');
  assert.equal(asked(SEATED, { offered: true, taken: true }).seat, 'yours');
  const lost = told(SEATED, { type: 'seat', state: 'taken', detail: 'Another page has taken the seat over.' });
  assert.equal(isSeated(lost), false);
  assert.deepEqual(sentence(lost), { tone: 'trouble', words: 'Another page has taken the seat over.', told: true });
});

test('a connection that is lost is said, and whatever is wrong with the microphone', () => {
  assert.match(sentence(linked(SEATED, 'lost')).words, /coming back by itself/);
  for (const device of ['refused', 'missing', 'busy', 'gone', 'asleep']) {
    const { tone, words } = sentence({ ...SEATED, device });
    assert.equal(tone, 'trouble');
    assert.match(words, /\.$/);
  }
  assert.equal(sentence(SEATED).tone, 'fine');
  assert.equal(sentence({ ...START, offered: true }).tone, 'trouble');
});

test('a device is known by its id, and by its name where the browser has given it another', () => {
  const there = [{ id: '1', label: 'Owl' }, { id: '2', label: 'Hawk' }];
  assert.equal(chosenOf(there, { id: '2', label: 'Owl' }).label, 'Hawk');
  assert.equal(chosenOf(there, { id: 'gone', label: 'Owl' }).id, '1');
  assert.equal(chosenOf(there, { id: 'gone', label: '' }), null);
  assert.equal(chosenOf(there, null), null);
});

test('the space bar is the key that is held, but not in a text field, nor on a button that the keyboard reached', () => {
  assert.equal(isHoldKey({ key: ' ' }, false, false), true);
  assert.equal(isHoldKey({ key: ' ' }, true, false), false);
  assert.equal(isHoldKey({ key: ' ' }, false, true), false);
  assert.equal(isHoldKey({ key: ' ', ctrlKey: true }, false, false), false);
  assert.equal(isHoldKey({ key: 'x' }, false, false), false);
});

test('the studio is tried again at once, then less often, and every two seconds at the least', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 50].map(pause), [100, 250, 500, 1000, 2000, 2000]);
});

test('a producer is told otherwise what a host is told of the show', () => {
  const producer = { ...SEATED, as: 'producer' };
  assert.match(sentence(producer).words, /until you talk with a caller/);
  assert.equal(sentence({ ...producer, open: false }).words, sentence({ ...SEATED, open: false }).words);
  assert.equal(sentence({ ...START, offered: true, as: 'producer' }).tone, 'off');
  for (const device of ['refused', 'missing', 'busy']) {
    const { tone, words } = sentence({ ...producer, device });
    assert.equal(tone, 'trouble');
    assert.notEqual(words, sentence({ ...SEATED, device }).words);
    assert.doesNotMatch(words, /type/);
  }
});

test('whether a page can be heard is known once it sits at a microphone, or cannot', () => {
  assert.equal(canBeHeard(SEATED), true);
  assert.equal(canBeHeard({ ...SEATED, open: false }), true);
  assert.equal(canBeHeard({ ...SEATED, device: 'waiting' }), null);
  assert.equal(canBeHeard({ ...SEATED, link: 'connecting', seat: 'free' }), null);
  assert.equal(canBeHeard({ ...SEATED, seat: 'free' }), null);
  assert.equal(canBeHeard({ ...SEATED, link: 'connecting', device: 'missing' }), false);
  assert.equal(canBeHeard({ ...SEATED, seat: 'taken' }), false);
  assert.equal(canBeHeard({ ...SEATED, link: 'lost' }), false);
  assert.equal(canBeHeard(START), false);
});
