package io.partyline.studio.after;

import io.partyline.cast.Regular;
import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import io.partyline.port.People;
import io.partyline.show.Acquaintance;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.EarlierCall;
import io.partyline.show.Event;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.ShowThread;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Keeps the caller book: whoever rings is looked up in it, and whoever has been on the air is
/// written down once their call is summed up. The show never waits for it; what the book knows of a
/// caller comes as a command.
///
/// Safe for use by many threads.
public final class OldAcquaintances implements People {
    private static final System.Logger LOG = System.getLogger(OldAcquaintances.class.getName());

    /// A call that has been summed up and is not written down yet.
    private record Ended(Show show, CallRecord call) {}

    private final Crew crew;
    private final ShowThread show;
    private final CallerBook book;
    private final Guests guests;
    private final Amnesia amnesia;
    private final InstantSource clock;

    /// One a call; emptied as soon as the book can be written.
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    /// @param guests who of the cast comes back
    public OldAcquaintances(
            Crew crew,
            ShowThread show,
            CallerBook book,
            Guests guests,
            Amnesia amnesia,
            InstantSource clock) {
        this.crew = crew;
        this.show = show;
        this.book = book;
        this.guests = guests;
        this.amnesia = amnesia;
        this.clock = clock;
    }

    /// On the show thread, for every event, also those of shows that have been closed.
    public void on(Event event, Show now) {
        switch (event) {
            case CallEvent.CallRang(var call, var number, _) -> lookUp(now.id(), call, number);
            case CallEvent.CallFound(var call, var number, _, _) -> lookUp(now.id(), call, number);
            case CallEvent.SummaryWritten(var call, _, _) ->
                    now.history()
                            .find(call)
                            .ifPresent(past -> {
                                ended.add(new Ended(now, past));
                                crew.react(this::write);
                            });
            default -> {}
        }
    }

    private void lookUp(ShowId during, CallId call, CallerNumber number) {
        if (number.known()) {
            crew.react(() ->
                    book.find(number.fingerprint())
                            .map(CallerBook.Entry::who)
                            .filter(who -> !who.equals(Acquaintance.STRANGER))
                            .ifPresent(
                                    who -> show.ask(during, new CallCommand.Recognise(call, who))));
        }
    }

    /// Writes down what has not been written yet. What cannot be written is said in the log, and
    /// not tried again: the journal has it.
    public synchronized void write() {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            try {
                write(next);
            } catch (JournalException failed) {
                LOG.log(
                        Level.WARNING,
                        "a call is not in the caller book: {0}",
                        failed.getMessage());
            }
        }
    }

    private void write(Ended past) {
        if (!past.call().aired()) {
            return;
        }
        switch (past.call().caller()) {
            case Caller.Real real when real.number().known() -> write(past, real);
            case Caller.Real _ -> {}
            case Caller.Ai ai ->
                    guests.heard(ai, remembered(past), utterances(past), past.show().id());
        }
    }

    private void write(Ended past, Caller.Real real) {
        String fingerprint = real.number().fingerprint();
        book.remember(fingerprint, remembered(past), given(real.name()));
        Card card = past.call().call().card();
        if (card.vip() || !card.notes().isBlank()) {
            Acquaintance who = book.find(fingerprint).orElseThrow().who();
            book.write(
                    fingerprint,
                    who.with(
                            who.name(),
                            card.vip(),
                            card.notes().isBlank() ? who.notes() : card.notes(),
                            who.mention()));
        }
    }

    private static EarlierCall remembered(Ended past) {
        CallRecord call = past.call();
        return new EarlierCall(
                past.show().id(),
                call.id(),
                call.ended(),
                call.summary().map(summary -> summary.topic()).orElse(""),
                call.summary().map(summary -> summary.text()).orElse(""));
    }

    private static int utterances(Ended past) {
        CallId call = past.call().id();
        return (int)
                past.show().transcript(past.call()).stream()
                        .filter(said -> said.speaker().call().filter(call::equals).isPresent())
                        .count();
    }

    private static String given(String name) {
        return name.startsWith(Caller.Real.UNNAMED) ? "" : name;
    }

    @Override
    public List<People.Known> callers() {
        return book.callers().stream().map(OldAcquaintances::known).toList();
    }

    private static People.Known known(CallerBook.Entry entry) {
        return new People.Known(PersonId.of(entry.fingerprint()), entry);
    }

    private Optional<CallerBook.Entry> find(String id) {
        return book.callers().stream()
                .filter(entry -> PersonId.of(entry.fingerprint()).equals(id))
                .findFirst();
    }

    @Override
    public synchronized Optional<People.Known> write(String id, Change change) {
        return find(id).flatMap(entry -> {
            Acquaintance who = entry.who();
            book.write(
                    entry.fingerprint(),
                    who.with(
                            change.name().map(PhoneNumbers::hidden).orElse(who.name()),
                            change.vip().orElse(who.vip()),
                            change.notes().map(PhoneNumbers::hidden).orElse(who.notes()),
                            change.mention().orElse(who.mention())));
            change.banned().ifPresent(banned -> ban(entry.fingerprint(), banned));
            return book.find(entry.fingerprint()).map(OldAcquaintances::known);
        });
    }

    private void ban(String fingerprint, boolean banned) {
        if (banned) {
            book.ban(fingerprint, clock.instant());
        } else {
            book.allow(fingerprint);
        }
        show.ask(new ShowCommand.SetBan(fingerprint, banned));
    }

    @Override
    public List<Regular> regulars() {
        return guests.regulars().all();
    }

    @Override
    public Optional<Regular> makeRegular(String id, Optional<String> storyline) {
        return guests.make(id, storyline, show.show().id());
    }

    @Override
    public boolean retire(String id) {
        return guests.retire(id);
    }

    @Override
    public synchronized Oblivion forget(String id) {
        write();
        return find(id).map(entry -> amnesia.forget(entry, show.show(), show.closed()))
                .orElse(new Oblivion.Refused(Reason.NO_SUCH_PERSON));
    }
}
