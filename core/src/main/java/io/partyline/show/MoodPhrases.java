package io.partyline.show;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what hosts say in a mood from `mood-phrases.txt`, to which everybody may add; how it is
/// written stands at its head.
final class MoodPhrases {
    private static final String FILE = "mood-phrases.txt";
    private static final Pattern MOOD = Pattern.compile("\\[(\\w+)(?: (0\\.\\d+))?]");
    private static final Pattern GROUP = Pattern.compile("([a-z_]+) = (.+)");

    /// A group that may be repeated for as long as a text is, which the pattern does by calling
    /// itself.
    private static final Pattern ENDLESS = Pattern.compile("\\)(?:[*+]|\\{\\d+,})");

    private static final Pattern NAMED = Pattern.compile("\\{([a-z_]+)}");

    /// Words that tell a mood, and what they are worth for it.
    ///
    /// @param worth 1 for what tells the mood by itself
    record Cue(Mood mood, double worth, Phrases words) {}

    /// What the phrases below it tell.
    private record Head(Mood mood, double worth) {}

    private final Map<String, String> groups = new HashMap<>();
    private final Map<Head, List<String>> phrases = new LinkedHashMap<>();
    private Optional<Head> head = Optional.empty();

    private MoodPhrases() {}

    /// All that ship.
    static List<Cue> builtIn() {
        try (InputStream file = MoodPhrases.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cues of a text in that form.
    ///
    /// @throws IllegalStateException with the line and what is wrong there
    static List<Cue> read(String text) {
        var phrases = new MoodPhrases();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                phrases.line(lines.get(i).strip());
            } catch (IllegalArgumentException wrong) {
                String why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
                throw new IllegalStateException(
                        "%s, line %d: %s".formatted(FILE, i + 1, why), wrong);
            }
        }
        return phrases.cues();
    }

    private void line(String line) {
        Matcher mood = MOOD.matcher(line);
        Matcher group = GROUP.matcher(line);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (mood.matches()) {
            head = Optional.of(head(mood));
        } else if (group.matches()) {
            groups.put(group.group(1), "(?:" + filled(group.group(2)) + ")");
        } else {
            phrase(line);
        }
    }

    private static Head head(Matcher line) {
        Mood mood =
                Mood.of(line.group(1))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no mood \"%s\"".formatted(line.group(1))));
        return new Head(mood, line.group(2) == null ? 1 : Double.parseDouble(line.group(2)));
    }

    private void phrase(String line) {
        Head above =
                head.orElseThrow(() ->
                        new IllegalArgumentException("a phrase stands before the first mood"));
        String filled = filled(line);
        checked(filled);
        phrases.computeIfAbsent(above, _ -> new ArrayList<>()).add(filled);
    }

    /// Each by itself, so that the line of a mistake is known.
    private static void checked(String phrase) {
        if (Pattern.compile(phrase).matcher("").find()) {
            throw new IllegalArgumentException("\"%s\" fits everything".formatted(phrase));
        }
        if (ENDLESS.matcher(phrase).find()) {
            throw new IllegalArgumentException(
                    "\"%s\" repeats a group without end".formatted(phrase));
        }
    }

    private String filled(String text) {
        return NAMED.matcher(text)
                .replaceAll(named -> Matcher.quoteReplacement(group(named.group(1))));
    }

    private String group(String name) {
        String words = groups.get(name);
        if (words == null) {
            throw new IllegalArgumentException("nothing is called {%s}".formatted(name));
        }
        return words;
    }

    private List<Cue> cues() {
        return phrases.entrySet().stream()
                .map(each ->
                        new Cue(
                                each.getKey().mood(),
                                each.getKey().worth(),
                                new Phrases(each.getValue())))
                .toList();
    }
}
