import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refresher } from '../../main/resources/io/partyline/http/dashboard/js/refresh.js';

/// A refresher whose moments pass, and whose readings end, when the test says so.
function stage() {
  const moments = [];
  const pauses = [];
  let clock = 0;
  const readings = [];
  const fetchPart = (part) => new Promise((end) => readings.push({ part, end }));
  const parts = refresher(fetchPart, (begin, pause) => (moments.push(begin), pauses.push(pause)), () => clock);
  const settle = () => new Promise((after) => setImmediate(after));
  return {
    want: parts.want,
    wantLater: parts.wantLater,
    pauses,
    later: (ms) => (clock += ms),
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

test('the first wish is answered at once, and the next after a moment', async () => {
  const desk = stage();
  desk.want(['show']);
  desk.pass();
  await desk.end(0);
  desk.later(20);
  desk.want(['show']);
  desk.pass();
  desk.later(500);
  desk.want(['queue']);
  assert.deepEqual(desk.pauses, [4, 30, 4]);
});

test('what is on the page already is read once for many wishes, and later', () => {
  const desk = stage();
  desk.wantLater(['show']);
  desk.wantLater(['show', 'queue']);
  assert.deepEqual(desk.pauses, [300]);
  desk.pass();
  desk.pass();
  assert.deepEqual(desk.read(), ['show', 'queue']);
  desk.wantLater(['queue']);
  assert.deepEqual(desk.pauses.slice(2), [300]);
});
