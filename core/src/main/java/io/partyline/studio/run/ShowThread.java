package io.partyline.studio.run;

import io.partyline.port.Journal;
import io.partyline.show.Command;
import io.partyline.show.Deadlines;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
/// Beside the show that is running it keeps those that have been closed and still lack a summary.
/// What names one of them is decided and written in that one, and the show that is running never
/// waits for it.
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

    /// @param during the show that is meant; empty for the one that is running
    private record Asked(
            Optional<ShowId> during, Command command, CompletableFuture<Decision> answer) {}

    private final ClosedShows closed = new ClosedShows();
    private final BlockingQueue<Asked> inbox = new ArrayBlockingQueue<>(INBOX);
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final LongSupplier position;
    private final JournalWriter journal;
    private final BiConsumer<Journal.Entry, Show> told;
    private final Thread thread;

    /// Of the thread itself: when its last turn began.
    private long turnedAt;

    private volatile Show show;
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

    /// The show that is running.
    public Show show() {
        return show;
    }

    /// The show that is running, or a closed one that still lacks a summary, by its id.
    public Optional<Show> show(ShowId id) {
        return Optional.of(show).filter(now -> now.id().equals(id)).or(() -> closed.find(id));
    }

    /// The shows before the one that is running that still lack a summary, the oldest first.
    public List<Show> closed() {
        return closed.all();
    }

    /// What is wrong with the journal, in a sentence; empty if nothing is.
    public Optional<String> journalTrouble() {
        return journal.trouble();
    }

    /// Asks the show that is running, and waits for the answer.
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
        var _ = inbox.offer(timePasses());
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
            answer(
                    new Asked(
                            Optional.empty(),
                            new ShowCommand.WakeUp(away),
                            new CompletableFuture<>()));
        }
    }

    private void passTime() {
        if (new Deadlines(show).next().filter(due -> !clock.instant().isBefore(due)).isPresent()) {
            answer(timePasses());
        }
    }

    private static Asked timePasses() {
        return new Asked(Optional.empty(), new ShowCommand.PassTime(), new CompletableFuture<>());
    }

    /// A mistake in the rules is heard by whoever asked, and the show goes on.
    private void answer(Asked asked) {
        try {
            asked.answer().complete(decide(asked));
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a command could not be decided: " + name(asked), mistake);
            asked.answer().completeExceptionally(mistake);
        }
    }

    private static String name(Asked asked) {
        return asked.command().getClass().getSimpleName();
    }

    private Decision decide(Asked asked) {
        return asked.during()
                .map(this::show)
                .orElse(Optional.of(show))
                .map(meant -> decide(meant, asked.command()))
                .orElse(new Decision.Refused(Reason.SHOW_CLOSED));
    }

    private Decision decide(Show meant, Command command) {
        Decision decision = Decisions.decide(meant, command, clock.instant(), position.getAsLong());
        if (decision instanceof Decision.Accepted(var events) && !events.isEmpty()) {
            happen(meant, events);
        }
        return decision;
    }

    private void happen(Show meant, List<Event> events) {
        var entries = new ArrayList<Journal.Entry>();
        var shows = new ArrayList<Show>();
        Show next = events.getFirst() instanceof ShowEvent.ShowOpened ? Show.before(0) : meant;
        for (Event event : events) {
            next = next.apply(event);
            entries.add(new Journal.Entry(next.seq(), event));
            shows.add(next);
        }
        journal.write(next.id(), entries);
        become(meant, next);
        for (int i = 0; i < entries.size(); i++) {
            tell(entries.get(i), shows.get(i));
        }
    }

    private void become(Show meant, Show next) {
        if (!meant.id().equals(show.id())) {
            keep(next);
            return;
        }
        if (!next.id().equals(show.id())) {
            keep(show);
        }
        show = next;
    }

    private void keep(Show past) {
        if (!closed.put(past)) {
            journal.done(past.id());
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
}
