package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The head of a request: its first line and its headers, read by the letter of RFC 9112. What two
/// readers could understand in two ways is no request here.
///
/// @param line such as `POST /api/twilio/voice HTTP/1.1`
record Head(String line, List<Field> fields) {
    /// Longest first line, in bytes; the carrier's have some fifty.
    static final int LONGEST_LINE = 4 * 1024;

    /// Most bytes of a head; a browser's have one or two KiB.
    static final int LONGEST = 16 * 1024;

    private static final int MOST_FIELDS = 100;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern LINE = Pattern.compile(TOKEN + " /[!-~&&[^#]]* HTTP/1\\.1");
    private static final Pattern OLDER = Pattern.compile(".* HTTP/(?!1\\.1)[0-9]\\.[0-9]");
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern VALUE = Pattern.compile("[\\t -~\\x80-\\xff]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /// @param name in lower case, as all of them are the same in capitals
    record Field(String name, String value) {}

    /// @param text all lines, each ended by CRLF, without the empty one
    /// @throws BrokenRequestException if it is no head
    static Head read(String text) {
        String[] lines = text.split("\r\n", -1);
        if (!LINE.matcher(lines[0]).matches()) {
            throw OLDER.matcher(lines[0]).matches()
                    ? new BrokenRequestException(505, "This door speaks HTTP/1.1 only.")
                    : BrokenRequestException.bad("The first line is no request.");
        }
        if (lines.length - 2 > MOST_FIELDS) {
            throw new BrokenRequestException(431, "The request has too many headers.");
        }
        List<Field> fields = new ArrayList<>();
        for (int at = 1; at < lines.length - 1; at++) {
            fields.add(field(lines[at]));
        }
        return new Head(lines[0], List.copyOf(fields));
    }

    private static Field field(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon);
        String value = line.substring(colon + 1);
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw BrokenRequestException.bad("A header is not written as headers are.");
        }
        return new Field(name.toLowerCase(Locale.ROOT), value.strip());
    }

    /// Whether the length of the body is told piece by piece.
    ///
    /// @throws BrokenRequestException if it is packed in another way, or told twice
    boolean chunked() {
        List<String> codings = values("transfer-encoding");
        if (codings.isEmpty()) {
            return false;
        }
        if (!values("content-length").isEmpty()) {
            throw BrokenRequestException.bad("The length of the body is told in two ways.");
        }
        if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
            throw BrokenRequestException.bad("The body is packed in a way that is not known here.");
        }
        return true;
    }

    /// How many bytes the body has, if it is not chunked.
    ///
    /// @throws BrokenRequestException if that cannot be said for certain
    long length() {
        List<String> lengths = values("content-length");
        if (lengths.isEmpty()) {
            return 0;
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw BrokenRequestException.bad("The length of the body is no single number.");
        }
        return Long.parseLong(lengths.getFirst());
    }

    /// Whether the client waits to hear that it may send the body.
    boolean waits() {
        return words("expect").anyMatch("100-continue"::equals);
    }

    /// Whether the client wants the connection to end after this request.
    boolean isLast() {
        return words("connection").anyMatch("close"::equals);
    }

    /// The request as it is handed on: the body is whole, and its length is told once.
    byte[] with(byte[] body, boolean unpacked) {
        var plain = new StringBuilder(line).append("\r\n");
        fields.stream()
                .filter(field -> !unpacked || !field.name().equals("transfer-encoding"))
                .filter(field -> !field.name().equals("expect"))
                .forEach(field -> append(field, plain));
        if (unpacked) {
            append(new Field("content-length", Integer.toString(body.length)), plain);
        }
        byte[] head = plain.append("\r\n").toString().getBytes(ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static void append(Field field, StringBuilder text) {
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }

    private List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    private Stream<String> words(String name) {
        return values(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT));
    }
}
