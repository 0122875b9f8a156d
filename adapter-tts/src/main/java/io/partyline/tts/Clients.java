package io.partyline.tts;

import java.net.http.HttpClient;
import java.time.Duration;

/// What all voices over HTTP have in common.
final class Clients {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private Clients() {}

    static HttpClient quick() {
        return HttpClient.newBuilder()
                // Small local servers stumble over an offer to speak HTTP/2 in plain text.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Characters as people and providers count them.
    static int count(String text) {
        return text.codePointCount(0, text.length());
    }
}
