package io.partyline.twilio;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.Arrays;

/// Lets whoever asks for a WebSocket in capitals, or among other protocols, in all the same: by RFC
/// 6455 the word is the same however it is written, and the library (4.3.1) compares it letter by
/// letter, and answers 404 to what it takes for another protocol. It shows each request's headers
/// to its listeners before that, and they are rewritten here.
///
/// Safe for use by many threads at once.
final class UpgradeWords implements Http1ConnectionListener {
    private static final HeaderName UPGRADE = HeaderNames.UPGRADE;
    private static final String WEBSOCKET = "websocket";

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers instanceof WritableHeaders<?> request
                && request.contains(UPGRADE)
                && asksForWebSocket(request)) {
            request.set(UPGRADE, WEBSOCKET);
        }
    }

    private static boolean asksForWebSocket(Headers headers) {
        return headers.get(UPGRADE).allValues().stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(protocol -> protocol.strip().equalsIgnoreCase(WEBSOCKET));
    }
}
