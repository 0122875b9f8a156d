package io.partyline.app;

import io.partyline.exports.AsRunLog;
import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Prints the as-run log while it happens, on a thread of its own.
final class AsRunPrinter implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(200);

    private final EventFeed events;
    private final Consumer<String> out;
    private final Thread thread;
    private final Map<ShowId, Show> shows = new HashMap<>();
    private volatile boolean stopping;

    private AsRunPrinter(ControlRoom room, Consumer<String> out) {
        this.events = room.events(room.show().id(), 0);
        this.out = out;
        this.thread = Thread.ofVirtual().name("as-run").unstarted(this::run);
    }

    static AsRunPrinter start(ControlRoom room, Consumer<String> out) {
        var printer = new AsRunPrinter(room, out);
        printer.thread.start();
        return printer;
    }

    /// Prints what has happened up to now, then stops.
    void printRest() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        printRest();
        events.close();
    }

    private void run() {
        Optional<EventFeed.Told> next = events.next(ROUND);
        while (next.isPresent() || !stopping) {
            next.ifPresent(this::print);
            next = events.next(ROUND);
        }
    }

    /// What comes late for a show that has been closed is told as a part of that one.
    private void print(EventFeed.Told told) {
        Event event = told.entry().event();
        Show before = shows.getOrDefault(told.show(), Show.before(told.entry().seq() - 1));
        Show after = before.apply(event);
        shows.put(told.show(), after);
        if (AsRunLog.tells(event)) {
            out.accept(AsRunLog.line(event, after));
        }
    }
}
