package io.partyline.tts;

import io.partyline.port.SpeechException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Between who brings the sound and who reads it, so that the reader can be woken at any moment.
///
/// Whoever brings it holds to [#ROOM]: it brings so many pieces, and then one for each that was
/// taken. One thread takes; any may add, and wake whoever takes by adding an end.
final class Inflow {
    /// Pieces that may wait. A server's are of 16 kB at most, a third of a second each.
    static final int ROOM = 16;

    private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
    private final Runnable taken;

    /// @param taken told when there is room for one more
    Inflow(Runnable taken) {
        this.taken = taken;
    }

    void add(Arrival arrival) {
        waiting.add(arrival);
    }

    /// The next to come; empty if none does within the limit.
    ///
    /// @throws SpeechException if the thread is interrupted
    Optional<Arrival> next(Duration limit) {
        try {
            Arrival next = waiting.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
            if (next instanceof Arrival.Bytes) {
                taken.run();
            }
            return Optional.ofNullable(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechException("The sentence was given up.", e);
        }
    }
}
