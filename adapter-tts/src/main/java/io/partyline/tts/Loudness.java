package io.partyline.tts;

import java.util.Arrays;

/// Brings speech to one level, and takes the silence off its ends.
final class Loudness {
    /// Speech at about -20 dB below full scale, like a well-set microphone.
    private static final double TARGET_RMS = 0.1;

    /// Peaks stay 3 dB below full scale.
    private static final double HIGHEST = 0.708;

    private static final float SILENCE = 0.003f;

    /// What is left of the silence at either end: 20 ms at 16 kHz, so that no sound is cut into.
    private static final int MARGIN = 320;

    private Loudness() {}

    static float[] trim(float[] samples) {
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < SILENCE) {
            first++;
        }
        int last = samples.length;
        while (last > first && Math.abs(samples[last - 1]) < SILENCE) {
            last--;
        }
        return Arrays.copyOfRange(
                samples, Math.max(0, first - MARGIN), Math.min(samples.length, last + MARGIN));
    }

    /// Changes the samples in place.
    static float[] level(float[] samples) {
        double sum = 0;
        double peak = 1e-9;
        for (float sample : samples) {
            sum += sample * sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        double rms = Math.sqrt(sum / Math.max(1, samples.length));
        float gain = (float) Math.min(TARGET_RMS / Math.max(rms, 1e-9), HIGHEST / peak);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return samples;
    }
}
