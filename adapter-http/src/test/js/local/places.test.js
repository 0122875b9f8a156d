import assert from 'node:assert/strict';
import { test } from 'node:test';

import { segmentsOf } from '../../../main/resources/io/partyline/http/dashboard/js/local/places.js';
import { BLOCK, render } from '../../../main/resources/io/partyline/http/dashboard/js/local/render.js';

const tone = (at) => 0.5 * Math.sin((2 * Math.PI * 1000 * at) / 48_000);
const soundOf = (sampleAt) => async (from, count) => Float32Array.from({ length: count }, (_, i) => sampleAt(from + i));

/// All that there is of the segments, from the show's sample `from` on.
async function shown(places, sampleAt, from, count) {
  const sound = soundOf(sampleAt);
  const segments = await segmentsOf(places, sound);
  const all = [];
  for (let at = from; at < from + count; at += BLOCK) all.push(...(await render(segments, at, BLOCK, sound)));
  return all.slice(0, count);
}

const steepest = (samples) =>
  samples.slice(1).reduce((most, sample, i) => Math.max(most, Math.abs(sample - samples[i])), 0);

/// The longest run of samples that are nearly nothing.
function longestGap(samples) {
  let longest = 0;
  let run = 0;
  for (const sample of samples) {
    run = Math.abs(sample) < 1e-3 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

test('what was heard without a fault stands where it was heard, to the sample', async () => {
  const places = [0, 1, 2].map((s) => ({ at: 96_000 + 48_000 * s, sample: 1_234 + 48_000 * s }));
  const samples = await shown(places, tone, 96_000, 96_000);
  for (let i = 300; i < 95_000; i += 1) assert.ok(Math.abs(samples[i] - tone(1_234 + i)) < 1e-6, `${i}`);
});

test('a clock that is 100 millionths off is made up for, without a step', async () => {
  const places = Array.from({ length: 61 }, (_, s) => ({ at: 48_000 * s, sample: 500 + 48_000 * s * 1.0001 }));
  const samples = await shown(places, tone, 0, 60 * 48_000);
  assert.ok(steepest(samples) < 1.01 * 0.5 * ((2 * Math.PI * 1000) / 48_000));
  for (let i = 300; i < 59 * 48_000; i += 977) assert.ok(Math.abs(samples[i] - tone(500 + i * 1.0001)) < 1e-3, `${i}`);
});

for (const [what, wait] of [['waits 20 ms longer', 960], ['has 60 ms to make up for', -2_880]]) {
  test(`where the line ${what}, the recording has neither gap nor click, and is in time before and behind`, async () => {
    const places = [
      { at: 0, sample: 0 },
      { at: 48_000, sample: 48_000 },
      { at: 96_000, sample: 96_000 - wait },
      { at: 144_000, sample: 144_000 - wait },
    ];
    const samples = await shown(places, tone, 0, 144_000);
    assert.ok(longestGap(samples.slice(300)) < 3);
    assert.ok(steepest(samples) < 1.5 * 0.5 * ((2 * Math.PI * 1000) / 48_000));
    assert.ok(Math.abs(samples[40_000 + 8_000 - 1] - tone(47_999)) < 1e-6);
    assert.ok(Math.abs(samples[120_000] - tone(120_000 - wait)) < 1e-6);
  });
}

test('a moment is left out or said twice where it is quietest', async () => {
  const speech = (at) => (at > 30_000 && at < 31_000 ? 0 : tone(at));
  const segments = await segmentsOf([{ at: 0, sample: 0 }, { at: 48_960, sample: 48_000 }], soundOf(speech));
  assert.equal(segments.length, 2);
  assert.ok(segments[0].to >= 30_000 && segments[0].to <= 31_000, `${segments[0].to}`);
});

test('a line that comes back with what it had in arrears, and then skips it, leaves nothing out', async () => {
  const places = [
    { at: 0, sample: 0 },
    { at: 48_000, sample: 48_000 },
    { at: 120_000, sample: 48_960 },
    { at: 120_960, sample: 49_920 },
    { at: 121_920, sample: 120_960 },
    { at: 168_960, sample: 168_000 },
  ];
  const samples = await shown(places, tone, 0, 168_000);
  assert.ok(longestGap(samples.slice(300)) < 3);
  assert.ok(Math.abs(samples[150_000] - tone(149_040)) < 1e-6);
});

test('while the microphone stood still there is silence', async () => {
  const places = [
    { at: 0, sample: 0 }, { at: 48_000, sample: 48_000 }, { at: 96_000, sample: 57_600 }, { at: 144_000, sample: 105_600 },
  ];
  const samples = await shown(places, tone, 0, 144_000);
  assert.ok(longestGap(samples) > 37_000);
});
