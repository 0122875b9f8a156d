package io.partyline.audio.chain;

import io.partyline.audio.Frames;
import java.util.Random;

/// The faint rush of a line that is open: silence itself sounds as if the call had been cut off.
///
/// Noise at -60 dBFS in the band of a telephone, softer towards the top, as a loop of 1.4 s without
/// a seam. Real-time: does not allocate. For one thread.
final class ComfortNoise {
    private static final int LENGTH = 1 << 16;
    private static final double LEVEL = Frames.gain(-60);

    /// Below these it falls by 6 dB an octave, above those too.
    private static final double LOW = 300;

    private static final double HIGH = 1_200;

    /// The same every time: it is noise, but not chance.
    private static final long SEED = 1_969;

    private static final float[] LOOP = loop();

    private int place;

    /// @param place where in the loop it begins, so that two callers do not rush alike
    ComfortNoise(int place) {
        this.place = Math.floorMod(place, LENGTH);
    }

    /// Adds noise to a stretch of a frame.
    ///
    /// @param before how much of it there was at its beginning, 0 to 1
    /// @param after how much there is at its end
    void add(float[] frame, int from, int count, float before, float after) {
        float step = (after - before) / count;
        for (int i = 0; i < count; i++) {
            frame[from + i] += LOOP[(place + i) & (LENGTH - 1)] * (before + step * (i + 1));
        }
        place = (place + count) & (LENGTH - 1);
    }

    private static float[] loop() {
        var random = new Random(SEED);
        var noise = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            noise[i] = random.nextGaussian();
        }
        double[] shaped = lowPass(highPass(noise));
        double sum = 0;
        for (double sample : shaped) {
            sum += sample * sample;
        }
        double scale = LEVEL / Math.sqrt(sum / LENGTH);
        var loop = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            loop[i] = (float) (shaped[i] * scale);
        }
        return loop;
    }

    /// Goes round twice, so that the end leads into the beginning.
    private static double[] lowPass(double[] noise) {
        double share = 1 - Math.exp(-2 * Math.PI * HIGH / Frames.RATE);
        var out = new double[LENGTH];
        double state = 0;
        for (int i = 0; i < 2 * LENGTH; i++) {
            state += (noise[i % LENGTH] - state) * share;
            out[i % LENGTH] = state;
        }
        return out;
    }

    private static double[] highPass(double[] noise) {
        double share = 1 - Math.exp(-2 * Math.PI * LOW / Frames.RATE);
        var out = new double[LENGTH];
        double state = 0;
        for (int i = 0; i < 2 * LENGTH; i++) {
            state += (noise[i % LENGTH] - state) * share;
            out[i % LENGTH] = noise[i % LENGTH] - state;
        }
        return out;
    }
}
