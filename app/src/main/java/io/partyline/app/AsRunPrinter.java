package io.partyline.app;

import io.partyline.exports.AsRunLog;
import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.Show;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Prints the as-run log while it happens, on a thread of its own.
final class AsRunPrinter implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(200);

    private final EventFeed events;
    private final Consumer<String> out;
    private final Thread thread;
    private Show show;
    private volatile boolean stopping;

    private AsRunPrinter(ControlRoom room, Consumer<String> out) {
        this.events = room.events(0);
        this.out = out;
        this.show = Show.before(0);
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
        Optional<Journal.Entry> next = events.next(ROUND);
        while (next.isPresent() || !stopping) {
            next.ifPresent(this::print);
            next = events.next(ROUND);
        }
    }

    private void print(Journal.Entry entry) {
        show = show.apply(entry.event());
        out.accept(AsRunLog.line(entry.event(), show));
    }
}
