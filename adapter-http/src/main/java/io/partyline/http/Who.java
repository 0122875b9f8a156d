package io.partyline.http;

import io.helidon.webserver.http.ServerRequest;
import io.partyline.show.Seat;

/// Who comes to the studio door, as far as rights go. What each may do stands in [Rights].
enum Who {
    HOST,
    PRODUCER,
    /// Whoever looks at the stage, and has shown no password.
    AUDIENCE;

    /// Who the gate has found this to be; whoever has not passed it is the audience.
    static Who of(ServerRequest request) {
        return request.context().get(Who.class).orElse(AUDIENCE);
    }

    /// The seat under whose name they act. The audience has none, and does nothing.
    Seat seat() {
        return switch (this) {
            case HOST -> Seat.HOST;
            case PRODUCER -> Seat.PRODUCER;
            case AUDIENCE -> throw new Problem(403, Rights.NOT_YOURS);
        };
    }
}
