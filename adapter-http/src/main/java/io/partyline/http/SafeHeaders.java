package io.partyline.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// What every answer tells the browser: run nothing but our own files, show the page in no frame,
/// guess no types, tell no other site where the host came from, and keep nothing.
final class SafeHeaders {
    /// Where the dashboard may load and send to: here, and nowhere else. Text becomes markup
    /// nowhere.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                    + "img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final List<Header> ALL =
            List.of(
                    HeaderValues.createCached("Content-Security-Policy", POLICY),
                    HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
                    HeaderValues.createCached("X-Frame-Options", "DENY"),
                    HeaderValues.createCached("Referrer-Policy", "no-referrer"),
                    HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
                    HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"),
                    HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store"));

    private SafeHeaders() {}

    static void on(ServerResponse response) {
        ALL.forEach(response::header);
    }

    static List<Header> all() {
        return ALL;
    }
}
