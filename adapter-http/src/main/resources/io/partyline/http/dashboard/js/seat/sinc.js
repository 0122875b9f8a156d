/// Reads a ring of samples between its samples, so that it can be played at another rate, or a little
/// faster or slower.
///
/// A sinc of 32 taps under a Kaiser window of 8 keeps the band flat up to nine tenths of the lower rate's
/// half, and what does not belong there some 80 dB down. Between two of its 256 places it is straight.

/// Samples that must lie on either side of the place that is read.
export const REACH = 16;

const TAPS = 2 * REACH;
const PLACES = 256;
const BETA = 8;

/// @param from samples a second in the ring
/// @param to samples a second that are read
export class Sinc {
  constructor(from, to) {
    this.table = table(Math.min(1, to / from));
  }

  /// The sample at `whole + part`, where part is from 0 to 1.
  at(ring, whole, part) {
    const mask = ring.length - 1;
    const first = whole - REACH + 1;
    if (part === 0 && this.table.open) return ring[whole & mask];
    const place = part * PLACES;
    const row = Math.floor(place);
    const rest = place - row;
    const { rows } = this.table;
    let sum = 0;
    for (let i = 0, low = row * TAPS, high = low + TAPS; i < TAPS; i += 1) {
      const tap = rows[low + i] + rest * (rows[high + i] - rows[low + i]);
      sum += ring[(first + i) & mask] * tap;
    }
    return sum;
  }
}

/// One row of taps for each place between two samples, each summing to one.
///
/// @param share of the band that is let through; 1 leaves samples as they are
function table(share) {
  const cut = share === 1 ? 1 : 0.94 * share;
  const rows = new Float32Array((PLACES + 1) * TAPS);
  for (let row = 0; row <= PLACES; row += 1) {
    let sum = 0;
    for (let i = 0; i < TAPS; i += 1) {
      const distance = i - REACH + 1 - row / PLACES;
      rows[row * TAPS + i] = sinc(cut * distance) * window(distance / REACH);
      sum += rows[row * TAPS + i];
    }
    for (let i = 0; i < TAPS; i += 1) rows[row * TAPS + i] /= sum;
  }
  return { rows, open: share === 1 };
}

function sinc(x) {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/// Kaiser's window.
function window(x) {
  return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
}

/// The modified Bessel function of order zero, by its series.
function bessel(x) {
  let sum = 1;
  for (let term = 1, k = 1; term > 1e-9 * sum; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
