package io.partyline.app;

import io.partyline.cast.Persona;
import io.partyline.port.Transcriber;
import io.partyline.spend.Expenses;
import io.partyline.whisper.HttpEarsSettings;
import io.partyline.whisper.Listening;
import io.partyline.whisper.ModelStore;
import io.partyline.whisper.WhisperSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses who writes down what is said.
///
/// @param expenses where a server's seconds are counted
record Transcribers(Settings settings, Expenses expenses) {
    private static final String MODEL = "base.en";
    private static final String ENGLISH = "en";

    /// A show without a transcriber runs all the same; what is missing is said where the host looks
    /// for it.
    Transcriber chosen() {
        EarSettings ears = settings.media().ears();
        return switch (ears.kind()) {
            case "off" -> Transcriber.off();
            case "http" -> server(ears.server().orElseThrow());
            default -> whisper(ears.model().orElse(MODEL));
        };
    }

    private Transcriber server(HttpEarsSettings server) {
        return Listening.withServer(server, vocabulary(), expenses);
    }

    private Transcriber whisper(String model) {
        ModelStore store = store(settings);
        Optional<Path> file = store.find(model);
        return file.<Transcriber>map(found ->
                        Listening.withWhisper(
                                new WhisperSettings(
                                        found,
                                        store.smallerThan(model),
                                        language(found),
                                        vocabulary(),
                                        settings.data().resolve("scratch"),
                                        WhisperSettings.THREADS)))
                .orElseGet(() -> Transcriber.off(missing(model)));
    }

    /// The model's own language if it knows one only.
    private static String language(Path model) {
        return model.getFileName().toString().contains("." + ENGLISH) ? ENGLISH : "auto";
    }

    private static String missing(String model) {
        return ("Nothing that is said is written down: there is no speech model \"%s\" yet."
                        + " `partyline model get %s` gets one.")
                .formatted(model, model.contains("/") ? MODEL : model);
    }

    /// The names that will be said: a recogniser that has read them mishears them less.
    private String vocabulary() {
        return Stream.concat(
                        Stream.of(settings.showName(), settings.hostName()),
                        settings.cast().personas().stream().map(Persona::name))
                .collect(Collectors.joining(", "));
    }

    static ModelStore store(Settings settings) {
        return new ModelStore(
                settings.data().resolve("models"), settings.media().ears().modelSource());
    }
}
