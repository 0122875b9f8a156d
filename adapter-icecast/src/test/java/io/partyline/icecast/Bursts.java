package io.partyline.icecast;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.util.LinkedHashMap;
import java.util.Map;

/// A host of whom every second can be told from every other: a tone of 200 ms, 80 Hz higher each
/// second, and then silence. After forty seconds the tones begin again.
///
/// A coder that loses the exact samples keeps the tones, so where each of them is in what a server
/// got says how late that is, without a look at any clock.
final class Bursts implements FrameSource {
    private static final int TICKS = 50;
    private static final int SOUNDING = 10;

    /// So many seconds until the tones begin again.
    static final int TONES = 40;

    private long tick;

    @Override
    public boolean read(float[] frame) {
        long second = tick / TICKS;
        boolean sounds = tick % TICKS < SOUNDING;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            double time = (tick * Frames.SAMPLES + i) / (double) Frames.RATE;
            frame[i] =
                    sounds ? (float) (0.25 * Math.sin(2 * Math.PI * frequency(second) * time)) : 0;
        }
        tick++;
        return true;
    }

    private static double frequency(long second) {
        return 400 + 80.0 * (second % TONES);
    }

    /// A tone that begins earlier may be the rest of one that had begun before somebody listened.
    private static final int WHOLE = SOUNDING * Frames.SAMPLES;

    /// What is cut out of a tone at its very edge is not missed: 20 ms.
    private static final int EDGE = Frames.SAMPLES;

    /// Whether a tone lies in a part of the sound in which it begins there.
    static boolean within(int begins, long from, long to) {
        return begins >= from && begins + WHOLE <= to;
    }

    /// Whether it lies outside of it.
    static boolean outside(int begins, long from, long to) {
        return begins + WHOLE - EDGE <= from || begins + EDGE >= to;
    }

    /// Where each second begins in a sound, in samples; those that are not wholly in it are left
    /// out.
    static Map<Integer, Integer> find(Decoded sound) {
        var found = new LinkedHashMap<Integer, Integer>();
        int last = -1;
        for (int at : sound.beginnings()) {
            if (at >= WHOLE && at + 7_680 <= sound.length()) {
                int tone = tone(sound, at);
                int second = last < 0 ? tone : last + Math.floorMod(tone - last, TONES);
                found.put(second, at);
                last = second;
            }
        }
        return found;
    }

    private static int tone(Decoded sound, int at) {
        int best = 0;
        double loudest = 0;
        for (int tone = 0; tone < TONES; tone++) {
            double level = sound.amplitude(at + 1_440, at + 7_680, frequency(tone));
            if (level > loudest) {
                loudest = level;
                best = tone;
            }
        }
        return best;
    }
}
