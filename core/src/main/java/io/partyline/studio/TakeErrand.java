package io.partyline.studio;

import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Event;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A take, from the click until the call is in the program, or until it is clear that it will not
/// be.
///
/// @param show as it stands at the end
record TakeErrand(Supplier<Show> show) implements Outcomes.Errand<CallId, TakeOutcome> {
    /// Longer than the show's own limit for a take, which decides.
    static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public Optional<CallId> begun(Event event) {
        return event instanceof CallEvent.CallTaken taken
                ? Optional.of(taken.call())
                : Optional.empty();
    }

    @Override
    public Optional<TakeOutcome> ended(CallId call, Event event) {
        return switch (event) {
            case CallEvent.CallAired aired when aired.call().equals(call) ->
                    Optional.of(onAir(call));
            case CallEvent.TakeFailed failed when failed.call().equals(call) ->
                    Optional.of(new TakeOutcome.Failed(failed.why()));
            case CallEvent.CallEnded ended when ended.call().equals(call) -> Optional.of(gone());
            default -> Optional.empty();
        };
    }

    private TakeOutcome onAir(CallId id) {
        Optional<Call> call = show.get().call(id);
        return call.<TakeOutcome>map(TakeOutcome.OnAir::new).orElseGet(TakeErrand::gone);
    }

    private static TakeOutcome gone() {
        return new TakeOutcome.Failed(Reason.NO_SUCH_CALL.sentence());
    }

    @Override
    public TakeOutcome refused(Reason reason) {
        return new TakeOutcome.Refused(reason);
    }

    @Override
    public TakeOutcome nothing() {
        return new TakeOutcome.Failed("The call could not be taken.");
    }

    @Override
    public TakeOutcome late() {
        return new TakeOutcome.Failed("The caller could not be reached in time.");
    }
}
