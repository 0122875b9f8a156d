package io.partyline.port;

import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.Optional;

/// One reader's place in the stream of events.
///
/// A reader who falls too far behind is cut off and starts again from the show as it stands; the
/// show never waits for it. For one thread at a time; any thread may close.
public interface EventFeed extends AutoCloseable {
    /// The next event, in the order in which they happened. Within a show none is left out; between
    /// those of the show that is running there may be late ones of a show that has been closed.
    ///
    /// @param limit how long to wait for it
    /// @return empty if there was none in that time
    /// @throws IllegalStateException if the reader was cut off or the feed is closed
    Optional<Told> next(Duration limit);

    @Override
    void close();

    /// One event, and the show to which it belongs.
    record Told(ShowId show, Journal.Entry entry) {}
}
