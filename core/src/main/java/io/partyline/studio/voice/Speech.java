package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.SpeechStream;
import io.partyline.studio.sound.VoiceLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Speaks one sentence into a voice line: speech, resampler, frames, no faster than the line takes
/// them. For one thread; an interrupt stops it too, since a wait that nobody can end would keep a
/// processor busy for ever.
final class Speech {
    /// How often a full line is looked at again.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS / 2);

    private static final int PIECE = 2_048;

    /// Quieter than -60 dB is not heard.
    private static final float AUDIBLE = 0.001f;

    /// Whoever wants to know how far it is.
    interface Watch {
        /// Some of the speech has been made.
        void made();

        /// A frame that can be heard is put on the line next.
        ///
        /// @param offset its first sample that can be heard
        void put(int offset);
    }

    private static final Watch NOBODY =
            new Watch() {
                @Override
                public void made() {}

                @Override
                public void put(int offset) {}
            };

    private final VoiceLine line;
    private final BooleanSupplier stopped;
    private final Watch watch;
    private final float[] frame = new float[Frames.SAMPLES];
    private int filled;
    private long frames;

    /// @param stopped whether speaking is to end now
    Speech(VoiceLine line, BooleanSupplier stopped) {
        this(line, stopped, NOBODY);
    }

    /// @param stopped whether speaking is to end now
    Speech(VoiceLine line, BooleanSupplier stopped, Watch watch) {
        this.line = line;
        this.stopped = stopped;
        this.watch = watch;
    }

    /// Speaks, and returns when all of it lies on the line, or when it was stopped; then the speech
    /// is closed.
    ///
    /// @return how many frames the sentence has, as far as it was made
    long speak(SpeechStream sentence) {
        frames = 0;
        try (SpeechStream speech = sentence) {
            var resampler = new Resampler(speech.rate(), Frames.RATE);
            var made = new float[PIECE];
            var wide = new float[resampler.maxOutput(PIECE)];
            int count = speech.read(made);
            while (count >= 0 && !over()) {
                watch.made();
                add(wide, resampler.process(made, 0, count, wide, 0));
                count = speech.read(made);
            }
        }
        flush();
        return frames;
    }

    private void add(float[] samples, int count) {
        for (int i = 0; i < count && !over(); i++) {
            frame[filled++] = samples[i];
            if (filled == Frames.SAMPLES) {
                put();
            }
        }
    }

    private void flush() {
        if (filled > 0 && !over()) {
            Arrays.fill(frame, filled, Frames.SAMPLES, 0);
            put();
        }
        filled = 0;
    }

    /// What is added to a line that is being cut would be thrown away with the rest.
    private void put() {
        while ((line.full() || line.cutting()) && !over()) {
            LockSupport.parkNanos(ROUND.toNanos());
        }
        if (!over()) {
            tellIfAudible();
            line.write(frame);
            frames++;
        }
        filled = 0;
    }

    private void tellIfAudible() {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            if (Math.abs(frame[i]) > AUDIBLE) {
                watch.put(i);
                return;
            }
        }
    }

    private boolean over() {
        return stopped.getAsBoolean() || Thread.currentThread().isInterrupted();
    }
}
