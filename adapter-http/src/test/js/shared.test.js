import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shared, sharedList } from '../../main/resources/io/partyline/http/dashboard/js/shared.js';

test('what is as it was is the same object', () => {
  const before = { name: 'Dave', card: { point: 'a boat', flags: ['vip'] }, left: null };
  assert.equal(shared(before, structuredClone(before)), before);
});

test('what has changed is new, and what stands beside it is not', () => {
  const before = { card: { point: 'a boat' }, chain: { limiter: true } };
  const now = shared(before, { card: { point: 'a ship' }, chain: { limiter: true } });
  assert.deepEqual(now, { card: { point: 'a ship' }, chain: { limiter: true } });
  assert.equal(now.chain, before.chain);
  assert.notEqual(now.card, before.card);
});

test('a field that is gone, and one that is new, are noticed', () => {
  assert.deepEqual(shared({ a: 1, b: 2 }, { a: 1 }), { a: 1 });
  assert.deepEqual(shared({ a: 1 }, { a: 1, b: undefined }), { a: 1, b: undefined });
  assert.deepEqual(shared([1, 2], [1]), [1]);
  assert.deepEqual(shared(null, { a: 1 }), { a: 1 });
  assert.deepEqual(shared({ a: 1 }, null), null);
  assert.deepEqual(shared([], {}), {});
});

test('a member of a list is known by its name wherever it stands', () => {
  const [dave, jas] = [{ id: 1, name: 'Dave' }, { id: 2, name: 'Jas' }];
  const moved = sharedList([dave, jas], [{ id: 2, name: 'Jas' }, { id: 1, name: 'Dave' }], (one) => one.id);
  assert.equal(moved[0], jas);
  assert.equal(moved[1], dave);
  const before = [dave, jas];
  assert.equal(sharedList(before, structuredClone(before), (one) => one.id), before);
  assert.deepEqual(sharedList(before, [dave], (one) => one.id), [dave]);
});
