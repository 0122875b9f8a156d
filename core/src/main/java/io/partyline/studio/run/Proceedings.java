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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// What happens in a show: one command at a time is decided, its events are written down, and only
/// then is anybody told.
///
/// Beside the show that is running it keeps those that have been closed and still lack a summary.
/// What names one of them is decided and written in that one, and the show that is running never
/// waits for it.
///
/// For one thread, which is [ShowThread] when a studio is open; any may read the shows. It waits
/// for nothing but the journal, and knows no time but that of its clocks.
public final class Proceedings implements RunningShow {
    private static final System.Logger LOG = System.getLogger(Proceedings.class.getName());

    /// Between two looks at the clock, which come every second at least; a disk that makes them
    /// wait takes part of that. Longer, and the program has stood still.
    static final Duration STOOD_STILL = Duration.ofSeconds(5);

    private final ClosedShows closed = new ClosedShows();
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final LongSupplier position;
    private final JournalWriter journal;
    private final BiConsumer<Journal.Entry, Show> told;

    /// When the clock was last looked at.
    private long lookedAt;

    /// Whether the show has been left by a program before this one, and is not gone on in yet.
    private boolean left;

    private volatile Show show;

    /// When the next thing is due in the show; nothing but an event changes that.
    private Optional<Instant> next;

    /// @param nanoTime a clock that only runs forward, also while the computer sleeps
    /// @param position the show position of this moment, in samples at 48 kHz from show zero
    /// @param told called for every event, with its show after it; must not block, nor ask
    public Proceedings(
            Show start,
            InstantSource clock,
            LongSupplier nanoTime,
            LongSupplier position,
            JournalWriter journal,
            BiConsumer<Journal.Entry, Show> told) {
        this.show = start;
        this.next = new Deadlines(start).next();
        this.left = start.open();
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.position = position;
        this.journal = journal;
        this.told = told;
        begin();
    }

    /// From here on the clock is looked at.
    void begin() {
        lookedAt = nanoTime.getAsLong();
    }

    @Override
    public Show show() {
        return show;
    }

    /// The show that is running, or a closed one that still lacks a summary, by its id.
    public Optional<Show> show(ShowId id) {
        return Optional.of(show).filter(now -> now.id().equals(id)).or(() -> closed.find(id));
    }

    /// The shows before the one that is running that still lack a summary, the oldest first.
    List<Show> closed() {
        return closed.all();
    }

    /// What is wrong with the journal, in a sentence; empty if nothing is.
    public Optional<String> journalTrouble() {
        return journal.trouble();
    }

    @Override
    public Decision ask(Command command) {
        return decide(show, command);
    }

    /// Asks the show with this id, though it may have been closed meanwhile.
    public Decision ask(ShowId during, Command command) {
        return show(during)
                .map(meant -> decide(meant, command))
                .orElse(new Decision.Refused(Reason.SHOW_CLOSED));
    }

    /// When the next thing is due that happens by itself, if anything is. In a show that is to be
    /// gone on in nothing is, before it is: nobody could be reached while the program was away, so
    /// nobody is late.
    public Optional<Instant> due() {
        return left ? Optional.empty() : next;
    }

    /// Before anything is found to be due: nothing could happen while the program stood still, so
    /// nobody is late.
    public void noticeStandingStill() {
        long now = nanoTime.getAsLong();
        Duration away = Duration.ofNanos(now - lookedAt);
        lookedAt = now;
        if (away.compareTo(STOOD_STILL) > 0 && show.open()) {
            ask(new ShowCommand.WakeUp(away));
        }
    }

    /// Sees to what is due, and to what could not be written down.
    public void passTime() {
        journal.writeAgain();
        if (due().filter(at -> !clock.instant().isBefore(at)).isPresent()) {
            ask(new ShowCommand.PassTime());
        }
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
        left &= !(events.getFirst() instanceof ShowEvent.ShowResumed);
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
        this.next = new Deadlines(next).next();
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
