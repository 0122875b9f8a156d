package io.partyline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A journal as Partyline wrote it while numbers still went on through all shows, with one show
/// that is over and one that was cut off, and what that Partyline made of them. Everybody in it is
/// made up.
final class FirstForm {
    static final String FRIDAY = "show-2026-03-06-200000-123";
    static final String CUT_OFF = "show-2026-03-06-210700-456";

    /// The numbers of the second show.
    static final long FIRST = 42;

    static final long LAST = 69;

    private FirstForm() {}

    static void into(Path folder) {
        try (InputStream file = resource(SqliteJournal.FILE)) {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(SqliteJournal.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was made of a show.
    ///
    /// @param name of the file: that of an export, or `history.txt`
    static String expected(String show, String name) throws IOException {
        try (InputStream file = resource(show + "/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                FirstForm.class.getResourceAsStream("form-1/" + name), name + " is not there");
    }
}
