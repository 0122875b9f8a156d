package io.partyline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays a sound that is tried, and waits until it is over.
///
/// @param onAir why nothing may sound now; asked again and again while something does
/// @param pause how time passes
record Playback(Overlay overlay, Supplier<Optional<String>> onAir, Pause pause) {
    private static final Duration LOOK = Duration.ofMillis(20);

    static final String STOPPED = "Stopped.";

    /// Lets time pass.
    @FunctionalInterface
    interface Pause {
        void pass(Duration time) throws InterruptedException;
    }

    Playback(Overlay overlay, Supplier<Optional<String>> onAir) {
        this(overlay, onAir, Thread::sleep);
    }

    /// Takes it back as soon as it would be heard on the air, or the thread is interrupted.
    ///
    /// @return why it was not played to its end; empty if it was
    Optional<String> play(float[] samples) {
        Optional<String> why = onAir.get();
        if (why.isPresent()) {
            return why;
        }
        overlay.begin(samples);
        try {
            while (overlay.sounds()) {
                why = onAir.get();
                if (why.isPresent()) {
                    return why;
                }
                pause.pass(LOOK);
            }
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(STOPPED);
        } finally {
            overlay.end();
        }
    }
}
