package io.partyline.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.partyline.doorway.Visitor;
import java.util.Arrays;
import java.util.Optional;

/// Asks of everybody who wants a WebSocket what [StudioGate] asks of every request: no filter sees
/// them, since the library (4.3.1) leaves HTTP before its filters run. It shows each request's
/// headers to its listeners before that, and here they are looked at.
///
/// The word `websocket`, which that library compares letter by letter, is put as it wants it.
///
/// Safe for use by many threads.
record SeatGuard(Admission admission, Optional<Passwords> passwords, Microphones microphones)
        implements Http1ConnectionListener {
    private static final HeaderName UPGRADE = HeaderNames.UPGRADE;
    private static final String WEBSOCKET = "websocket";

    /// @throws RequestException which the library answers with its status, and a closed connection
    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (!asksForWebSocket(headers)) {
            return;
        }
        Who who;
        try {
            admission.check(headers, context.localPeer());
            Admission.site(headers);
            who = who(headers, context);
            if (microphones.of(who.seat()).isEmpty()) {
                throw new Problem(403, "There is no microphone here for that seat.");
            }
        } catch (Problem refused) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.FORBIDDEN)
                    .status(Status.create(refused.status()))
                    .message(refused.body().detail())
                    .cause(refused)
                    .setKeepAlive(false)
                    .build();
        }
        Visitor.here().ifPresent(visitor -> visitor.isKnown(who));
        if (headers instanceof WritableHeaders<?> request) {
            request.set(UPGRADE, WEBSOCKET);
        }
    }

    private Who who(Headers headers, ConnectionContext context) {
        return passwords.isEmpty()
                ? Who.HOST
                : passwords
                        .get()
                        .who(headers, context.remotePeer())
                        .orElseThrow(() -> new Problem(401, "The studio door wants its password."));
    }

    private static boolean asksForWebSocket(Headers headers) {
        return headers.contains(UPGRADE)
                && headers.get(UPGRADE).allValues().stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase(WEBSOCKET));
    }
}
