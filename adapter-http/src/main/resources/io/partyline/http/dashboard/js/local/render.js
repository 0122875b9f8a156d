/// Puts what this page kept of its microphone to its place in the show.

import { RATE } from '../seat/frames.js';
import { REACH, Sinc } from '../seat/sinc.js';
import { FADE } from './places.js';

/// Samples that are sent at once: 0.4 s.
export const BLOCK = 19_200;

/// Room for a block that is read a little faster, and what is needed around it.
const RING = 1 << 15;

const sinc = new Sinc(RATE, RATE);

/// @param segments as [segmentsOf] gives them
/// @param from     the show's sample with which the block begins
/// @param sound    gives kept samples: `(from, count) => Promise<Float32Array>`
/// @return the samples of the block; silence where nothing was kept
export async function render(segments, from, count, sound) {
  const block = new Float32Array(count);
  for (const segment of segments) {
    const first = Math.max(from, segment.from);
    const end = Math.min(from + count, segment.to + (segment.ends ? FADE : 0));
    if (first < end) await add(block, segment, { from, first, end }, sound);
  }
  return block;
}

async function add(block, segment, { from, first, end }, sound) {
  const placeOf = (at) => segment.sample + (at - segment.from) * segment.step;
  const lowest = Math.floor(placeOf(first)) - REACH;
  const kept = await sound(lowest, Math.ceil(placeOf(end)) + REACH + 1 - lowest);
  const ring = new Float32Array(RING);
  kept.forEach((sample, i) => {
    ring[(lowest + i) & (RING - 1)] = sample;
  });
  for (let at = first; at < end; at += 1) {
    const place = placeOf(at);
    const whole = Math.floor(place);
    block[at - from] += gain(segment, at) * sinc.at(ring, whole, place - whole);
  }
}

function gain({ from, to, begins, ends }, at) {
  const rise = begins ? Math.min(1, (at - from) / FADE) : 1;
  const fall = ends && at >= to ? 1 - (at - to) / FADE : 1;
  return rise * fall;
}
