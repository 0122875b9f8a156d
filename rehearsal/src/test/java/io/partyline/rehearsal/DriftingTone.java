package io.partyline.rehearsal;

/// Somebody whose clock is a little fast or slow, and who hums without end; now and then the hum
/// swells for a moment, so that it can be seen when it arrives.
final class DriftingTone {
    /// How loud the hum is, and how loud at its loudest.
    static final double SOFT = 0.1;

    static final double LOUD = 0.2;

    /// A swell lasts 160 ms.
    private static final double SWELL = 0.16;

    private final double frequency;
    private final int rate;
    private final double speed;
    private final double every;
    private double due;
    private long made;

    /// @param rate samples a second, by the show's clock
    /// @param partsAMillion by how much their own clock is fast
    /// @param every seconds from swell to swell, by the show's clock
    DriftingTone(double frequency, int rate, double partsAMillion, double every) {
        this.frequency = frequency;
        this.rate = rate;
        this.speed = 1 + partsAMillion / 1e6;
        this.every = every;
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
        for (int i = 0; i < count; i++) {
            double second = made / (rate * speed);
            double in = second % every;
            double swell = in < SWELL ? Math.pow(Math.sin(Math.PI * in / SWELL), 2) : 0;
            double level = SOFT + (LOUD - SOFT) * swell;
            samples[i] = (float) (level * Math.sin(2 * Math.PI * frequency * made / rate));
            made++;
        }
        return samples;
    }

    /// The steepest that it gets, at 48 kHz.
    static double steepest(double frequency) {
        return LOUD * 2 * Math.PI * frequency / 48_000;
    }
}
