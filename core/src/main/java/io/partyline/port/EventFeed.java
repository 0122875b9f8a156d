package io.partyline.port;

import java.time.Duration;
import java.util.Optional;

/// One reader's place in the stream of events.
///
/// A reader who falls too far behind is cut off and starts again from the last number it has seen;
/// the show never waits for it. For one thread at a time; any thread may close.
public interface EventFeed extends AutoCloseable {
    /// The next event, in order and without gaps.
    ///
    /// @param limit how long to wait for it
    /// @return empty if there was none in that time
    /// @throws IllegalStateException if the reader was cut off or the feed is closed
    Optional<Journal.Entry> next(Duration limit);

    @Override
    void close();
}
