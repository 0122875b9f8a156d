package io.partyline.rehearsal.carrier;

import java.util.HexFormat;
import java.util.Random;

/// All ids and all chance of one carrier, from one seed.
///
/// Safe for use by many threads at once; the order in which they ask decides who gets which id.
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /// An id of the carrier's shape: two letters and 32 hexadecimal digits.
    String sid(String prefix) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /// A number from `from` (in) to `to` (out).
    int between(int from, int to) {
        return random.nextInt(from, to);
    }

    /// A generator of its own, for somebody who must not depend on the order in which others ask.
    synchronized Random apart() {
        return new Random(random.nextLong());
    }
}
