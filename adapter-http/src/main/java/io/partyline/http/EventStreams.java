package io.partyline.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.partyline.port.ControlRoom;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The event feed for any number of dashboards, as Server-Sent Events.
///
/// The stream is written here and not by Helidon's own sink, because a reader that stops reading
/// must be cut off in the middle of a write. Each reader has the virtual thread of its connection.
final class EventStreams implements AutoCloseable {
    /// Dashboards and scripts that may listen at once.
    private static final int MOST = 24;

    /// How long one write may take before the reader counts as gone.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

    private final ControlRoom room;
    private final Duration patience;
    private final Runnable left;
    private final Presence presence = new Presence();
    private final Semaphore places = new Semaphore(MOST);
    private volatile boolean closed;

    EventStreams(ControlRoom room) {
        this(room, PATIENCE, () -> {});
    }

    /// @param left called whenever a reader has gone
    EventStreams(ControlRoom room, Duration patience, Runnable left) {
        this.room = room;
        this.patience = patience;
        this.left = left;
    }

    /// The feed itself. What is tried of the house is told to the host's pages alone.
    Handler telling(Trials trials) {
        return (request, response) -> handle(request, response, trials);
    }

    private void handle(ServerRequest request, ServerResponse response, Trials trials) {
        Place after = after(request);
        if (closed || !places.tryAcquire()) {
            throw new Problem(503, "Too many dashboards listen already: close one.");
        }
        Who who = Who.of(request);
        presence.comes(who);
        try {
            stream(response, after, who == Who.HOST ? Optional.of(trials) : Optional.empty());
        } finally {
            presence.goes(who);
            places.release();
            left.run();
        }
    }

    /// Who listens.
    Presence presence() {
        return presence;
    }

    /// Every stream ends within a tenth of a second.
    @Override
    public void close() {
        closed = true;
    }

    /// The place behind which the reader goes on: theirs, or that of the show as it stands.
    private Place after(ServerRequest request) {
        return request.headers()
                .first(LAST_EVENT_ID)
                .map(text -> Place.parse("Last-Event-ID", text))
                .or(() -> new Asked(request).place("since"))
                .or(() -> new Asked(request).place("after"))
                .orElseGet(() -> Place.of(room.show()));
    }

    private void stream(ServerResponse response, Place after, Optional<Trials> trials) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        try (var watch = new WriteWatch(Thread.currentThread(), patience);
                OutputStream out = response.outputStream()) {
            var lines = new EventLines(out, watch);
            new EventStream(room, presence, trials, lines, () -> closed).run(after);
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("The reader of the events has gone.", gone);
        }
    }
}
