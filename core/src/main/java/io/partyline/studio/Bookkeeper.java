package io.partyline.studio;

import io.partyline.port.ControlRoom.Spent;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.spend.Purse;
import io.partyline.spend.Spending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Writes what models and voices have used into the show, a few seconds after it was used, so that
/// a show which goes on after a crash goes on with its bill. Safe for use by many threads.
final class Bookkeeper implements AutoCloseable {
    /// How much of the bill a crash may cost, and how often the journal hears of it at most.
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Purse purse;
    private final Consumer<ShowCommand> show;
    private final CountDownLatch closed = new CountDownLatch(1);

    Bookkeeper(Purse purse, Consumer<ShowCommand> show) {
        this.purse = purse;
        this.show = show;
    }

    void start() {
        Thread.ofVirtual().name("bookkeeper").start(this::keep);
    }

    /// A show has begun, or goes on: its bill is the one in its journal.
    void begin(Show now) {
        purse.begin(now.spending());
    }

    Spent spent() {
        return new Spent(
                purse.spending(), purse.cap(), purse.warned(), purse.exhausted(), purse.unpriced());
    }

    private void keep() {
        try {
            while (!closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what has not been written yet.
    void write() {
        List<Spending.Row> rows = purse.unwritten();
        if (!rows.isEmpty()) {
            show.accept(new ShowCommand.ReportSpending(rows));
        }
    }

    /// What was used last is still written.
    @Override
    public void close() {
        closed.countDown();
        write();
    }
}
