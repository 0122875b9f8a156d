package io.partyline.app;

import io.partyline.whisper.ModelCard;
import io.partyline.whisper.ModelException;
import io.partyline.whisper.ModelStore;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `partyline model`: the speech models on this computer.
record ModelCommand(Path folder, Map<String, String> environment) {
    private static final String USE = "Try: partyline model list, get NAME, or remove NAME.";
    private static final long MEGABYTE = 1_000_000;

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, Arguments.Known.SETTINGS);
        var settings = new Settings(Places.read(folder, environment, arguments.settings()), folder);
        ModelStore store = Transcribers.store(settings);
        try {
            return run(store, arguments.words());
        } catch (ModelException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int run(ModelStore store, List<String> words) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "list" -> {
                alone(words, 1);
                store.cards().forEach(card -> System.out.println(line(store, card)));
                yield 0;
            }
            case "get" -> {
                alone(words, 2);
                get(store, words.get(1));
                yield 0;
            }
            case "remove" -> {
                alone(words, 2);
                System.out.println(
                        store.remove(words.get(1))
                                ? "The model %s is removed.".formatted(words.get(1))
                                : "The model %s was not there.".formatted(words.get(1)));
                yield 0;
            }
            default -> throw new UsageException("That is no use of the command model. " + USE);
        };
    }

    private static void alone(List<String> words, int count) {
        if (words.size() != count) {
            throw new UsageException("The command model needs one name, and no more. " + USE);
        }
    }

    private static String line(ModelStore store, ModelCard card) {
        return "%-10s %4d MB  %s%s"
                .formatted(
                        card.name(),
                        card.bytes() / MEGABYTE,
                        card.isEnglish() ? "English" : "many languages",
                        store.has(card) ? ", on this computer" : "");
    }

    private static void get(ModelStore store, String name) {
        boolean screen =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        var bar = new ProgressBar(System.out, screen);
        Path file = store.get(name, bar::at);
        bar.end();
        System.out.println("The model %s is at %s.".formatted(name, file));
    }
}
