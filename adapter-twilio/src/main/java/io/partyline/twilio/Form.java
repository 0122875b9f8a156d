package io.partyline.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of a form post, by name in code-point order, each with all its values as they came.
///
/// Read strictly: what cannot be read exactly is refused, because the signature covers every byte.
///
/// @param fields never without a value; names are case-sensitive
record Form(SortedMap<String, List<String>> fields) {
    /// Most fields in one form; the carrier sends about thirty.
    private static final int MOST_FIELDS = 200;

    static final Form EMPTY = new Form(new TreeMap<>());

    /// Reads a form in UTF-8.
    ///
    /// @throws BadFormException if it is not a form
    static Form read(byte[] body) {
        return read(body, StandardCharsets.UTF_8);
    }

    /// @param charset of what is behind the escapes; all else of a form is ASCII
    /// @throws BadFormException if it is not a form
    static Form read(byte[] body, Charset charset) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return EMPTY;
        }
        SortedMap<String, List<String>> fields = new TreeMap<>();
        String[] pairs = text.split("&", -1);
        if (pairs.length > MOST_FIELDS) {
            throw new BadFormException("The form has more than " + MOST_FIELDS + " fields.");
        }
        for (String pair : pairs) {
            add(pair, charset, fields);
        }
        return new Form(fields);
    }

    static Form of(Map<String, String> values) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        values.forEach((name, value) -> fields.put(name, List.of(value)));
        return new Form(fields);
    }

    /// The one value of a field; empty if there is none.
    ///
    /// @throws BadFormException if there are several that differ: nobody could say which was meant
    String value(String name) {
        List<String> values = fields.getOrDefault(name, List.of("")).stream().distinct().toList();
        if (values.size() > 1) {
            throw new BadFormException("The form gives " + name + " more than once.");
        }
        return values.getFirst();
    }

    private static void add(String pair, Charset charset, SortedMap<String, List<String>> fields) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), charset);
        if (name.isEmpty()) {
            throw new BadFormException("The form has a field without a name.");
        }
        fields.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(equals < 0 ? "" : decoded(pair.substring(equals + 1), charset));
    }

    private static String decoded(String raw, Charset charset) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int at = 0; at < raw.length(); at++) {
            char next = raw.charAt(at);
            if (next == '%') {
                bytes[length++] = escaped(raw, at);
                at += 2;
            } else if (next > 0x20 && next < 0x7f) {
                bytes[length++] = (byte) (next == '+' ? ' ' : next);
            } else {
                throw new BadFormException("The form has a character that should be escaped.");
            }
        }
        return decoded(ByteBuffer.wrap(bytes, 0, length), charset);
    }

    private static byte escaped(String raw, int at) {
        int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 2), 16);
        if (low < 0) {
            throw new BadFormException("The form has a broken percent escape.");
        }
        return (byte) (high << 4 | low);
    }

    private static String decoded(ByteBuffer bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new BadFormException("The form is not " + charset.name() + ".", e);
        }
    }
}
