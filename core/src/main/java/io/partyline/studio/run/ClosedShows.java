package io.partyline.studio.run;

import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The shows that lie before the one that is running and still lack a summary, the oldest first.
/// What comes late for them finds them here; one that lacks nothing more is let go.
///
/// Changed by the show thread alone, read by any.
final class ClosedShows {
    private volatile List<Show> shows = List.of();

    List<Show> all() {
        return shows;
    }

    Optional<Show> find(ShowId id) {
        return shows.stream().filter(show -> show.id().equals(id)).findFirst();
    }

    /// A show as it stands now, in the place of the one with its id.
    ///
    /// @return whether it lacks anything
    boolean put(Show now) {
        boolean lacking = !now.history().unsummarised().isEmpty();
        List<Show> others = shows.stream().filter(show -> !show.id().equals(now.id())).toList();
        shows = lacking ? Stream.concat(others.stream(), Stream.of(now)).toList() : others;
        return lacking;
    }
}
