package io.partyline.http;

import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reader's place in the events: a number, and the show to which it belongs. Written `41@show-…`,
/// number first, so that whoever reads only a number finds it.
///
/// @param show empty if the reader says only a number: one of the show that is running, then
record Place(long seq, Optional<ShowId> show) {
    /// The most of it that is read; a show's id is much shorter.
    private static final int LONGEST = 200;

    private static final char OF = '@';

    static Place of(Show show) {
        return of(show.id(), show.seq());
    }

    static Place of(ShowId show, long seq) {
        return new Place(seq, Optional.of(show));
    }

    /// @param name what the number is called where it comes from
    static Place parse(String name, String text) {
        int at = text.indexOf(OF);
        if (text.length() > LONGEST || (at >= 0 && text.substring(at + 1).isBlank())) {
            throw wrong(name, null);
        }
        return at < 0
                ? new Place(number(name, text), Optional.empty())
                : of(new ShowId(text.substring(at + 1)), number(name, text.substring(0, at)));
    }

    private static long number(String name, String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException wrong) {
            throw wrong(name, wrong);
        }
    }

    private static Problem wrong(String name, @Nullable Exception cause) {
        return new Problem(400, "%s must be the number of an event.".formatted(name), cause);
    }

    /// Whether the reader can go on from here: it is a place in this show, and the show has got
    /// there.
    boolean in(Show now) {
        return show.filter(id -> !id.equals(now.id())).isEmpty() && seq <= now.seq();
    }

    @Override
    public String toString() {
        return show.map(id -> seq + "@" + id.value()).orElse(String.valueOf(seq));
    }
}
