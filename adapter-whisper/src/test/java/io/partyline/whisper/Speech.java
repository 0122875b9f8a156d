package io.partyline.whisper;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.TranscriberContract.Line;
import java.util.Random;

/// Sound that a voice detector takes for a voice: a buzz at the pitch of a man, with the resonances
/// of vowels, that changes from syllable to syllable.
final class Speech {
    private Speech() {}

    static Line line(String text, int millis, long seed) {
        return new Line(text, samples(millis, seed));
    }

    static float[] samples(int millis, long seed) {
        var chance = new Random(seed);
        var samples = new float[millis * Frames.RATE / 1_000];
        double[] formants = {500, 1_500, 2_500};
        double[][] memory = new double[formants.length][2];
        double phase = 0;
        double loud = 0.5;
        for (int i = 0; i < samples.length; i++) {
            if (i % (Frames.RATE / 6) == 0) {
                formants[0] = 300 + 500 * chance.nextDouble();
                formants[1] = 900 + 1_200 * chance.nextDouble();
                loud = 0.3 + 0.7 * chance.nextDouble();
            }
            double syllable = 0.25 + 0.75 * Math.abs(Math.sin(Math.PI * 6 * i / Frames.RATE));
            double pitch = 110 + 20 * Math.sin(2 * Math.PI * 2 * i / Frames.RATE);
            phase += pitch / Frames.RATE;
            double pulse = phase >= 1 ? 1 : 0;
            phase -= phase >= 1 ? 1 : 0;
            double sum = 0;
            for (int f = 0; f < formants.length; f++) {
                double r = Math.exp(-Math.PI * 90 / Frames.RATE);
                double turn = 2 * r * Math.cos(2 * Math.PI * formants[f] / Frames.RATE);
                double out = pulse + turn * memory[f][0] - r * r * memory[f][1];
                memory[f][1] = memory[f][0];
                memory[f][0] = out;
                sum += out * (1 - r) * 8 / (f + 1);
            }
            samples[i] = (float) Math.clamp(0.4 * loud * syllable * sum, -0.9, 0.9);
        }
        return samples;
    }
}
