package io.partyline.rehearsal;

import java.util.Arrays;

/// Somebody whose clock is a little fast or slow, and who hums without end; now and then the hum
/// swells for a moment, so that it can be seen when it arrives.
final class DriftingTone {
    /// How loud the hum is, and how loud at its loudest.
    static final double SOFT = 0.1;

    static final double LOUD = 0.2;

    /// A swell lasts 160 ms.
    private static final double SWELL = 0.16;

    private final int frequency;
    private final int rate;
    private final double speed;
    private final double every;

    /// A second of one hertz, of which every frequency takes each so many: three hours are seven
    /// hundred million samples, and a sine of each of them would be most of the test.
    private final double[] wave;

    private double due;
    private long made;
    private int phase;

    /// @param frequency whole hertz
    /// @param rate samples a second, by the show's clock
    /// @param partsAMillion by how much their own clock is fast
    /// @param every seconds from swell to swell, by the show's clock
    DriftingTone(int frequency, int rate, double partsAMillion, double every) {
        this.frequency = frequency;
        this.rate = rate;
        this.speed = 1 + partsAMillion / 1e6;
        this.every = every;
        this.wave = wave(rate);
    }

    /// A tick of the show's clock goes by.
    ///
    /// @return how many frames are due by then: as a rule one, now and then two of a fast clock and
    ///   none of a slow one
    int due(int frame) {
        due += due == 0 ? frame : frame * speed;
        return (int) ((due - made) / frame);
    }

    /// The next samples, whose clock runs at its own speed.
    float[] next(int count) {
        var samples = new float[count];
        double begun = made / (rate * speed) % every;
        for (int i = 0; i < count; i++) {
            double in = begun + i / (rate * speed);
            samples[i] = (float) (level(in < every ? in : in - every) * wave[phase]);
            phase = (phase + frequency) % rate;
            made++;
        }
        return samples;
    }

    private static double level(double sinceSwell) {
        return sinceSwell < SWELL
                ? SOFT + (LOUD - SOFT) * Math.pow(Math.sin(Math.PI * sinceSwell / SWELL), 2)
                : SOFT;
    }

    private static double[] wave(int rate) {
        var wave = new double[rate];
        Arrays.setAll(wave, i -> Math.sin(2 * Math.PI * i / rate));
        return wave;
    }

    /// The steepest that it gets, at 48 kHz.
    static double steepest(double frequency) {
        return LOUD * 2 * Math.PI * frequency / 48_000;
    }
}
