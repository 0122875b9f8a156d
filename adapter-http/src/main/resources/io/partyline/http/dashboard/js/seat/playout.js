/// Evens out what comes from the studio, and makes up for the difference between its clock and that of
/// the headphones.
///
/// It starts once 40 ms lie ready. Should it run dry it fades, and starts again 20 ms deeper, up to 120 ms;
/// half a minute without that takes 20 ms back, and twice as long each time that this was too early. What
/// lies beyond 200 ms is skipped under a short crossfade, and what lies beyond the target where nobody speaks.
/// The rest is drift: what lies ready is averaged over four seconds and brought back to its target over
/// twenty, by reading faster or slower by at most 500 millionths; what remains off is the difference of
/// the clocks, and is learned.

import { RATE, SAMPLES, loudness } from './frames.js';
import { REACH, Sinc } from './sinc.js';

export const TARGET = 2 * SAMPLES;
export const DEEPEST = 6 * SAMPLES;
/// More is never kept.
export const CEILING = 10 * SAMPLES;

const CAPACITY = 1 << 16;
const MASK = CAPACITY - 1;
/// Every change of what is heard takes 5 ms.
const FADE = 240;
/// Below this is a pause in which nobody misses 20 ms: -46 dB.
const PAUSE = 0.005;
const MOST_DRIFT = 500e-6;
const AVERAGE_S = 4;
const SECONDS_TO_GO = 20;
const LEARN_S = 120;
const CALM_S = 30;
const LONGEST_CALM_S = 960;

export class Playout {
  /// @param rate samples a second that the headphones take
  constructor(rate) {
    this.rate = rate;
    this.ratio = RATE / rate;
    this.sinc = new Sinc(RATE, rate);
    this.ring = new Float32Array(CAPACITY);
    this.written = 0;
    this.whole = 0;
    this.part = 0;
    this.playing = false;
    this.target = TARGET;
    this.depth = 0;
    this.clocks = 0;
    this.correction = 0;
    this.gain = 0;
    this.last = 0;
    this.old = null;
    this.calm = 0;
    this.calmNeeded = CALM_S;
    this.tookBack = false;
    this.ranDry = 0;
    this.skipped = 0;
  }

  /// A frame from the studio.
  add(frame) {
    for (let i = 0; i < SAMPLES; i += 1) this.ring[(this.written + i) & MASK] = frame[i];
    this.written += SAMPLES;
    if (this.ready() > CAPACITY / 2) this.forget(this.ready() - this.target);
  }

  /// Samples that lie ready, at 48 kHz.
  ready() {
    return this.written - this.whole;
  }

  /// How it is going.
  told() {
    return {
      depth_ms: Math.round((1000 * Math.max(0, this.ready())) / RATE),
      ppm: Math.round(1e6 * this.correction),
      ran_dry: this.ranDry,
      skipped_ms: Math.round((1000 * this.skipped) / RATE),
    };
  }

  /// Plays the next samples, at the rate of the headphones.
  fill(output) {
    if (!this.playing && !this.starts()) {
      this.rest(output, 0);
      return;
    }
    if (this.ready() > CEILING) this.skip();
    this.steer(output.length / this.rate);
    const step = this.ratio * (1 + this.correction);
    for (let i = 0; i < output.length; i += 1) {
      if (this.ready() <= REACH) {
        this.dry();
        this.rest(output, i);
        return;
      }
      output[i] = this.next(step);
    }
    this.catchUp(output);
  }

  starts() {
    if (this.ready() < this.target) return false;
    this.playing = true;
    this.depth = this.ready() - SAMPLES / 2;
    this.gain = 0;
    return true;
  }

  next(step) {
    this.gain = Math.min(1, this.gain + 1 / FADE);
    this.last = this.gain * this.sinc.at(this.ring, this.whole, this.part);
    if (this.old !== null) this.last = this.crossed(this.last);
    const next = this.part + step;
    this.whole += Math.floor(next);
    this.part = next - Math.floor(next);
    return this.last;
  }

  /// From where it was before a skip to where it is now.
  crossed(sample) {
    const { place, done } = this.old;
    const share = done / FADE;
    const before = this.sinc.at(this.ring, Math.floor(place), place - Math.floor(place));
    this.old = { place: place + this.ratio, done: done + 1 };
    if (this.old.done === FADE) this.old = null;
    return (1 - share) * before + share * sample;
  }

  /// Nothing lies ready: what was heard last dies away.
  rest(output, from) {
    for (let i = from; i < output.length; i += 1) {
      this.last *= 1 - 4 / FADE;
      output[i] = Math.abs(this.last) < 1e-5 ? 0 : this.last;
    }
  }

  dry() {
    this.playing = false;
    this.old = null;
    this.calm = 0;
    this.calmNeeded = this.tookBack ? Math.min(LONGEST_CALM_S, 2 * this.calmNeeded) : this.calmNeeded;
    this.tookBack = false;
    this.target = Math.min(DEEPEST, this.target + SAMPLES);
    this.ranDry += 1;
  }

  /// A message comes every 20 ms, so half of that lies ready besides the target, on average.
  wanted() {
    return this.target - SAMPLES / 2;
  }

  steer(seconds) {
    this.depth += (seconds / AVERAGE_S) * (this.ready() - this.depth);
    const off = (this.depth - this.wanted()) / (SECONDS_TO_GO * RATE);
    const wanted = this.clocks + off;
    this.correction = Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, wanted));
    if (this.correction === wanted) this.clocks += (seconds / LEARN_S) * off;
    this.calm += seconds;
    if (this.calm < this.calmNeeded) return;
    this.calm = 0;
    this.tookBack = this.target > TARGET;
    this.target = Math.max(TARGET, this.target - SAMPLES);
  }

  /// Too much lies ready: plays on, and slides to what came last.
  skip() {
    this.old = { place: this.whole + this.part, done: 0 };
    this.forget(this.ready() - this.target);
    this.depth = this.wanted();
  }

  /// What waits is delay; in a pause nobody misses it.
  catchUp(output) {
    const tooDeep = this.wanted() + SAMPLES;
    if (this.depth < tooDeep || this.ready() < tooDeep + SAMPLES) return;
    if (loudness(output).rms >= PAUSE || !this.pauseAhead()) return;
    this.forget(SAMPLES);
  }

  pauseAhead() {
    for (let i = 0; i < SAMPLES; i += 1) {
      if (Math.abs(this.ring[(this.whole + i) & MASK]) >= 2 * PAUSE) return false;
    }
    return true;
  }

  forget(count) {
    this.whole += count;
    this.skipped += count;
    this.depth -= count;
  }
}
