package io.partyline.carrier.office;

import java.util.HexFormat;
import java.util.Random;

/// All ids and all chance of one carrier, from one seed.
///
/// Safe for use by many threads at once; the order in which they ask decides who gets which id.
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        random = new Random(seed);
    }

    /// An id of the carrier's shape: two letters and 32 hexadecimal digits.
    public String sid(String prefix) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /// A number from `from` (in) to `to` (out).
    public int between(int from, int to) {
        return random.nextInt(from, to);
    }

    /// A generator of its own, for somebody who must not depend on the order in which others ask.
    public synchronized Random apart() {
        return new Random(random.nextLong());
    }
}
