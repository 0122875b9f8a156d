package io.partyline.audio;

/// A sine that goes on for ever, and the ear that finds one in a sound.
public final class Tone implements FrameSource {
    private final double frequency;
    private final double amplitude;
    private final int rate;
    private long at;

    public Tone(double frequency, double amplitude, int rate) {
        this.frequency = frequency;
        this.amplitude = amplitude;
        this.rate = rate;
    }

    public Tone(double frequency, double amplitude) {
        this(frequency, amplitude, Frames.RATE);
    }

    @Override
    public boolean read(float[] frame) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = next();
        }
        return true;
    }

    public float[] next(int count) {
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = next();
        }
        return samples;
    }

    public float next() {
        return (float) (amplitude * Math.sin(2 * Math.PI * frequency * at++ / rate));
    }

    /// The amplitude of a frequency in a sound, whose length should be a whole number of its
    /// periods.
    public static double amplitude(float[] samples, int from, int to, double frequency, int rate) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / rate;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / (to - from);
    }

    /// What is left of a sound without this frequency: the root of the mean square.
    public static double residue(float[] samples, int from, int to, double frequency, int rate) {
        double cos = 0;
        double sin = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / rate;
            cos += 2 * samples[i] * Math.cos(angle) / (to - from);
            sin += 2 * samples[i] * Math.sin(angle) / (to - from);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / rate;
            double rest = samples[i] - cos * Math.cos(angle) - sin * Math.sin(angle);
            sum += rest * rest;
        }
        return Math.sqrt(sum / (to - from));
    }

    /// The greatest step from one sample to the next.
    public static double steepest(float[] samples) {
        double most = 0;
        for (int i = 1; i < samples.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - samples[i - 1]));
        }
        return most;
    }
}
