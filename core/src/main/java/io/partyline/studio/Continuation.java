package io.partyline.studio;

import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.studio.run.Feed;
import io.partyline.studio.run.JournalWriter;
import java.util.List;
import java.util.Optional;

/// A show that was running when the program stopped.
///
/// @param feed gets its events
record Continuation(Journal journal, JournalWriter writer, Feed feed) {
    /// The show as the journal left it; one that nobody has opened if none was left. It is taken
    /// before it is read, so that nobody else goes on in it meanwhile.
    Show show() {
        Optional<ShowId> unfinished = journal.unfinished();
        unfinished.ifPresent(writer::take);
        return unfinished.map(this::replayed).orElse(Show.before(0));
    }

    private Show replayed(ShowId id) {
        List<Journal.Entry> entries = journal.replay(id);
        Show past = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            past = past.apply(entry.event());
            feed.add(new EventFeed.Told(id, entry));
        }
        return past;
    }
}
