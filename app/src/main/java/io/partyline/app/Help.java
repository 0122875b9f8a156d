package io.partyline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the program says about itself: one text for the whole and one for each command.
final class Help {
    private Help() {}

    static String all() {
        return of("partyline").orElseThrow();
    }

    /// The text of a command; empty if there is no such command.
    static Optional<String> of(String command) {
        if (!command.matches("[a-z]+")) {
            return Optional.empty();
        }
        try (InputStream text = Help.class.getResourceAsStream("help/" + command + ".txt")) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the help cannot be read", e);
        }
    }
}
