package io.partyline.carrier.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partyline.carrier.plan.StreamHabits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// The opening handshake of RFC 6455, from the client's side.
public final class Handshake {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_HEAD = 16 * 1024;

    private Handshake() {}

    /// @throws HandshakeRefusedException if the server does not switch protocols
    static void shake(
            URI where,
            Map<String, String> headers,
            StreamHabits habits,
            InputStream in,
            OutputStream out,
            Random random)
            throws IOException {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        out.write(request(where, headers, habits, key).getBytes(ISO_8859_1));
        out.flush();
        check(head(in), key);
    }

    /// The server's side of the key exchange.
    public static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1; this one has not.", e);
        }
    }

    private static String request(
            URI where, Map<String, String> headers, StreamHabits habits, String key) {
        String query = where.getRawQuery() == null ? "" : "?" + where.getRawQuery();
        StringBuilder request = new StringBuilder();
        request.append("GET ").append(where.getRawPath()).append(query).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("Upgrade: ")
                .append(habits.upgrade())
                .append("\r\nConnection: ")
                .append(habits.connection())
                .append("\r\n")
                .append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
                .append(key)
                .append("\r\n\r\n")
                .toString();
    }

    /// Everything up to the empty line.
    public static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.size() == LONGEST_HEAD) {
                throw new IOException("The handshake broke off after: " + head);
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static void check(String head, String key) throws IOException {
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new HandshakeRefusedException(status(head));
        }
        boolean accepted =
                head.lines()
                        .map(line -> line.split(":", 2))
                        .filter(line ->
                                line[0].toLowerCase(Locale.ROOT).equals("sec-websocket-accept"))
                        .anyMatch(line -> line[1].strip().equals(accept(key)));
        if (!accepted) {
            throw new IOException("The server's Sec-WebSocket-Accept does not match our key.");
        }
    }

    private static int status(String head) {
        String[] words = head.split(" ", 3);
        return words.length == 3 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
    }
}
