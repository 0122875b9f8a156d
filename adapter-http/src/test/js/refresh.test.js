import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refresher } from '../../main/resources/io/partyline/http/dashboard/js/refresh.js';

/// A refresher whose moments pass, and whose readings end, when the test says so.
function stage() {
  const moments = [];
  const readings = [];
  const fetchPart = (part) => new Promise((end) => readings.push({ part, end }));
  const parts = refresher(fetchPart, (begin) => moments.push(begin));
  const settle = () => new Promise((after) => setImmediate(after));
  return {
    want: parts.want,
    read: () => readings.map((reading) => reading.part),
    pass: () => moments.splice(0).forEach((begin) => begin()),
    end: (index) => (readings[index].end(), settle()),
  };
}

test('many wishes within a moment are one reading', () => {
  const desk = stage();
  for (let event = 0; event < 50; event++) desk.want(['show', 'queue']);
  desk.pass();
  assert.deepEqual(desk.read(), ['show', 'queue']);
});

test('a part that is being read is not read twice at once, but again afterwards', async () => {
  const desk = stage();
  desk.want(['show']);
  desk.pass();
  desk.want(['show']);
  desk.pass();
  assert.deepEqual(desk.read(), ['show']);
  await desk.end(0);
  desk.pass();
  assert.deepEqual(desk.read(), ['show', 'show']);
});

test('a slow part does not hold up the others', () => {
  const desk = stage();
  desk.want(['history']);
  desk.pass();
  desk.want(['history', 'queue']);
  desk.pass();
  assert.deepEqual(desk.read(), ['history', 'queue']);
});

test('nothing is read when nothing is wished for', () => {
  const desk = stage();
  desk.want([]);
  desk.pass();
  assert.deepEqual(desk.read(), []);
});
