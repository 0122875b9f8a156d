package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.time.Duration;
import java.util.Arrays;

/// A sentence that has been spoken to its end.
final class Spoken {
    private static final int PIECE = 2_048;

    /// More than any sentence takes that is spoken to try a voice.
    private static final int MOST = Frames.samplesOf(Duration.ofSeconds(20));

    private final float[] samples;
    private final Duration firstSound;

    private Spoken(float[] samples, Duration firstSound) {
        this.samples = samples;
        this.firstSound = firstSound;
    }

    /// Waits for the whole sentence.
    ///
    /// @throws io.partyline.port.SpeechException if it cannot be spoken
    static Spoken by(SpeechSynthesizer voice, String words, String name) {
        long begun = System.nanoTime();
        Duration first = Duration.ZERO;
        try (SpeechStream speech = voice.speak(words, name)) {
            var resampler = new Resampler(speech.rate(), Frames.RATE);
            float[] made = new float[PIECE];
            float[] wide = new float[resampler.maxOutput(PIECE)];
            float[] samples = new float[0];
            for (int count = speech.read(made);
                    count >= 0 && samples.length < MOST;
                    count = speech.read(made)) {
                if (samples.length == 0) {
                    first = Duration.ofNanos(System.nanoTime() - begun);
                }
                int more = resampler.process(made, 0, count, wide, 0);
                int before = samples.length;
                samples = Arrays.copyOf(samples, before + more);
                System.arraycopy(wide, 0, samples, before, more);
            }
            return new Spoken(samples, first);
        }
    }

    /// At 48 kHz; nobody changes them.
    float[] samples() {
        return samples;
    }

    /// How long it took until the first of it was there.
    Duration firstSound() {
        return firstSound;
    }

    Duration length() {
        return Duration.ofMillis(1_000L * samples.length / Frames.RATE);
    }
}
