package io.partyline.studio;

import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.EventFeed;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.studio.run.Feed;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes a call and waits until it is in the program, or until it is clear that it will not be.
final class Takes {
    /// Longer than the show's own limit for a take, which decides.
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final ShowThread show;
    private final Feed feed;

    Takes(ShowThread show, Feed feed) {
        this.show = show;
        this.feed = feed;
    }

    TakeOutcome take(Command command) {
        Show before = show.show();
        return switch (show.ask(command)) {
            case Decision.Refused(var reason) -> new TakeOutcome.Refused(reason);
            case Decision.Accepted(var events) ->
                    taken(events)
                            .map(call -> outcome(call, before))
                            .orElse(new TakeOutcome.Failed("The call could not be taken."));
        };
    }

    private static Optional<CallId> taken(List<Event> events) {
        return events.stream()
                .filter(CallEvent.CallTaken.class::isInstance)
                .map(event -> ((CallEvent.CallTaken) event).call())
                .findFirst();
    }

    private TakeOutcome outcome(CallId call, Show before) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (EventFeed events = feed.from(before.id(), before.seq())) {
            while (System.nanoTime() < deadline) {
                Optional<TakeOutcome> outcome =
                        events.next(Duration.ofNanos(deadline - System.nanoTime()))
                                .flatMap(told -> outcome(call, told.entry().event()));
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        }
        return new TakeOutcome.Failed("The caller could not be reached in time.");
    }

    private Optional<TakeOutcome> outcome(CallId call, Event event) {
        return switch (event) {
            case CallEvent.CallAired aired when aired.call().equals(call) ->
                    Optional.of(onAir(call));
            case CallEvent.TakeFailed failed when failed.call().equals(call) ->
                    Optional.of(new TakeOutcome.Failed(failed.why()));
            case CallEvent.CallEnded ended when ended.call().equals(call) ->
                    Optional.of(new TakeOutcome.Failed("The caller has gone."));
            default -> Optional.empty();
        };
    }

    private TakeOutcome onAir(CallId id) {
        Optional<Call> call = show.show().call(id);
        return call.<TakeOutcome>map(TakeOutcome.OnAir::new)
                .orElse(new TakeOutcome.Failed("The caller has gone."));
    }
}
