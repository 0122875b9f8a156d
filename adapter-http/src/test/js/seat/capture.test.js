import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Capture } from '../../../main/resources/io/partyline/http/dashboard/js/seat/capture.js';
import { BYTES, SAMPLES, fromPcm, loudness, toPcm } from '../../../main/resources/io/partyline/http/dashboard/js/seat/frames.js';

/// Everything that becomes of a second or more of sound at `rate`, in frames.
function captured(rate, seconds, sampleAt, { capture = new Capture(rate), open = true } = {}) {
  capture.open(open);
  const frames = [];
  for (let at = 0; at < seconds * rate; at += 128) {
    capture.take(Float32Array.from({ length: 128 }, (_, i) => sampleAt((at + i) / rate)), (frame) => frames.push(frame));
  }
  return frames;
}

const sine = (hertz) => (seconds) => 0.5 * Math.sin(2 * Math.PI * hertz * seconds);

test('at the rate of the show samples stay what they are, once the microphone is open', () => {
  const frames = captured(48_000, 1, () => 0.25);
  assert.equal(frames.length, 50);
  assert.ok(frames[0][0] < 0.01);
  assert.ok(frames.slice(1).every((frame) => frame.every((sample) => sample === 0.25)));
});

for (const rate of [16_000, 44_100, 96_000]) {
  test(`at ${rate} a second a tone keeps its pitch, its level and its time`, () => {
    const frames = captured(rate, 2, sine(440));
    assert.ok(Math.abs(frames.length - 100) <= 1);
    const { rms } = loudness(frames[60]);
    assert.ok(Math.abs(20 * Math.log10(rms / (0.5 / Math.SQRT2))) < 0.3, `${rms}`);
    const samples = frames.slice(20, 80).flatMap((frame) => [...frame]);
    const expected = samples.map((_, i) => sine(440)((20 * SAMPLES + i) / 48_000));
    const off = samples.reduce((most, sample, i) => Math.max(most, Math.abs(sample - expected[i])), 0);
    assert.ok(off < 0.01, `${off}`);
  });
}

test('what a telephone of half the rate could not hold does not come through as another tone', () => {
  const frames = captured(96_000, 1, sine(30_000));
  assert.ok(frames.slice(5).every((frame) => loudness(frame).rms < 0.001));
});

test('a microphone that is closed sends silence, and closes without a step', () => {
  const capture = new Capture(48_000);
  captured(48_000, 0.1, () => 0.5, { capture });
  const frames = captured(48_000, 0.1, () => 0.5, { capture, open: false });
  const samples = frames.flatMap((frame) => [...frame]);
  const step = samples.slice(1).reduce((most, sample, i) => Math.max(most, Math.abs(sample - samples[i])), 0);
  assert.ok(step < 0.003);
  assert.ok(frames.at(-1).every((sample) => sample === 0));
});

test('a frame comes back from the wire as it was, and what is too loud is cut', () => {
  const frame = Float32Array.from({ length: SAMPLES }, (_, i) => (i - 480) / 1024);
  const pcm = toPcm(frame);
  assert.equal(pcm.byteLength, BYTES);
  assert.deepEqual(fromPcm(pcm), frame);
  assert.equal(fromPcm(toPcm(new Float32Array(SAMPLES).fill(3)))[0], 32_767 / 32_768);
  assert.equal(fromPcm(toPcm(new Float32Array(SAMPLES).fill(-3)))[0], -1);
});
