package io.partyline.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.partyline.doorway.Visitor;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The password of the studio door, asked for by HTTP Basic with any user name.
///
/// Only its digest is kept, and compared in constant time. Whoever guesses is made to wait.
final class Password {
    private static final String SCHEME = "Basic ";

    /// An address of IPv6 is one of billions that the same computer may take; its network is told
    /// by the first half.
    private static final int NETWORK_BYTES = 8;

    /// Waits before a password is looked at.
    @FunctionalInterface
    interface Pause {
        void last(Duration length);
    }

    private final byte[] digest;
    private final WrongTries tries;
    private final Pause pause;

    Password(String secret, WrongTries tries, Pause pause) {
        digest = Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
        this.tries = tries;
        this.pause = pause;
    }

    /// @throws Problem if the request does not bring the password
    void check(ServerRequest request, ServerResponse response) {
        if (!isIn(request.headers(), request.remotePeer())) {
            response.header(
                    HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"Partyline\", charset=\"UTF-8\"");
            throw new Problem(401, "The studio door wants its password.");
        }
    }

    /// Whether a request brings it. Whoever has brought it once on this connection does not wait
    /// for those who guess.
    ///
    /// @param from the other end of the connection
    /// @throws Problem if too many that are wrong have come from there
    boolean isIn(Headers headers, PeerInfo from) {
        return headers.first(HeaderNames.AUTHORIZATION)
                .flatMap(Password::given)
                .filter(secret -> isRight(secret, address(from.address())))
                .isPresent();
    }

    private boolean isRight(byte[] secret, String address) {
        if (Visitor.here().filter(Visitor::known).isPresent()) {
            return fits(secret);
        }
        Duration wait =
                tries.comes(address)
                        .orElseThrow(() ->
                                new Problem(
                                        429,
                                        "Too many wrong passwords came from here: wait for some"
                                                + " seconds, and try again."));
        if (wait.isPositive()) {
            pause.last(wait);
        }
        boolean right = fits(secret);
        if (right) {
            tries.right(address);
        } else {
            tries.wrong(address);
        }
        return right;
    }

    private boolean fits(byte[] secret) {
        return MessageDigest.isEqual(digest, Digests.sha256(secret));
    }

    private static String address(SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress socket) || socket.isUnresolved()) {
            return "an unknown address";
        }
        return socket.getAddress() instanceof Inet6Address six && !six.isLoopbackAddress()
                ? HexFormat.ofDelimiter(":")
                        .formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                : socket.getAddress().getHostAddress();
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
