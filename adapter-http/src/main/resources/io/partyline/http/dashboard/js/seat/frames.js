/// A frame of sound: 20 ms, 960 samples at 48 kHz, mono. It travels as signed 16-bit little-endian.

export const RATE = 48_000;
export const SAMPLES = 960;
export const BYTES = 2 * SAMPLES;

const FULL = 32_768;

/// @param frame 960 samples, -1 to 1; what is beyond is cut
/// @return an ArrayBuffer of 1920 bytes
export function toPcm(frame) {
  const pcm = new Int16Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i += 1) {
    pcm[i] = Math.max(-FULL, Math.min(FULL - 1, Math.round(frame[i] * FULL)));
  }
  return pcm.buffer;
}

/// @param buffer an ArrayBuffer of 1920 bytes
export function fromPcm(buffer) {
  const pcm = new Int16Array(buffer);
  const frame = new Float32Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i += 1) frame[i] = pcm[i] / FULL;
  return frame;
}

/// How loud samples are: `{peak, rms}`, from 0 to 1.
export function loudness(samples) {
  let peak = 0;
  let sum = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    sum += sample * sample;
  }
  return { peak, rms: Math.sqrt(sum / samples.length) };
}
