import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SAMPLES } from '../../../main/resources/io/partyline/http/dashboard/js/seat/frames.js';
import { CEILING, DEEPEST, Playout, TARGET } from '../../../main/resources/io/partyline/http/dashboard/js/seat/playout.js';

const QUANTUM = 128;

const steady = (level) => new Float32Array(SAMPLES).fill(level);

/// A tone that goes on from frame to frame.
function tone(hertz, level = 0.5) {
  let at = 0;
  return () => Float32Array.from({ length: SAMPLES }, () => {
    const sample = level * Math.sin((2 * Math.PI * hertz * at) / 48_000);
    at += 1;
    return sample;
  });
}

/// Plays for so long while frames come at `speed` times the headphones' clock; all that is heard.
function play(playout, seconds, frame, { speed = 1, rate = 48_000, late = () => 0 } = {}) {
  const heard = new Float32Array(Math.ceil((seconds * rate) / QUANTUM) * QUANTUM);
  let due = 0;
  for (let played = 0; played < seconds * rate; played += QUANTUM) {
    const now = played / rate;
    while ((due * SAMPLES) / 48_000 / speed + late(due) <= now) {
      playout.add(frame());
      due += 1;
    }
    playout.fill(heard.subarray(played, played + QUANTUM));
  }
  return heard;
}

const loudest = (samples) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/// The largest step from one sample to the next.
const step = (samples) => samples.slice(1).reduce((most, sample, i) => Math.max(most, Math.abs(sample - samples[i])), 0);

/// The longest stretch of digital silence, in milliseconds, after the sound has begun.
function gap(samples, rate = 48_000) {
  let longest = 0;
  let now = 0;
  for (const sample of samples.slice(samples.findIndex((each) => each !== 0))) {
    now = sample === 0 ? now + 1 : 0;
    longest = Math.max(longest, now);
  }
  return (1000 * longest) / rate;
}

test('silence until forty milliseconds lie ready, then sound that fades in', () => {
  const playout = new Playout(48_000);
  const block = new Float32Array(QUANTUM);
  playout.add(steady(0.5));
  playout.fill(block);
  assert.equal(loudest(block), 0);
  playout.add(steady(0.5));
  playout.fill(block);
  assert.ok(block[0] < 0.01 && block[127] > 0.2);
  for (let i = 0; i < 4; i += 1) playout.fill(block);
  assert.equal(block[127], 0.5);
});

test('at the same clock what is played is what was sent', () => {
  const heard = play(new Playout(48_000), 2, steady.bind(null, 0.25));
  assert.ok(heard.slice(9600).every((sample) => Math.abs(sample - 0.25) < 1e-6));
});

for (const rate of [44_100, 48_000, 96_000]) {
  test(`a tone is as loud at ${rate} a second, without a gap or a step`, () => {
    const heard = play(new Playout(rate), 3, tone(440), { rate }).slice(rate);
    const rms = Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length);
    assert.ok(Math.abs(20 * Math.log10(rms / (0.5 / Math.SQRT2))) < 0.05, `${rms}`);
    assert.ok(gap(heard, rate) < 1);
    assert.ok(step(heard) < (1.05 * 0.5 * 2 * Math.PI * 440) / rate);
  });
}

for (const speed of [1 - 300e-6, 1 + 300e-6]) {
  test(`a clock that is off by ${Math.round((speed - 1) * 1e6)} millionths is followed, and delay does not grow`, () => {
    const playout = new Playout(48_000);
    const heard = play(playout, 120, steady.bind(null, 0.25), { speed });
    assert.equal(playout.ranDry, 0);
    assert.equal(playout.skipped, 0);
    assert.ok(heard.slice(9600).every((sample) => Math.abs(sample - 0.25) < 1e-4));
    assert.ok(Math.abs(playout.told().ppm - (speed - 1) * 1e6) < 150, `${playout.told().ppm}`);
    assert.ok(playout.ready() < TARGET + SAMPLES / 2, `${playout.ready()}`);
  });
}

test('messages that come up to fifteen milliseconds late are not heard to be late', () => {
  const playout = new Playout(48_000);
  play(playout, 30, steady.bind(null, 0.25), { late: (n) => (n % 7 === 3 ? 0.015 : 0) });
  assert.equal(playout.ranDry, 0);
});

test('where nothing comes it dies away without a step, and starts deeper', () => {
  const playout = new Playout(48_000);
  const heard = play(playout, 3, tone(200), { late: (n) => (n >= 50 ? 0.5 : 0) });
  assert.equal(playout.ranDry, 1);
  assert.equal(playout.target, TARGET + SAMPLES);
  assert.ok(step(heard) < 0.05, `${step(heard)}`);
});

test('it goes no deeper than 120 ms, and comes back once all is well', () => {
  const playout = new Playout(48_000);
  play(playout, 20, steady.bind(null, 0.25), { late: (n) => (n % 40 < 20 ? 0.3 : 0) });
  assert.ok(playout.ranDry > 0);
  assert.ok(playout.target <= DEEPEST);
  play(playout, 130, steady.bind(null, 0.25));
  assert.equal(playout.target, TARGET);
});

test('what a standstill has piled up is skipped, for it is delay', () => {
  const playout = new Playout(48_000);
  play(playout, 1, tone(200));
  for (let i = 0; i < 50; i += 1) playout.add(steady(0));
  const block = new Float32Array(QUANTUM);
  playout.fill(block);
  assert.ok(playout.ready() <= CEILING);
  assert.ok(playout.skipped > 0);
});

test('what lies beyond the target is skipped where nobody speaks', () => {
  const playout = new Playout(48_000);
  play(playout, 1, steady.bind(null, 0));
  for (let i = 0; i < 4; i += 1) playout.add(steady(0));
  play(playout, 20, steady.bind(null, 0));
  assert.ok(playout.ready() < TARGET + 1.5 * SAMPLES, `${playout.ready()}`);
  assert.equal(playout.ranDry, 0);
});
