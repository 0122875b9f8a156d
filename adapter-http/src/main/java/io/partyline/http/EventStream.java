package io.partyline.http;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// One reader of the event feed: every event behind a number, the levels ten times a second, and a
/// sign of life. For one thread.
final class EventStream {
    private static final Duration METERS = Duration.ofMillis(100);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// The event that tells a reader to start again.
    private static final String RESTART = "restart";

    private final ControlRoom room;
    private final EventLines lines;
    private final BooleanSupplier closed;
    private long metersAt;
    private long heartbeatAt;

    /// The levels, as the dashboard reads them.
    record Meters(List<ControlRoom.Level> levels) {}

    /// Tells a reader to read the whole show again, because events are missing.
    record Restart(long seq) {}

    /// The type of every numbered event that a reader may get.
    static List<String> types() {
        return Stream.concat(EventJson.types().stream(), Stream.of(RESTART)).toList();
    }

    EventStream(ControlRoom room, EventLines lines, BooleanSupplier closed) {
        this.room = room;
        this.lines = lines;
        this.closed = closed;
    }

    /// Writes until the reader goes, the door is closed or the thread is interrupted.
    void run(long after) throws IOException {
        metersAt = System.nanoTime();
        heartbeatAt = metersAt;
        long from = after > room.show().seq() ? restart() : after;
        while (!ended()) {
            follow(from);
            from = ended() ? from : restart();
        }
    }

    /// Returns when the feed has cut this reader off, or there is no need to go on.
    private void follow(long from) throws IOException {
        try (EventFeed feed = room.events(from)) {
            while (!ended()) {
                regulars();
                feed.next(untilMeters()).ifPresent(lines::event);
            }
        } catch (IllegalStateException _) {
            // Cut off, or interrupted: the caller sees which.
        }
    }

    private boolean ended() {
        return closed.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    private long restart() throws IOException {
        long now = room.show().seq();
        lines.numbered(now, RESTART, new Restart(now));
        return now;
    }

    private void regulars() throws IOException {
        long now = System.nanoTime();
        if (now - heartbeatAt >= 0) {
            heartbeatAt = now + HEARTBEAT.toNanos();
            lines.heartbeat();
        }
        if (now - metersAt >= 0) {
            metersAt = now + METERS.toNanos();
            lines.unnumbered("meters", new Meters(room.levels()));
        }
    }

    private Duration untilMeters() {
        return Duration.ofNanos(Math.max(0, metersAt - System.nanoTime()));
    }
}
