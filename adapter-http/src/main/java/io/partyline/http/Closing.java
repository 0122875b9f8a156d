package io.partyline.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;

/// Closes a connection for a client that asked for it.
///
/// Helidon 4.3.1 answers `Connection: close` but keeps the connection, and what is left of a body
/// would be read as the next request.
final class Closing {
    private Closing() {}

    /// To be called once the answer is sent.
    ///
    /// @throws CloseConnectionException if the client asked for it: Helidon's way to close
    static void ifAsked(ServerRequest request) {
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            drain(request);
            throw new CloseConnectionException("The client wanted it.");
        }
    }

    /// What is unread when a socket is closed can take the answer with it.
    private static void drain(ServerRequest request) {
        try {
            if (!request.content().consumed()) {
                request.content().consume();
            }
        } catch (RequestException tooLong) {
            throw new CloseConnectionException("The body was too long to be read.", tooLong);
        }
    }
}
