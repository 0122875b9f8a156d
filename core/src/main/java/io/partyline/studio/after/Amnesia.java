package io.partyline.studio.after;

import io.partyline.cast.Regular;
import io.partyline.mix.WhoHears;
import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.People.Oblivion;
import io.partyline.port.StemRecorder;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.EarlierCall;
import io.partyline.show.Event;
import io.partyline.show.Forgetting;
import io.partyline.show.MusicEvent;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.studio.run.Feed;
import io.partyline.studio.tape.StemNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Forgets a caller: journals, recordings, the files of past shows, what AI callers remember, and
/// at last the book, so that it can be done again if it was cut off half way.
///
/// A show that is still running, or still being summed up, cannot be changed behind its own back;
/// whoever is in one is forgotten once it is over.
public final class Amnesia {
    private final Journal journal;
    private final CallerBook book;
    private final StemRecorder recorder;
    private final Filing filing;
    private final Feed feed;
    private final Function<String, List<String>> messages;

    /// @param messages deletes the messages that somebody has left on the voicemail, and gives
    ///   their ids
    public Amnesia(
            Journal journal,
            CallerBook book,
            StemRecorder recorder,
            Filing filing,
            Feed feed,
            Function<String, List<String>> messages) {
        this.journal = journal;
        this.book = book;
        this.recorder = recorder;
        this.filing = filing;
        this.feed = feed;
        this.messages = messages;
    }

    /// @param running the show that is running now
    /// @param closing shows that still wait for summaries
    Oblivion forget(CallerBook.Entry entry, Show running, List<Show> closing) {
        String fingerprint = entry.fingerprint();
        if (Stream.concat(Stream.of(running), closing.stream())
                .anyMatch(show -> isIn(show, fingerprint))) {
            return new Oblivion.Refused(Reason.STILL_IN_THE_SHOW);
        }
        Map<ShowId, Forgetting> shows = traces(entry);
        var deleted = new ArrayList<String>();
        var left = new ArrayList<String>();
        shows.forEach((show, forgetting) -> {
            Set<String> stems = stems(show, forgetting.calls());
            if (!stems.isEmpty()) {
                recorder.delete(show, stems).forEach(stem -> deleted.add(show + "/" + stem));
                left.add(show + "/00_Mix");
            }
        });
        Map<ShowId, UnaryOperator<Event>> words = new HashMap<>();
        shows.forEach((show, forgetting) -> words.put(show, forgetting::in));
        left.addAll(journal.rewrite(words));
        forgetMessages(fingerprint, deleted, left);
        words.forEach(feed::rewrite);
        words.keySet().forEach(filing::file);
        book.regulars().forEach(regular -> book.keep(without(regular, shows.values())));
        book.forget(fingerprint);
        return new Oblivion.Forgotten(shows.size(), deleted, left);
    }

    /// A message that was played on the air is in the recordings of that show, among other carts.
    private void forgetMessages(String fingerprint, List<String> deleted, List<String> left) {
        Set<String> theirs = Set.copyOf(messages.apply(fingerprint));
        theirs.stream().sorted().map("voicemail/"::concat).forEach(deleted::add);
        for (ShowId show : theirs.isEmpty() ? List.<ShowId>of() : journal.shows()) {
            boolean played =
                    journal.replay(show).stream()
                            .map(Journal.Entry::event)
                            .anyMatch(event -> isOneOf(theirs, event));
            if (played) {
                Stream.of(StemNames.of(WhoHears.EFFECTS), "00_Mix")
                        .map(stem -> show + "/" + stem)
                        .filter(stem -> !left.contains(stem))
                        .forEach(left::add);
            }
        }
    }

    private static boolean isOneOf(Set<String> messages, Event event) {
        return event instanceof MusicEvent.CartFired fired && messages.contains(fired.sound().id());
    }

    private static boolean isIn(Show show, String fingerprint) {
        Stream<Caller> past = show.history().records().stream().map(call -> call.caller());
        Stream<Caller> now = show.calls().real().map(call -> call.caller());
        return Stream.concat(past, now)
                .anyMatch(caller ->
                        caller instanceof Caller.Real real
                                && real.number().fingerprint().equals(fingerprint));
    }

    private Map<ShowId, Forgetting> traces(CallerBook.Entry entry) {
        Map<ShowId, Forgetting> traces = new HashMap<>();
        for (ShowId show : journal.shows()) {
            List<Event> events = journal.replay(show).stream().map(Journal.Entry::event).toList();
            Forgetting.in(events, entry.fingerprint(), Set.of(entry.who().name()))
                    .ifPresent(forgetting -> traces.put(show, forgetting));
        }
        return traces;
    }

    /// What the stems of these calls were called when they were begun.
    private Set<String> stems(ShowId id, Set<CallId> calls) {
        Set<String> names = new HashSet<>();
        Show show = Show.before(0);
        for (Journal.Entry entry : journal.replay(id)) {
            show = show.apply(entry.event());
            if (entry.event() instanceof CallEvent.CallTaken taken
                    && calls.contains(taken.call())) {
                show.call(taken.call()).map(StemNames::of).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Regular without(Regular regular, Iterable<Forgetting> shows) {
        Regular now = regular;
        for (Forgetting forgetting : shows) {
            now =
                    now.telling(
                            forgetting.cleaned(now.storyline()),
                            now.calls().stream().map(call -> without(call, forgetting)).toList());
        }
        return now;
    }

    private static EarlierCall without(EarlierCall call, Forgetting forgetting) {
        return new EarlierCall(
                call.show(),
                call.call(),
                call.at(),
                forgetting.cleaned(call.topic()),
                forgetting.cleaned(call.summary()));
    }
}
