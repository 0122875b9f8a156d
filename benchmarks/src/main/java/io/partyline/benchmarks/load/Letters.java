package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// A message being put together, letter by letter, in one array that is used again. Owned by one
/// thread.
final class Letters {
    private static final int MOST = 4 * 1024;

    private final byte[] bytes = new byte[MOST];
    private int length;

    Letters begin() {
        length = 0;
        return this;
    }

    Letters put(byte[] more) {
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Letters put(String more) {
        return put(more.getBytes(ISO_8859_1));
    }

    /// In decimal digits; not below 0.
    Letters put(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
