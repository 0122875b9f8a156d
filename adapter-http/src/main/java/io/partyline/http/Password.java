package io.partyline.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/// The password of the studio door, asked for by HTTP Basic with any user name.
///
/// Only its digest is kept, and compared in constant time.
final class Password {
    private static final String SCHEME = "Basic ";

    private final byte[] digest;

    Password(String secret) {
        digest = Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Problem if the request does not bring the password
    void check(ServerRequest request, ServerResponse response) {
        if (!isIn(request.headers())) {
            response.header(
                    HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"Partyline\", charset=\"UTF-8\"");
            throw new Problem(401, "The studio door wants its password.");
        }
    }

    /// Whether a request brings it.
    boolean isIn(Headers headers) {
        return headers.first(HeaderNames.AUTHORIZATION)
                .flatMap(Password::given)
                .filter(secret -> MessageDigest.isEqual(digest, Digests.sha256(secret)))
                .isPresent();
    }

    private static Optional<byte[]> given(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(text.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
