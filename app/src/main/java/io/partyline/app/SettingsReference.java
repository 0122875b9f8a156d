package io.partyline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the reference of the settings says of each: its default and what it means, as plain text.
///
/// The sentences ship with the program in `settings.tsv`; that they are those of
/// `docs/reference/settings.md` is tested.
final class SettingsReference {
    /// @param usual what holds without it, in words
    record Entry(String name, String usual, String means) {
        private static Entry of(String line) {
            String[] cells = line.split("\t", -1);
            return new Entry(cells[0], cells[1], cells[2]);
        }
    }

    private static final Map<String, Entry> ENTRIES =
            text().lines()
                    .map(Entry::of)
                    .collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

    private SettingsReference() {}

    static Entry of(String name) {
        return Objects.requireNonNull(ENTRIES.get(name), name);
    }

    /// What is read of a reference's cell that is written in Markdown.
    static String plain(String cell) {
        return cell.strip()
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("\\*([^*]+)\\*", "$1")
                .replace("`", "");
    }

    private static String text() {
        try (InputStream file =
                Objects.requireNonNull(
                        SettingsReference.class.getResourceAsStream("settings.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
