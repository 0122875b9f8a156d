package io.partyline.carrier.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/// `application/x-www-form-urlencoded`, both ways.
public final class Form {
    public static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /// The fields in UTF-8.
    public static String encode(Map<String, String> fields) {
        return encode(fields, UTF_8);
    }

    /// The fields in other characters.
    static String encode(Map<String, String> fields, Charset charset) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), charset)
                                + "="
                                + URLEncoder.encode(field.getValue(), charset))
                .collect(joining("&"));
    }

    /// The content type, which names the characters unless they are the usual ones.
    static String type(Charset charset) {
        return charset.equals(UTF_8) ? TYPE : TYPE + "; charset=" + charset.name();
    }

    /// Reads a body or a query in the order given; the last of repeated names wins.
    ///
    /// @throws IllegalArgumentException if an escape is broken
    public static Map<String, String> decode(String text) {
        return decode(text, UTF_8);
    }

    /// The same in other characters.
    ///
    /// @throws IllegalArgumentException if an escape is broken
    public static Map<String, String> decode(String text, Charset charset) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            if (!field.isEmpty()) {
                String[] parts = field.split("=", 2);
                fields.put(
                        URLDecoder.decode(parts[0], charset),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], charset));
            }
        }
        return fields;
    }
}
