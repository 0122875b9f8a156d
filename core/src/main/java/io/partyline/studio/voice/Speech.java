package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.VoiceLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Speaks one sentence into a voice line: speech, resampler, frames, no faster than the line takes
/// them. For one thread; an interrupt stops it too, since a wait that nobody can end would keep a
/// processor busy for ever.
final class Speech {
    /// How often a full line is looked at again.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS / 2);

    private static final int PIECE = 2_048;
    private static final int FRAMES_A_SECOND = 1_000 / Frames.MILLIS;

    /// Quieter than -60 dB is not heard.
    private static final float AUDIBLE = 0.001f;

    /// Whoever wants to know how far it is. Between [#begins] or [#put] and the frame on the line
    /// no time may pass, or the mixer turns: what takes any is done when it is [#written].
    interface Watch {
        /// The first frame is put on the line next.
        void begins();

        /// Some of the speech has been made.
        void made();

        /// A frame that can be heard is put on the line next.
        ///
        /// @param offset its first sample that can be heard
        void put(int offset);

        /// The frame is on the line.
        void written();
    }

    /// What was made of a sentence, in frames on its line.
    ///
    /// @param from the line's count of heard frames at which it begins
    /// @param frames how many there are
    /// @param whole whether that is all of it
    record Made(long from, long frames, Restarted restarted, boolean whole) {}

    /// The sentence was begun anew.
    ///
    /// @param furthest how many frames of it had been said before
    /// @param begins behind how many frames it begins again
    record Restarted(long furthest, long begins) {}

    static final Restarted NEVER = new Restarted(0, 0);

    private static final Watch NOBODY =
            new Watch() {
                @Override
                public void begins() {}

                @Override
                public void made() {}

                @Override
                public void put(int offset) {}

                @Override
                public void written() {}
            };

    private final VoiceLine line;
    private final long pass;
    private final BooleanSupplier stopped;
    private final Pause pause;
    private final Watch watch;
    private final float[] frame = new float[Frames.SAMPLES];
    private int filled;
    private long from;
    private long frames;
    private Restarted restarted = NEVER;
    private boolean whole;

    /// @param pass from before anybody could stop it
    /// @param stopped whether speaking is to end now
    /// @param pause how it waits for room on the line
    Speech(VoiceLine line, long pass, BooleanSupplier stopped, Pause pause) {
        this(line, pass, stopped, pause, NOBODY);
    }

    /// @param pass from before anybody could stop it
    /// @param stopped whether speaking is to end now
    /// @param pause how it waits for room on the line
    Speech(VoiceLine line, long pass, BooleanSupplier stopped, Pause pause, Watch watch) {
        this.line = line;
        this.pass = pass;
        this.stopped = stopped;
        this.pause = pause;
        this.watch = watch;
    }

    /// Speaks, and returns when all of it lies on the line, or when it was stopped; then the speech
    /// is closed.
    ///
    /// @throws SpeechException if it breaks off
    void speak(SpeechStream sentence) {
        filled = 0;
        frames = 0;
        restarted = NEVER;
        whole = false;
        try (SpeechStream speech = sentence) {
            var resampler = new Resampler(speech.rate(), Frames.RATE);
            var made = new float[PIECE];
            var wide = new float[resampler.maxOutput(PIECE)];
            int count = speech.read(made);
            while (count >= 0 && !over()) {
                watch.made();
                add(wide, resampler.process(made, 0, count, wide, 0));
                count = speech.read(made);
                restarted = restarted(speech);
            }
            whole = count < 0 && !over();
        }
        flush();
    }

    private static Restarted restarted(SpeechStream speech) {
        int frame = speech.rate() / FRAMES_A_SECOND;
        return speech.restart()
                .map(restart -> new Restarted(restart.furthest() / frame, restart.begins() / frame))
                .orElse(NEVER);
    }

    /// What was made of the sentence that was spoken last, also if it broke off.
    Made made() {
        return new Made(from, frames, restarted, whole);
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
            pause.pause(ROUND.toNanos());
        }
        if (!over()) {
            if (frames == 0) {
                from = line.next();
                watch.begins();
            }
            tellIfAudible();
            line.write(frame, pass);
            watch.written();
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
