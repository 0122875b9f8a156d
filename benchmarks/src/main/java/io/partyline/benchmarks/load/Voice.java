package io.partyline.benchmarks.load;

import io.partyline.carrier.sound.Mulaw;
import java.util.Base64;
import java.util.Random;

/// What the callers of a load say: faint noise, and now and then a marker that is loud enough to be
/// told from the hold bed and from twenty-seven others' noise. Made once, ready for the wire.
final class Voice {
    static final int SAMPLES = 160;

    /// How many frames a marker is long.
    static final int MARKER_FRAMES = 3;

    private static final int QUIET_FRAMES = 97;
    private static final int NOISE = 8;
    private static final int MARKER = 24_000;
    private static final double MARKER_HZ = 700;
    private static final double RATE = 8_000;

    /// The hold bed reaches 4,400. A marker that the show has turned down by 12 dB, as far as it
    /// turns anybody down, is above this in a third of its samples.
    private static final int LOUD = 5_000;

    private static final boolean[] IS_LOUD = new boolean[256];
    private static final int[] SIXBITS = new int[128];
    private static final byte[][] QUIET = quiet();
    private static final byte[][] MARKERS = markers();

    static {
        for (int code = 0; code < IS_LOUD.length; code++) {
            IS_LOUD[code] = Math.abs(Mulaw.decode((byte) code)) >= LOUD;
        }
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            SIXBITS[alphabet.charAt(i)] = i;
        }
    }

    private Voice() {}

    /// A frame of noise in base64, one of many.
    static byte[] quiet(long number) {
        return QUIET[(int) (number % QUIET_FRAMES)];
    }

    /// A frame of a marker in base64, from 0.
    static byte[] marker(int number) {
        return MARKERS[number];
    }

    /// How many samples a payload holds.
    static int samples(byte[] bytes, int from, int to) {
        int length = to - from;
        int padding = length > 1 && bytes[to - 1] == '=' ? (bytes[to - 2] == '=' ? 2 : 1) : 0;
        return length / 4 * 3 - padding;
    }

    /// Whether a marker sounds in this payload: going by the first byte of every third group of
    /// four letters, which is a whole sample, at least a quarter is loud.
    static boolean isLoud(byte[] bytes, int from, int to) {
        int loud = 0;
        int looked = 0;
        for (int i = from; i + 4 <= to; i += 12) {
            int code = SIXBITS[bytes[i] & 0x7F] << 2 | SIXBITS[bytes[i + 1] & 0x7F] >> 4;
            loud += IS_LOUD[code & 0xFF] ? 1 : 0;
            looked++;
        }
        return looked > 0 && 4 * loud >= looked;
    }

    private static byte[][] quiet() {
        Random chance = new Random(1);
        byte[][] frames = new byte[QUIET_FRAMES][];
        for (int i = 0; i < frames.length; i++) {
            short[] samples = new short[SAMPLES];
            for (int j = 0; j < SAMPLES; j++) {
                samples[j] = (short) (chance.nextInt(2 * NOISE + 1) - NOISE);
            }
            frames[i] = encoded(samples);
        }
        return frames;
    }

    private static byte[][] markers() {
        byte[][] frames = new byte[MARKER_FRAMES][];
        for (int i = 0; i < frames.length; i++) {
            short[] samples = new short[SAMPLES];
            for (int j = 0; j < SAMPLES; j++) {
                double phase = 2 * Math.PI * MARKER_HZ * (i * SAMPLES + j) / RATE;
                samples[j] = (short) (MARKER * Math.sin(phase));
            }
            frames[i] = encoded(samples);
        }
        return frames;
    }

    private static byte[] encoded(short[] samples) {
        return Base64.getEncoder().encode(Mulaw.encode(samples));
    }
}
