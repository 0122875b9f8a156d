package io.partyline.http;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import java.util.concurrent.atomic.AtomicInteger;

/// Who is at the studio door: pages and scripts that follow the events, by seat.
///
/// Safe for use by many threads at once.
final class Presence {
    private final AtomicInteger hosts = new AtomicInteger();
    private final AtomicInteger producers = new AtomicInteger();

    /// How many follow the events from each seat.
    record Seats(int host, int producer) {}

    void comes(Who who) {
        counted(who).incrementAndGet();
    }

    void goes(Who who) {
        counted(who).decrementAndGet();
    }

    Seats now() {
        return new Seats(hosts.get(), producers.get());
    }

    /// What the host is told of the producer's seat.
    Health ofProducer() {
        int pages = producers.get();
        return pages == 0
                ? new Health("producer", State.OFF, "Nobody sits at the producer's seat.")
                : new Health(
                        "producer",
                        State.FINE,
                        pages == 1
                                ? "The producer is here."
                                : "The producer is here, on %d pages.".formatted(pages));
    }

    private AtomicInteger counted(Who who) {
        return switch (who) {
            case HOST -> hosts;
            case PRODUCER -> producers;
            case AUDIENCE -> throw new IllegalArgumentException("the audience follows no events");
        };
    }
}
