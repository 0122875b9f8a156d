package io.partyline.twilio;

import java.util.Arrays;

/// Sound in a message of the carrier: base64 of µ-law, where it stands in the text, so that nobody
/// has to cut it out first.
///
/// Immutable. Two are equal if the same characters stand there, wherever that is.
final class Payload {
    private static final byte[] VALUES = values();
    private static final byte NONE = -1;
    private static final int BITS = 6;

    private final String text;
    private final int from;
    private final int to;

    /// What stands in a text from one place up to, not including, another.
    Payload(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static Payload of(String text) {
        return new Payload(text, 0, text.length());
    }

    /// How many characters there are.
    int length() {
        return to - from;
    }

    /// How many bytes that is at most.
    int mostBytes() {
        return length() / 4 * 3 + 3;
    }

    /// Reads it by the rules of RFC 4648, where the padding at the end may be left out.
    ///
    /// @param target with room for [#mostBytes]
    /// @return how many bytes it was
    /// @throws IllegalArgumentException if it is not base64
    int decode(byte[] target) {
        int end = to - padding();
        int whole = from + (end - from) / 4 * 4;
        int bad = 0;
        int made = 0;
        for (int at = from; at < whole; at += 4) {
            int three =
                    value(at) << (3 * BITS)
                            | value(at + 1) << (2 * BITS)
                            | value(at + 2) << BITS
                            | value(at + 3);
            bad |= three;
            target[made] = (byte) (three >> 16);
            target[made + 1] = (byte) (three >> 8);
            target[made + 2] = (byte) three;
            made += 3;
        }
        require(bad >= 0);
        return made + rest(whole, end, target, made);
    }

    /// Two characters that are left over make a byte, three make two, one makes nothing.
    private int rest(int at, int end, byte[] target, int made) {
        int left = end - at;
        if (left == 0) {
            return 0;
        }
        require(left > 1);
        int two = value(at) << BITS | value(at + 1);
        int three = two << BITS | (left > 2 ? value(at + 2) : 0);
        require(three >= 0);
        target[made] = (byte) (three >> 10);
        if (left > 2) {
            target[made + 1] = (byte) (three >> 2);
        }
        return left - 1;
    }

    /// Padding fills the last four characters up, if there is any.
    private int padding() {
        int count = 0;
        while (count < 2 && to - count > from && text.charAt(to - 1 - count) == '=') {
            count++;
        }
        require(count == 0 || length() % 4 == 0);
        return count;
    }

    /// Negative if the character is none of the alphabet's, and so is whatever it becomes part of.
    private int value(int at) {
        char next = text.charAt(at);
        return next < VALUES.length ? VALUES[next] : NONE;
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("The audio in a message is not base64.");
        }
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && length() == that.length()
                && text.regionMatches(from, that.text, that.from, length());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return text.substring(from, to);
    }
}
