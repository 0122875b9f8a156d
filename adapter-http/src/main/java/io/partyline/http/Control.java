package io.partyline.http;

import io.partyline.port.ControlRoom;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.Show;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The control room for the routes: what it refuses becomes a [Problem].
record Control(ControlRoom room) {
    Show show() {
        return room.show();
    }

    /// Asks for something that the show may refuse.
    List<Event> ask(Command command) {
        return switch (room.ask(command)) {
            case Decision.Accepted(var events) -> events;
            case Decision.Refused(var reason) -> throw new Problem(reason);
        };
    }

    /// The call that came on.
    static Call onAir(TakeOutcome outcome) {
        return switch (outcome) {
            case TakeOutcome.OnAir(var call) -> call;
            case TakeOutcome.Refused(var reason) -> throw new Problem(reason);
            case TakeOutcome.Failed(var why) -> throw new Problem(502, why);
        };
    }

    /// Ends a call.
    ///
    /// @return what is left of it; empty if it had ended before
    Optional<CallRecord> end(Command command) {
        return first(ask(command), Control::ended).flatMap(show().history()::find);
    }

    static <T> Optional<T> first(List<Event> events, Function<Event, Optional<T>> wanted) {
        return events.stream().flatMap(event -> wanted.apply(event).stream()).findFirst();
    }

    private static Optional<CallId> ended(Event event) {
        return event instanceof CallEvent.CallEnded over
                ? Optional.of(over.call())
                : Optional.empty();
    }
}
