package io.partyline.http;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        return Stream.concat(FeedJson.types().stream(), Stream.of(RESTART)).toList();
    }

    EventStream(ControlRoom room, EventLines lines, BooleanSupplier closed) {
        this.room = room;
        this.lines = lines;
        this.closed = closed;
    }

    /// Writes until the reader goes, the door is closed or the feed cuts the reader off.
    void run(long after) throws IOException {
        metersAt = System.nanoTime();
        heartbeatAt = metersAt;
        long from = after > room.show().seq() ? restart() : after;
        try (EventFeed feed = room.events(from)) {
            while (!closed.getAsBoolean()) {
                regulars();
                Optional<Journal.Entry> next = next(feed);
                if (next.isPresent()) {
                    lines.event(next.get());
                }
            }
        }
    }

    /// A reader who was cut off is told so; they come back behind the number that they get.
    private Optional<Journal.Entry> next(EventFeed feed) throws IOException {
        try {
            return feed.next(untilMeters());
        } catch (IllegalStateException over) {
            restart();
            throw new IOException("the feed is over for this reader", over);
        }
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
