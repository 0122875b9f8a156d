package io.partyline.carrier.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/// `application/x-www-form-urlencoded`, both ways.
public final class Form {
    public static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> escape(field.getKey()) + "=" + escape(field.getValue()))
                .collect(joining("&"));
    }

    /// Reads a body or a query in the order given; the last of repeated names wins.
    ///
    /// @throws IllegalArgumentException if an escape is broken
    public static Map<String, String> decode(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            if (!field.isEmpty()) {
                String[] parts = field.split("=", 2);
                fields.put(unescape(parts[0]), parts.length == 1 ? "" : unescape(parts[1]));
            }
        }
        return fields;
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
