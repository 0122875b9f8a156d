package io.partyline.studio;

import io.partyline.port.EventFeed;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.studio.run.Feed;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.util.Optional;

/// The one wait for the outcome of a decision: asks the show for something that takes time, then
/// follows the feed until an event says how it ended, or until a limit is over.
///
/// Safe for use by many threads; each waits for itself.
final class Outcomes {
    /// Something that begins with an accepted command and ends with a later event.
    ///
    /// @param <B> what begins, such as a turn
    /// @param <O> how it ended, in words for whoever asked
    interface Errand<B, O> {
        /// What this event of the decision begins; empty if it begins nothing.
        Optional<B> begun(Event event);

        /// How it ended; empty if this event does not say.
        Optional<O> ended(B begun, Event event);

        /// The show said no.
        O refused(Reason reason);

        /// The show said yes, and nothing began.
        O nothing();

        /// The limit is over, and nothing has ended.
        O late();
    }

    private final ShowThread show;
    private final Feed feed;

    Outcomes(ShowThread show, Feed feed) {
        this.show = show;
        this.feed = feed;
    }

    /// Asks, and waits for the outcome.
    <B, O> O of(Command command, Errand<B, O> errand, Duration limit) {
        Show before = show.show();
        return switch (show.ask(command)) {
            case Decision.Refused(var reason) -> errand.refused(reason);
            case Decision.Accepted(var events) ->
                    events.stream()
                            .flatMap(event -> errand.begun(event).stream())
                            .findFirst()
                            .map(begun -> follow(begun, errand, before, limit))
                            .orElseGet(errand::nothing);
        };
    }

    private <B, O> O follow(B begun, Errand<B, O> errand, Show before, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try (EventFeed events = feed.from(before.id(), before.seq())) {
            for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                Optional<O> outcome =
                        events.next(Duration.ofNanos(left))
                                .flatMap(told -> errand.ended(begun, told.entry().event()));
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        }
        return errand.late();
    }
}
