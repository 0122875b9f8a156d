package io.partyline.rehearsal;

import java.time.Duration;
import java.util.Optional;

/// What a telephone is played next by a clock that is turned by hand.
final class NextFrame {
    /// In which a telephone is played a frame, unless it misses that one.
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final int MOST_MISSED = 600;

    private NextFrame() {}

    /// Waits for it. A telephone that is busy for a moment misses a frame, and gets the next.
    ///
    /// @param turn turns the clock once more
    static float[] of(HandHandset phone, Runnable turn) {
        for (int i = 0; i < MOST_MISSED; i++) {
            Optional<float[]> frame = phone.hear(A_MOMENT);
            if (frame.isPresent()) {
                return frame.orElseThrow();
            }
            turn.run();
        }
        throw new AssertionError("nothing is played");
    }
}
