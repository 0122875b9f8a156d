package io.partyline.studio.after;

import io.partyline.cast.Cast;
import io.partyline.cast.Regular;
import io.partyline.cast.Regulars;
import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import io.partyline.show.Caller;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import io.partyline.studio.voice.GreenRoom;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Who of the cast is there tonight, and who has become somebody who comes back. Waits for the
/// caller book. Safe for use by many threads.
public final class Guests {
    private static final System.Logger LOG = System.getLogger(Guests.class.getName());

    private final CallerBook book;
    private final Cast cast;
    private final GreenRoom greenRoom;
    private final RandomGenerator chance;

    /// @param cast who there is, all of them calling for the first time
    /// @param chance by which a first-timer becomes a regular
    public Guests(CallerBook book, Cast cast, GreenRoom greenRoom, RandomGenerator chance) {
        this.book = book;
        this.cast = cast;
        this.greenRoom = greenRoom;
        this.chance = chance;
    }

    /// Makes up the cast of a show. The same show has the same cast, also after a restart. Without
    /// the book everybody calls for the first time.
    public synchronized void invite(ShowId show) {
        try {
            var lots = new Random(show.value().hashCode());
            greenRoom.open(regulars().tonight(cast, book.evening(show), lots));
        } catch (JournalException failed) {
            LOG.log(Level.WARNING, "nobody comes back tonight: {0}", failed.getMessage());
            greenRoom.open(cast);
        }
    }

    Regulars regulars() {
        return new Regulars(book.regulars());
    }

    /// An AI caller has been on the air.
    synchronized void heard(Caller.Ai ai, EarlierCall call, int utterances, ShowId show) {
        cast.find(ai.key().value())
                .map(persona -> persona.of(ai))
                .ifPresent(persona ->
                        keep(
                                regulars()
                                        .after(
                                                persona,
                                                ai.background(),
                                                call,
                                                utterances,
                                                book.evening(show),
                                                chance)));
    }

    synchronized Optional<Regular> make(String id, Optional<String> storyline, ShowId show) {
        Optional<Regular> known =
                regulars()
                        .find(id)
                        .map(regular ->
                                regular.telling(
                                        storyline.orElse(regular.storyline()), regular.calls()));
        Optional<Regular> made =
                known.or(() ->
                        greenRoom
                                .cast()
                                .find(id)
                                .map(persona ->
                                        regulars()
                                                .find(Regular.idOf(persona))
                                                .orElseGet(() ->
                                                        Regular.first(
                                                                persona,
                                                                storyline.orElseGet(() ->
                                                                        greenRoom.background(id)),
                                                                book.evening(show),
                                                                true))));
        made.ifPresent(regular -> keep(regulars().with(regular)));
        return made;
    }

    synchronized boolean retire(String id) {
        boolean known = regulars().find(id).isPresent();
        book.retire(id);
        return known;
    }

    private void keep(Regulars now) {
        Set<String> ids = now.all().stream().map(Regular::id).collect(Collectors.toSet());
        Set<String> gone =
                book.regulars().stream()
                        .map(Regular::id)
                        .collect(Collectors.toCollection(HashSet::new));
        gone.removeAll(ids);
        now.all().forEach(book::keep);
        gone.forEach(book::retire);
    }
}
