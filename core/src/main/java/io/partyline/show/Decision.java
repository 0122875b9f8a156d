package io.partyline.show;

import java.util.List;

/// What the show answers to a command.
public sealed interface Decision {
    /// It happens. An empty list means that it had happened before: repeated news changes nothing.
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// It does not happen, and nothing has changed.
    record Refused(Reason reason) implements Decision {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events));
    }

    static Decision refuse(Reason reason) {
        return new Refused(reason);
    }
}
