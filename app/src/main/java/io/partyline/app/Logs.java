package io.partyline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.LogManager;

/// What the program writes to the terminal besides its own words: warnings and worse, one line
/// each.
final class Logs {
    private static final String CHOSEN_BY_HAND = "java.util.logging.config.file";

    private Logs() {}

    /// Takes the settings that ship, unless somebody chose others with the JDK's own property.
    static void quiet() {
        if (System.getProperty(CHOSEN_BY_HAND) != null) {
            return;
        }
        try (InputStream settings = Logs.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(Objects.requireNonNull(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("the logging settings cannot be read", e);
        }
    }
}
