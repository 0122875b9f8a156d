package io.partyline.studio.run;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.show.Command;
import io.partyline.show.Deadlines;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// The thread named `show`: takes one command at a time, decides it, writes the events down, and
/// only then tells anybody.
///
/// Any thread may ask. The thread itself waits for nothing but its inbox and the journal.
public final class ShowThread implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ShowThread.class.getName());

    /// Commands that may wait; far more than a show of ten lines makes in a second. A full inbox
    /// makes the asker wait, never the show.
    private static final int INBOX = 1_024;

    /// The longest wait for a command before time is looked at anyway.
    private static final Duration IDLE = Duration.ofSeconds(1);

    /// Of one turn of this thread, which lasts a second at most; a disk that makes it wait takes
    /// part of that. Longer, and the program has stood still.
    static final Duration STOOD_STILL = Duration.ofSeconds(5);

    /// Decisions that are kept for a journal that cannot be written; several hours of a lively
    /// show.
    private static final int UNWRITTEN = 50_000;

    private record Asked(Command command, CompletableFuture<Decision> answer) {}

    /// Events of one decision that are still to be written.
    private record Batch(ShowId show, List<Journal.Entry> entries) {}

    private final Deque<Batch> unwritten = new ArrayDeque<>();
    private final BlockingQueue<Asked> inbox = new ArrayBlockingQueue<>(INBOX);
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final LongSupplier position;
    private final Journal journal;
    private final BiConsumer<Journal.Entry, Show> told;
    private final Thread thread;

    /// Of the thread itself: when its last turn began.
    private long turnedAt;

    private volatile Show show;
    private volatile boolean stopping;
    private volatile boolean ended;
    private volatile Optional<String> journalTrouble = Optional.empty();

    /// @param nanoTime a clock that only runs forward, also while the computer sleeps
    /// @param position the show position of this moment, in samples at 48 kHz from show zero
    /// @param told called on the show thread for every event, with the show after it; must not
    ///   block
    public ShowThread(
            Show start,
            InstantSource clock,
            LongSupplier nanoTime,
            LongSupplier position,
            Journal journal,
            BiConsumer<Journal.Entry, Show> told) {
        this.show = start;
        this.clock = clock;
        this.nanoTime = nanoTime;
        turnedAt = nanoTime.getAsLong();
        this.position = position;
        this.journal = journal;
        this.told = told;
        this.thread = Thread.ofPlatform().name("show").unstarted(this::run);
    }

    public void start() {
        turnedAt = nanoTime.getAsLong();
        thread.start();
    }

    public Show show() {
        return show;
    }

    /// What is wrong with the journal, in a sentence; empty if nothing is.
    public Optional<String> journalTrouble() {
        return journalTrouble;
    }

    /// Asks, and waits for the answer.
    public Decision ask(Command command) {
        return submit(command).join();
    }

    /// Asks without waiting for the answer.
    public CompletableFuture<Decision> submit(Command command) {
        var asked = new Asked(command, new CompletableFuture<>());
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
        var _ = inbox.offer(new Asked(new ShowCommand.PassTime(), new CompletableFuture<>()));
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
                noticeStandingStill();
                passTime();
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
        return new Deadlines(show)
                .next()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .map(wait -> Math.max(0, wait.toMillis() + 1))
                .orElse(IDLE.toMillis());
    }

    /// Before anything is found to be due: nothing could happen in that time, so nobody is late.
    private void noticeStandingStill() {
        long now = nanoTime.getAsLong();
        Duration away = Duration.ofNanos(now - turnedAt);
        turnedAt = now;
        if (away.compareTo(STOOD_STILL) > 0 && show.open()) {
            answer(new Asked(new ShowCommand.WakeUp(away), new CompletableFuture<>()));
        }
    }

    private void passTime() {
        if (new Deadlines(show).next().filter(due -> !clock.instant().isBefore(due)).isPresent()) {
            answer(new Asked(new ShowCommand.PassTime(), new CompletableFuture<>()));
        }
    }

    /// A mistake in the rules is heard by whoever asked, and the show goes on.
    private void answer(Asked asked) {
        try {
            Decision decision = decide(asked.command());
            asked.answer().complete(decision);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a command could not be decided: " + name(asked), mistake);
            asked.answer().completeExceptionally(mistake);
        }
    }

    private static String name(Asked asked) {
        return asked.command().getClass().getSimpleName();
    }

    private Decision decide(Command command) {
        Instant now = clock.instant();
        Decision decision = Decisions.decide(show, command, now, position.getAsLong());
        if (decision instanceof Decision.Accepted(var events) && !events.isEmpty()) {
            happen(events);
        }
        return decision;
    }

    private void happen(List<Event> events) {
        var entries = new ArrayList<Journal.Entry>();
        var shows = new ArrayList<Show>();
        Show next = show;
        for (Event event : events) {
            next = next.apply(event);
            entries.add(new Journal.Entry(next.seq(), event));
            shows.add(next);
        }
        write(next, entries);
        show = next;
        for (int i = 0; i < entries.size(); i++) {
            tell(entries.get(i), shows.get(i));
        }
    }

    /// A mistake in what is done about one event must not keep the next from being heard of.
    private void tell(Journal.Entry entry, Show after) {
        try {
            told.accept(entry, after);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "an event was not seen to: " + entry.seq(), mistake);
        }
    }

    /// A show does not stop because it cannot be written down; but the host is told, and what is
    /// missing is written as soon as that is possible, so that the journal has no gap.
    private void write(Show after, List<Journal.Entry> entries) {
        if (unwritten.size() >= UNWRITTEN) {
            unwritten.remove();
        }
        unwritten.add(new Batch(after.id(), entries));
        try {
            for (Batch batch = unwritten.peek(); batch != null; batch = unwritten.peek()) {
                journal.append(batch.show(), batch.entries());
                unwritten.remove();
            }
            journalTrouble = Optional.empty();
        } catch (JournalException failed) {
            if (journalTrouble.isEmpty()) {
                LOG.log(Level.ERROR, "the journal cannot be written", failed);
            }
            journalTrouble = Optional.ofNullable(failed.getMessage());
        }
    }
}
