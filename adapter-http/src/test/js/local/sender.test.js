import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SLICE } from '../../../main/resources/io/partyline/http/dashboard/js/local/keeper.js';
import { BLOCK } from '../../../main/resources/io/partyline/http/dashboard/js/local/render.js';
import { PATH, Sender } from '../../../main/resources/io/partyline/http/dashboard/js/local/sender.js';
import { MemoryVault } from './memory.js';

const SAMPLES = SLICE * 960;
const ramp = (at) => ((at % 20_000) - 10_000) / 32_768;

/// A vault with so many seconds of one take, which was heard from the show's second 2 on.
async function vaultOf(seconds) {
  const vault = new MemoryVault();
  await vault.keepTake({ id: 'a', show: 'show-1', begun: 1, segments: null, sent: 0 });
  const count = Math.ceil((seconds * 48_000) / SAMPLES);
  for (let number = 0; number < count; number += 1) {
    const pcm = Int16Array.from({ length: SAMPLES }, (_, i) => Math.round(ramp(number * SAMPLES + i) * 32_768));
    await vault.keepSound('a', number, pcm.buffer);
  }
  for (let s = 0; s <= seconds; s += 1) await vault.keepPlace('a', s, { at: 96_000 + 48_000 * s, sample: 48_000 * s });
  return vault;
}

/// A studio that keeps what it is sent, and fails when told to.
function studio() {
  const shown = new Map();
  const state = { shown, fail: null, puts: 0 };
  state.put = async (path, { show_id: show, at, pcm }) => {
    assert.equal(path, PATH);
    assert.equal(show, 'show-1');
    state.puts += 1;
    if (state.fail?.(state.puts)) throw Object.assign(new Error('The disk is full.'), { status: state.status ?? 507 });
    const bytes = Uint8Array.from(atob(pcm), (letter) => letter.charCodeAt(0));
    new Int16Array(bytes.buffer).forEach((sample, i) => shown.set(at + i, sample));
  };
  return state;
}

const sender = (vault, there, { told = [], held = () => false } = {}) =>
  new Sender({ vault, put: there.put, isHeld: async () => held(), tell: (what) => told.push(what) });

function isWhole({ shown }, seconds) {
  for (let i = 300; i < seconds * 48_000; i += 1) {
    assert.equal(shown.get(96_000 + i), Math.round(ramp(i) * 32_768), `${i}`);
  }
}

test('all of a take comes to its place, and is then forgotten', async () => {
  const vault = await vaultOf(5);
  const there = studio();
  const told = [];
  await sender(vault, there, { told }).send();
  isWhole(there, 5);
  assert.equal(await vault.count(), 0);
  assert.deepEqual(await vault.takes(), []);
  assert.deepEqual(told.at(-1), { sent: 13, of: 13, trouble: null });
  assert.ok(Math.abs((5 * 48_000) / BLOCK - 12.5) < 0.1);
});

test('what did not come through is sent again, by a page that was loaded since, and nothing is lost', async () => {
  const vault = await vaultOf(5);
  const there = studio();
  there.fail = (puts) => puts === 4 || puts === 9;
  await assert.rejects(sender(vault, there).send(), /The disk is full\./);
  assert.equal((await vault.takes())[0].sent, 3);
  await assert.rejects(sender(vault, there).send(), /full/);
  await sender(vault, there).send();
  isWhole(there, 5);
});

test('while this browser records, nothing is sent', async () => {
  const vault = await vaultOf(2);
  const there = studio();
  await sender(vault, there, { held: () => there.puts === 2 }).send();
  assert.equal(there.puts, 2);
  await sender(vault, there, { held: () => true }).send();
  assert.equal(there.puts, 2);
  assert.equal((await vault.takes()).length, 1);
});

test('of a show that the studio has no more the recording is forgotten, and that is said', async () => {
  const vault = await vaultOf(2);
  const there = studio();
  there.fail = () => true;
  there.status = 404;
  const told = [];
  await sender(vault, there, { told }).send();
  assert.deepEqual(await vault.takes(), []);
  assert.deepEqual(told, [{ trouble: 'The disk is full.' }]);
});
