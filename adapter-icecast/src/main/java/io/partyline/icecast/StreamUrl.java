package io.partyline.icecast;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a stream goes: `icecast://source:password@host:port/mount`, or `icecasts://…` for a server
/// that is asked over TLS.
///
/// @param host name or address
/// @param mount the path of the stream on its server, with the slash
/// @param password secret; never shown
public record StreamUrl(
        boolean tls, String host, int port, String mount, String user, String password) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(icecasts?)://(?:([^:/]*):(.*)@)?(\\[[0-9a-fA-F:.]+]|[^:/@]+)(?::(\\d{1,5}))?(/.+)");
    private static final String USER = "source";
    private static final int PORT = 8_000;
    private static final int LAST_PORT = 65_535;

    /// Checks that it can stand in a request.
    ///
    /// @throws IllegalArgumentException with a sentence that does not repeat it
    public StreamUrl {
        if (port < 1 || port > LAST_PORT) {
            throw wrong("its port is from 1 to 65535");
        }
        if (!mount.matches("/[\\x21-\\x7e]+") || !host.matches("[\\x21-\\x7e]+")) {
            throw wrong("host and mount have neither blanks nor letters with accents");
        }
        if (user.isBlank() || password.isEmpty()) {
            throw wrong("the password is missing");
        }
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException with a sentence that does not repeat it
    public static StreamUrl of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong("it has another form");
        }
        String port = matcher.group(5);
        String user = decoded(matcher.group(2));
        return new StreamUrl(
                matcher.group(1).equals("icecasts"),
                matcher.group(4),
                port == null ? PORT : Integer.parseInt(port),
                matcher.group(6),
                user.isEmpty() ? USER : user,
                decoded(matcher.group(3)));
    }

    /// A plus sign is a plus sign here.
    private static String decoded(@Nullable String part) {
        return part == null
                ? ""
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "a stream's address is icecast://source:password@host:port/mount; " + why);
    }

    /// The address without the password, as the host may read it.
    public String shown() {
        return "%s://%s/%s".formatted(tls ? "icecasts" : "icecast", place(), mount.substring(1));
    }

    /// Host and port.
    String place() {
        return host + ":" + port;
    }

    /// Where the server answers questions, without a slash at the end.
    String base() {
        return (tls ? "https://" : "http://") + place();
    }

    /// What the server wants to see of user and password.
    String authorization() {
        byte[] secret = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(secret);
    }

    /// Without the password.
    @Override
    public String toString() {
        return shown();
    }
}
