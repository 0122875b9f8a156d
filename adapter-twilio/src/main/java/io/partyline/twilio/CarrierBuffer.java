package io.partyline.twilio;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Optional;

/// What waits at the carrier to be played, measured with marks: a mark comes back when everything
/// before it has been played, so what was sent in the meantime is what waits.
///
/// The measure includes the way there and back. An echo also follows a `clear`, and then proves
/// nothing; so a mark that was under way at a `clear` is forgotten.
///
/// Safe for use by many threads at once: the writer sends, the reader hears the echo.
final class CarrierBuffer {
    /// More delay than this makes a conversation hard, and only `clear` removes it.
    static final int DEEPEST_MS = 400;

    /// A mark a second is enough to follow a clock.
    private static final int FRAMES_BETWEEN_MARKS = 50;

    /// A mark that has not come back after ten seconds never will.
    private static final int PATIENCE_FRAMES = 500;

    /// On a line whose way there and back is too long by itself, clearing more often would only
    /// tear holes.
    private static final long FRAMES_BETWEEN_CLEARS =
            Duration.ofSeconds(10).toMillis() / Frames.MILLIS;

    private long sent;
    private long markedAt = -FRAMES_BETWEEN_MARKS;
    private long clearedAt = -FRAMES_BETWEEN_CLEARS;
    private long awaitedSince;
    private String awaited = "";
    private int depthMs;

    /// A frame has been sent.
    ///
    /// @param now in nanoseconds of a clock that only runs forward
    /// @return the mark to be sent after it, if one is due
    synchronized Optional<String> sent(long now) {
        sent++;
        if (sent - markedAt < (awaited.isEmpty() ? FRAMES_BETWEEN_MARKS : PATIENCE_FRAMES)) {
            return Optional.empty();
        }
        markedAt = sent;
        awaitedSince = awaited.isEmpty() ? now : awaitedSince;
        awaited = "at-" + sent;
        return Optional.of(awaited);
    }

    /// A mark has come back.
    ///
    /// @return false if it is not the one that is under way
    synchronized boolean echoed(String mark) {
        boolean ours = mark.equals(awaited);
        if (ours) {
            depthMs = (int) (sent - markedAt) * Frames.MILLIS;
            awaited = "";
        }
        return ours;
    }

    /// For how many nanoseconds no mark has come back, although one is under way.
    synchronized long unanswered(long now) {
        return awaited.isEmpty() ? 0 : now - awaitedSince;
    }

    /// Whether it is time for a `clear`.
    synchronized boolean tooDeep() {
        return depthMs > DEEPEST_MS && sent - clearedAt >= FRAMES_BETWEEN_CLEARS;
    }

    synchronized void cleared() {
        clearedAt = sent;
        awaited = "";
        depthMs = 0;
    }

    /// Milliseconds that waited when last measured.
    synchronized int depthMs() {
        return depthMs;
    }
}
