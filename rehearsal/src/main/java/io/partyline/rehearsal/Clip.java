package io.partyline.rehearsal;

import io.partyline.audio.rate.Resampler;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.util.Arrays;

/// A line, spoken: what made-up people say.
final class Clip {
    private static final int PIECE = 4_096;

    private final float[] samples;
    private final int rate;

    private Clip(float[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /// Has a line spoken.
    static Clip of(SpeechSynthesizer synthesizer, String text, String voice) {
        try (SpeechStream speech = synthesizer.speak(text, voice)) {
            var all = new float[0];
            var piece = new float[PIECE];
            for (int n = speech.read(piece); n >= 0; n = speech.read(piece)) {
                int length = all.length;
                all = Arrays.copyOf(all, length + n);
                System.arraycopy(piece, 0, all, length, n);
            }
            return new Clip(all, speech.rate());
        }
    }

    /// The line at another rate.
    float[] at(int wanted) {
        var resampler = new Resampler(rate, wanted);
        var out = new float[resampler.maxOutput(samples.length)];
        return Arrays.copyOf(out, resampler.process(samples, 0, samples.length, out, 0));
    }

    /// Teaches a recogniser the line.
    void teach(KnownVoices recogniser, String text) {
        recogniser.learn(text, samples, rate);
    }
}
