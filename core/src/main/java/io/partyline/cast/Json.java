package io.partyline.cast;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// As much of JSON as a filled form needs, read with an open mind: a comma too many, a missing end
/// and single quotes are let pass. Core has no library for it, and no library would be so lenient.
///
/// Objects and lists inside are passed over. For one thread.
final class Json {
    /// Deeper than anybody nests on purpose.
    private static final int DEEPEST = 20;

    private final String text;
    private int at;

    /// The text is not JSON, not even with an open mind.
    private static final class NoJson extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Json(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// A text as JSON writes it.
    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        json.append('\\').append((char) c);
                    } else if (c < ' ') {
                        json.append("\\u%04x".formatted(c));
                    } else {
                        json.append((char) c);
                    }
                });
        return json.append('"').toString();
    }

    /// The plain values of the object that begins here; texts, numbers and truths all as text.
    static Optional<Map<String, String>> object(String text, int start) {
        try {
            return Optional.of(new Json(text, start).object(0));
        } catch (NoJson _) {
            return Optional.empty();
        }
    }

    private Map<String, String> object(int depth) throws NoJson {
        var values = new LinkedHashMap<String, String>();
        at++;
        while (!closes('}')) {
            String name = name();
            expect(':');
            value(depth).ifPresent(value -> values.putIfAbsent(name, value));
        }
        return values;
    }

    private Optional<String> value(int depth) throws NoJson {
        if (depth > DEEPEST) {
            throw new NoJson();
        }
        skip();
        return switch (peek()) {
            case '{' -> {
                object(depth + 1);
                yield Optional.empty();
            }
            case '[' -> {
                list(depth + 1);
                yield Optional.empty();
            }
            case '"', '\'' -> Optional.of(string());
            default -> word();
        };
    }

    private void list(int depth) throws NoJson {
        at++;
        while (!closes(']')) {
            value(depth);
        }
    }

    /// Whether this is the end of an object or a list; the end of the text is one, too.
    private boolean closes(char mark) {
        skip();
        while (peek() == ',') {
            at++;
            skip();
        }
        if (peek() == mark) {
            at++;
            return true;
        }
        return peek() == 0;
    }

    private String name() throws NoJson {
        char first = peek();
        return first == '"' || first == '\'' ? string() : word().orElseThrow(NoJson::new);
    }

    private Optional<String> word() throws NoJson {
        int start = at;
        while (Character.isLetterOrDigit(peek()) || "_-+.".indexOf(peek()) >= 0) {
            at++;
        }
        if (at == start) {
            throw new NoJson();
        }
        String word = text.substring(start, at);
        return word.equals("null") ? Optional.empty() : Optional.of(word);
    }

    private String string() throws NoJson {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private char escaped() throws NoJson {
        at++;
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b', 'f' -> ' ';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() throws NoJson {
        if (at + 4 > text.length()) {
            throw new NoJson();
        }
        try {
            char c = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return c;
        } catch (NumberFormatException _) {
            throw new NoJson();
        }
    }

    private void expect(char mark) throws NoJson {
        skip();
        if (peek() != mark) {
            throw new NoJson();
        }
        at++;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /// The next character, 0 at the end.
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
