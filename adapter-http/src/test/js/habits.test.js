import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_HABITS, habitsFrom, lengthOf } from '../../main/resources/io/partyline/http/dashboard/js/habits.js';

test('a visit is over its target from then on, and far over after half as much again', () => {
  const minutes = (number) => 60_000 * number;
  assert.equal(lengthOf(minutes(60), 0), 'fine');
  assert.equal(lengthOf(minutes(4) - 1, 4), 'fine');
  assert.equal(lengthOf(minutes(4), 4), 'over');
  assert.equal(lengthOf(minutes(6), 4), 'far-over');
});

test('saved habits come back, and what is none is as at first', () => {
  const mine = { theme: 'light', language: 'de', target: 5, segmentEnds: 1234 };
  assert.deepEqual(habitsFrom(JSON.stringify(mine)), mine);
  for (const saved of [null, '', '{', '[]', '7', 'null', '{"theme":"pink","language":"toString","target":99,"segmentEnds":"x"}']) {
    assert.deepEqual(habitsFrom(saved), DEFAULT_HABITS);
  }
});
