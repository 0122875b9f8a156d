package io.partyline.doorway;

import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Sees to it that an answer which says that the connection will be closed is true; the library
/// (4.3.1) says so and reads on.
final class LastWords implements Http1ConnectionListener {
    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers.contains(HeaderValues.CONNECTION_CLOSE)
                && context instanceof GuardedContext guarded) {
            guarded.visitor().leaves();
        }
    }
}
