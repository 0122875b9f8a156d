/// What the microphone hears, cut into frames at 48 kHz.

import { RATE, SAMPLES } from './frames.js';
import { REACH, Sinc } from './sinc.js';

/// A microphone opens and closes over 5 ms.
const FADE = 240;
const CAPACITY = 1 << 14;

export class Capture {
  /// @param rate samples a second that the microphone brings
  constructor(rate) {
    this.step = rate / RATE;
    this.sinc = new Sinc(rate, RATE);
    this.ring = new Float32Array(CAPACITY);
    this.written = 0;
    this.whole = 0;
    this.part = 0;
    this.frame = new Float32Array(SAMPLES);
    this.filled = 0;
    this.gain = 0;
    this.goal = 0;
  }

  /// Whether the host is to be heard; what is not is silence, and still sent.
  open(on) {
    this.goal = on ? 1 : 0;
  }

  /// Takes what has been heard.
  ///
  /// @param each called for every frame that is full by it; the frame is its own to keep
  take(block, each) {
    for (const sample of block) {
      this.ring[this.written & (CAPACITY - 1)] = sample;
      this.written += 1;
    }
    const ahead = this.step === 1 ? 0 : REACH;
    while (this.whole + ahead < this.written) this.add(each);
  }

  add(each) {
    const slope = 1 / FADE;
    this.gain += Math.max(-slope, Math.min(slope, this.goal - this.gain));
    this.frame[this.filled] = this.gain * this.sinc.at(this.ring, this.whole, this.part);
    const next = this.part + this.step;
    this.whole += Math.floor(next);
    this.part = next - Math.floor(next);
    this.filled += 1;
    if (this.filled === SAMPLES) {
      const full = this.frame;
      this.frame = new Float32Array(SAMPLES);
      this.filled = 0;
      each(full);
    }
  }
}
