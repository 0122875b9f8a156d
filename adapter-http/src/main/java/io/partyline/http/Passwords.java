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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The passwords of the studio door, asked for by HTTP Basic with any user name: the password says
/// which seat it is.
///
/// Only their digests are kept, and compared in constant time. Whoever guesses is made to wait, the
/// producer who guesses the host's like everybody else.
final class Passwords {
    private static final String SCHEME = "Basic ";

    /// An address of IPv6 is one of billions that the same computer may take; its network is told
    /// by the first half.
    private static final int NETWORK_BYTES = 8;

    /// Waits before a password is looked at.
    @FunctionalInterface
    interface Pause {
        void last(Duration length);
    }

    private final Map<Who, byte[]> digests = new EnumMap<>(Who.class);
    private final WrongTries tries;
    private final Pause pause;

    Passwords(Map<Who, String> secrets, WrongTries tries, Pause pause) {
        secrets.forEach((who, secret) ->
                digests.put(who, Digests.sha256(secret.getBytes(StandardCharsets.UTF_8))));
        this.tries = tries;
        this.pause = pause;
    }

    /// @throws Problem if the request brings none of them
    Who check(ServerRequest request, ServerResponse response) {
        return who(request.headers(), request.remotePeer())
                .orElseThrow(() -> {
                    response.header(
                            HeaderNames.WWW_AUTHENTICATE,
                            "Basic realm=\"Partyline\", charset=\"UTF-8\"");
                    return new Problem(401, "The studio door wants its password.");
                });
    }

    /// Whose password a request brings. Whoever has brought the same one before on this connection
    /// does not wait for those who guess.
    ///
    /// @param from the other end of the connection
    /// @throws Problem if too many that are wrong have come from there
    Optional<Who> who(Headers headers, PeerInfo from) {
        return headers.first(HeaderNames.AUTHORIZATION)
                .flatMap(Passwords::given)
                .flatMap(secret -> who(secret, address(from.address())));
    }

    private Optional<Who> who(byte[] secret, String address) {
        byte[] given = Digests.sha256(secret);
        Optional<Who> again =
                Visitor.here()
                        .flatMap(visitor -> visitor.knownAs(Who.class))
                        .filter(who -> fits(who, given));
        return again.isPresent() ? again : asked(given, address);
    }

    private Optional<Who> asked(byte[] given, String address) {
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
        List<Who> fitting = digests.keySet().stream().filter(who -> fits(who, given)).toList();
        if (fitting.isEmpty()) {
            tries.wrong(address);
        } else {
            tries.right(address);
        }
        return fitting.stream().findFirst();
    }

    private boolean fits(Who who, byte[] given) {
        byte[] digest = digests.get(who);
        return digest != null && MessageDigest.isEqual(digest, given);
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
