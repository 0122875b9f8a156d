import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Keeper, SLICE } from '../../../main/resources/io/partyline/http/dashboard/js/local/keeper.js';
import { BYTES } from '../../../main/resources/io/partyline/http/dashboard/js/seat/frames.js';
import { MemoryVault } from './memory.js';

const frame = () => new ArrayBuffer(BYTES);

/// A page that is at the microphone; `held` has the takes that go on.
function keeping(vault = new MemoryVault()) {
  const told = [];
  const held = new Set();
  let ids = 0;
  let sent = 0;
  const hold = (id) => {
    held.add(id);
    return () => held.delete(id);
  };
  const keeper = new Keeper({
    vault, hold, tell: (what) => told.push(what), newId: () => { ids += 1; return `take-${ids}`; }, now: () => ids,
  });
  keeper.linked(true);
  const speak = (count, goes = true) => {
    for (let i = 0; i < count; i += 1) keeper.frame(frame(), goes ? sent++ : null);
  };
  const heard = (at, sample, show = 'show-1') => keeper.heard({ show_id: show, at, sample });
  const sit = () => {
    sent = 0;
    keeper.sat();
  };
  return { keeper, vault, told, held, speak, heard, sit };
}

test('nothing is kept before the studio says that it hears the page, and then what led up to it too', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(10 * SLICE);
  await keeper.writes;
  assert.equal(await vault.count(), 0);
  heard(0, (10 * SLICE - 3) * 960);
  speak(SLICE);
  await keeper.writes;
  assert.equal(held.size, 1);
  assert.ok((await vault.count()) >= 8);
  assert.deepEqual(await vault.places('take-1'), [{ at: 0, sample: (10 * SLICE - 3) * 960 }]);
});

test('a place counts what was sent, and is noted by what was kept', async () => {
  const { keeper, vault, speak, heard } = keeping();
  speak(30);
  speak(12, false);
  speak(5);
  heard(960, 10 * 960 + 0.5);
  heard(48_000, 31 * 960 + 0.25);
  await keeper.writes;
  assert.deepEqual(await vault.places('take-1'), [
    { at: 960, sample: 10 * 960 + 0.5 },
    { at: 48_000, sample: 43 * 960 + 0.25 },
  ]);
});

test('a page that has sat down again counts from there', async () => {
  const { keeper, vault, speak, heard, sit } = keeping();
  speak(30);
  heard(0, 0);
  keeper.linked(false);
  speak(200, false);
  keeper.linked(true);
  sit();
  speak(5);
  heard(300_000, 2 * 960);
  await keeper.writes;
  assert.deepEqual(await vault.places('take-1'), [{ at: 0, sample: 0 }, { at: 300_000, sample: 232 * 960 }]);
});

test('three seconds after the studio hears the page no more the take ends, and nothing more is kept', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(SLICE);
  heard(0, 0);
  speak(160);
  await keeper.writes;
  const kept = await vault.count();
  assert.equal(held.size, 0);
  speak(20 * SLICE);
  await keeper.writes;
  assert.equal(await vault.count(), kept);
});

test('the sound of a line that is down is kept', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(SLICE);
  heard(0, 0);
  keeper.linked(false);
  speak(40 * SLICE, false);
  await keeper.writes;
  assert.equal(held.size, 1);
  assert.equal(await vault.count(), 41);
});

test('a page that finds somebody else at the microphone when the line is back ends its take', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(SLICE);
  heard(0, 0);
  keeper.linked(false);
  speak(SLICE, false);
  keeper.linked(true);
  for (let i = 0; i < 151; i += 1) keeper.absent();
  await keeper.writes;
  assert.equal(held.size, 0);
  assert.equal(await vault.count(), 2);
});

test('another show is another take', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(SLICE);
  heard(48_000, 0);
  heard(0, 5 * 960, 'show-2');
  await keeper.writes;
  assert.deepEqual((await vault.takes()).map(({ show }) => show), ['show-1', 'show-2']);
  assert.deepEqual([...held], ['take-2']);
});

test('what has begun of a slice is kept when the page leaves', async () => {
  const { keeper, vault, held, speak, heard } = keeping();
  speak(SLICE);
  heard(0, 0);
  speak(3);
  await keeper.close();
  assert.equal(await vault.count(), 2);
  assert.equal(held.size, 0);
});

test('a browser without room ends the recording, and says so once', async () => {
  const vault = new MemoryVault();
  vault.room = 2;
  const { keeper, told, held, speak, heard } = keeping(vault);
  speak(SLICE);
  heard(0, 0);
  speak(5 * SLICE);
  await keeper.writes;
  heard(48_000, 960);
  speak(5 * SLICE);
  await keeper.writes;
  assert.deepEqual(told.filter(({ trouble }) => trouble), [{ trouble: 'full' }]);
  assert.equal(held.size, 0);
});
