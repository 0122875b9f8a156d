package io.partyline.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tries whether a way from outside passes on the upgrade to a WebSocket, which callers' audio
/// comes on. Many a proxy leads every other request through and drops this one, and fetching a file
/// cannot see it.
///
/// Whoever is at the end must refuse the upgrade with 403, and may not answer a plain request for
/// the same address with that.
record UpgradeProbe(HttpClient client) {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int REFUSED = 403;

    /// Waits for the answer, 5 s at most.
    ///
    /// @param address http or https, or the same as a WebSocket's
    boolean comesThrough(String address) throws InterruptedException {
        URI uri = URI.create(address.replaceFirst("^http", "ws"));
        CompletableFuture<WebSocket> asked =
                client.newWebSocketBuilder()
                        .connectTimeout(LIMIT)
                        .buildAsync(uri, new WebSocket.Listener() {});
        try {
            asked.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).abort();
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == REFUSED;
        } catch (TimeoutException _) {
            return false;
        } finally {
            asked.cancel(true);
        }
    }
}
