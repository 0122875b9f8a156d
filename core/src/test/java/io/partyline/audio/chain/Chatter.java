package io.partyline.audio.chain;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.util.Random;
import java.util.stream.IntStream;

/// Something like speech: syllables of a hoarse voice, four to six a second, of any loudness, in
/// phrases with pauses between them; the same for the same seed.
public final class Chatter implements FrameSource {
    private static final int[] HARMONICS = {3, 5, 9, 16};

    private final Random chance;
    private final double level;

    /// A second of the voice, whole periods, after which it begins again.
    private final double[] voice;

    private int syllables;
    private int left;
    private int length = 1;
    private double strength;
    private int at;

    /// @param level the peak of a strong syllable, in dBFS
    public Chatter(long seed, double level) {
        this.chance = new Random(seed);
        this.level = Frames.gain(level);
        this.voice = voice(95 + chance.nextInt(80));
    }

    private static double[] voice(int pitch) {
        return IntStream.range(0, Frames.RATE).mapToDouble(at -> sung(pitch, at)).toArray();
    }

    private static double sung(int pitch, int at) {
        double sum = 0;
        for (int harmonic : HARMONICS) {
            sum += Math.sin(2 * Math.PI * pitch * harmonic * at / Frames.RATE) / harmonic;
        }
        return sum;
    }

    @Override
    public boolean read(float[] frame) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = next();
        }
        return true;
    }

    private float next() {
        if (left == 0) {
            begin();
        }
        double part = 1 - (double) left-- / length;
        double shape = Math.pow(Math.sin(Math.PI * part), 2) * strength;
        double sum = voice[at];
        at = (at + 1) % voice.length;
        return (float) (level * shape * (sum + 0.1 * chance.nextGaussian()));
    }

    private void begin() {
        boolean pause = syllables-- <= 0;
        if (pause) {
            syllables = 4 + chance.nextInt(10);
        }
        length =
                Frames.RATE
                        * (pause ? 250 + chance.nextInt(500) : 160 + chance.nextInt(90))
                        / 1_000;
        left = length;
        strength = pause ? 0 : 0.4 + 0.6 * chance.nextDouble();
    }
}
