package io.partyline.studio.run;

import io.partyline.port.Journal;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// The thread named `show`: takes one command at a time from its inbox, and has it decided by the
/// [Proceedings], which it alone may ask; between two commands it looks at the clock.
///
/// Any thread may ask. The thread itself waits for nothing but its inbox and the journal.
public final class ShowThread implements RunningShow, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ShowThread.class.getName());

    /// Commands that may wait; far more than a show of ten lines makes in a second. A full inbox
    /// makes the asker wait, never the show.
    private static final int INBOX = 1_024;

    /// The longest wait for a command before time is looked at anyway.
    private static final Duration IDLE = Duration.ofSeconds(1);

    /// @param during the show that is meant; empty for the one that is running
    private record Asked(
            Optional<ShowId> during, Command command, CompletableFuture<Decision> answer) {}

    private final BlockingQueue<Asked> inbox = new ArrayBlockingQueue<>(INBOX);
    private final InstantSource clock;
    private final Proceedings proceedings;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean ended;

    /// @param nanoTime a clock that only runs forward, also while the computer sleeps
    /// @param position the show position of this moment, in samples at 48 kHz from show zero
    /// @param told called on the show thread for every event, with its show after it; must not
    ///   block
    public ShowThread(
            Show start,
            InstantSource clock,
            LongSupplier nanoTime,
            LongSupplier position,
            JournalWriter journal,
            BiConsumer<Journal.Entry, Show> told) {
        this.clock = clock;
        this.proceedings = new Proceedings(start, clock, nanoTime, position, journal, told);
        this.thread = Thread.ofPlatform().name("show").unstarted(this::run);
    }

    public void start() {
        proceedings.begin();
        thread.start();
    }

    /// The show that is running.
    @Override
    public Show show() {
        return proceedings.show();
    }

    /// The show that is running, or a closed one that still lacks a summary, by its id.
    public Optional<Show> show(ShowId id) {
        return proceedings.show(id);
    }

    /// The shows before the one that is running that still lack a summary, the oldest first.
    public List<Show> closed() {
        return proceedings.closed();
    }

    /// What is wrong with the journal, in a sentence; empty if nothing is.
    public Optional<String> journalTrouble() {
        return proceedings.journalTrouble();
    }

    @Override
    public Decision ask(Command command) {
        return submit(command).join();
    }

    /// Asks the show with this id, though it may have been closed meanwhile, and waits for the
    /// answer.
    public Decision ask(ShowId during, Command command) {
        return submit(during, command).join();
    }

    /// Asks the show that is running, without waiting for the answer.
    public CompletableFuture<Decision> submit(Command command) {
        return submit(new Asked(Optional.empty(), command, new CompletableFuture<>()));
    }

    /// Asks the show with this id, without waiting for the answer.
    public CompletableFuture<Decision> submit(ShowId during, Command command) {
        return submit(new Asked(Optional.of(during), command, new CompletableFuture<>()));
    }

    /// Waits until all that has been asked before is decided.
    public void awaitDecided() {
        ask(new ShowCommand.PassTime());
    }

    private CompletableFuture<Decision> submit(Asked asked) {
        if (stopping) {
            refuse(asked);
            return asked.answer();
        }
        try {
            inbox.put(asked);
            if (ended && inbox.remove(asked)) {
                refuse(asked);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            asked.answer().completeExceptionally(interrupted);
        }
        return asked.answer();
    }

    private static void refuse(Asked asked) {
        asked.answer().completeExceptionally(new IllegalStateException("the studio is closed"));
    }

    /// Answers what has been asked so far, then ends.
    @Override
    public void close() {
        stopping = true;
        // So that it need not wait out its longest wait; a full inbox wakes it, too.
        var _ =
                inbox.offer(
                        new Asked(
                                Optional.empty(),
                                new ShowCommand.PassTime(),
                                new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping || !inbox.isEmpty()) {
            try {
                Asked asked = inbox.poll(untilSomethingIsDue(), TimeUnit.MILLISECONDS);
                guarded("that the program stood still", proceedings::noticeStandingStill);
                guarded("what is due", proceedings::passTime);
                if (asked != null) {
                    answer(asked);
                }
            } catch (InterruptedException _) {
                stopping = true;
            }
        }
        ended = true;
        for (Asked late = inbox.poll(); late != null; late = inbox.poll()) {
            refuse(late);
        }
    }

    private long untilSomethingIsDue() {
        return proceedings
                .due()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .map(wait -> Math.max(0, wait.toMillis() + 1))
                .orElse(IDLE.toMillis());
    }

    private static void guarded(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "it could not be decided: " + what, mistake);
        }
    }

    /// A mistake in the rules is heard by whoever asked, and the show goes on.
    private void answer(Asked asked) {
        try {
            asked.answer()
                    .complete(
                            asked.during()
                                    .map(during -> proceedings.ask(during, asked.command()))
                                    .orElseGet(() -> proceedings.ask(asked.command())));
        } catch (RuntimeException mistake) {
            LOG.log(
                    Level.ERROR,
                    "a command could not be decided: " + asked.command().getClass().getSimpleName(),
                    mistake);
            asked.answer().completeExceptionally(mistake);
        }
    }
}
