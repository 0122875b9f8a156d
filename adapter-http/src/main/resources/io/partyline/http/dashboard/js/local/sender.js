/// Sends the studio what this browser kept of its host's microphone, once nothing is being kept any more: the line is
/// the show's as long as one is on.

import { FADE, segmentsOf } from './places.js';
import { BLOCK, render } from './render.js';
import { SAMPLES } from '../seat/frames.js';
import { SLICE } from './keeper.js';

export const PATH = '/api/studio/audio/local';

const SLICE_SAMPLES = SLICE * SAMPLES;
const FULL = 32_768;
/// Bytes that are made into letters at once.
const BITE = 0x6000;

export class Sender {
  /// @param vault  where it is kept
  /// @param isHeld whether a take is going on; without an id, whether any is
  /// @param put    `(path, body)`, which throws what the studio refuses, with its `status`
  /// @param tell   told `{sent, of}` of a take, and `{trouble}`, a sentence; null once all is well
  constructor({ vault, isHeld, put, tell }) {
    Object.assign(this, { vault, isHeld, put, tell });
  }

  /// Sends what there is to send.
  async send() {
    for (const take of await this.vault.takes()) {
      if (await this.isHeld()) return;
      await this.sendTake(take);
    }
  }

  async sendTake(take) {
    const sound = (from, count) => this.sound(take.id, from, count);
    if (take.segments === null) {
      take.segments = await segmentsOf(await this.vault.places(take.id), sound);
      await this.vault.keepTake(take);
    }
    const { segments } = take;
    const first = segments.length === 0 ? 0 : segments[0].from;
    const blocks = segments.length === 0 ? 0 : Math.ceil((segments.at(-1).to + FADE - first) / BLOCK);
    while (take.sent < blocks) {
      if (await this.isHeld()) return;
      const at = first + take.sent * BLOCK;
      if (!(await this.give(take, at, await render(segments, at, BLOCK, sound)))) return;
      take.sent += 1;
      await this.vault.keepTake(take);
      await this.vault.forgetSound(take.id, this.needed(segments, at + BLOCK));
      this.tell({ sent: take.sent, of: blocks, trouble: null });
    }
    await this.vault.forget(take.id);
  }

  /// @return false if the studio has no such show any more, and the take is forgotten
  async give(take, at, samples) {
    if (samples.every((sample) => sample === 0)) return true;
    try {
      await this.put(PATH, { show_id: take.show, at, pcm: letters(samples) });
      return true;
    } catch (refusal) {
      if (refusal.status !== 404) throw refusal;
      await this.vault.forget(take.id);
      this.tell({ trouble: refusal.message });
      return false;
    }
  }

  /// The first slice that is still needed by what comes from here on: a second of it is kept for what overlaps.
  needed(segments, at) {
    const later = segments.filter(({ to }) => to + FADE > at);
    const samples = later.map(({ from, sample, step }) => sample + Math.max(0, at - from) * step);
    return Math.floor(Math.min(...samples) / SLICE_SAMPLES) - 3;
  }

  /// Kept samples; silence where there are none.
  async sound(take, from, count) {
    const samples = new Float32Array(count);
    for (let number = Math.floor(from / SLICE_SAMPLES); number * SLICE_SAMPLES < from + count; number += 1) {
      const pcm = number < 0 ? undefined : await this.vault.sound(take, number);
      if (pcm !== undefined) copy(new Int16Array(pcm), number * SLICE_SAMPLES - from, samples);
    }
    return samples;
  }
}

function copy(pcm, to, samples) {
  const first = Math.max(0, -to);
  const end = Math.min(pcm.length, samples.length - to);
  for (let i = first; i < end; i += 1) samples[to + i] = pcm[i] / FULL;
}

/// Samples as signed 16 bits in Base64.
function letters(samples) {
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i += 1) {
    pcm[i] = Math.max(-FULL, Math.min(FULL - 1, Math.round(samples[i] * FULL)));
  }
  const bytes = new Uint8Array(pcm.buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += BITE) text += String.fromCharCode(...bytes.subarray(at, at + BITE));
  return btoa(text);
}
