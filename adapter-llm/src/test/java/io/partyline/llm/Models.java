package io.partyline.llm;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.spend.Expenses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Models and questions for tests.
final class Models {
    static final String KEY = MarkedSecret.of("owl");
    static final Duration LONG = Duration.ofSeconds(20);

    private Models() {}

    static HttpModel at(URI base) {
        return at(base, LONG);
    }

    static HttpModel at(URI base, Duration firstWord) {
        return new HttpModel(settings(base, firstWord), Expenses.free());
    }

    static HttpModel speaking(Dialect dialect, URI base) {
        return new HttpModel(
                new ModelSettings(
                        dialect, base, Optional.of(new ApiKey(KEY)), "owl-1", "owl-mini", LONG),
                Expenses.free());
    }

    /// A text as JSON has it.
    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }

    static ModelSettings settings(URI base, Duration firstWord) {
        return new ModelSettings(
                base, Optional.of(new ApiKey(KEY)), "owl-1", "owl-mini", firstWord);
    }

    static Prompt prompt(Prompt.Purpose purpose, Duration limit) {
        return new Prompt(
                purpose,
                List.of(
                        new Prompt.Message(Prompt.Role.SYSTEM, "You are Tony."),
                        new Prompt.Message(Prompt.Role.USER, "Host: \"Good evening.\"")),
                limit,
                120);
    }

    static Prompt prompt() {
        return prompt(Prompt.Purpose.REPLY, LONG);
    }

    /// Reads the whole answer, which must fail.
    static LanguageModelException failure(LanguageModel model, Prompt prompt) {
        return catchThrowableOfType(
                LanguageModelException.class,
                () -> {
                    try (TextStream answer = model.reply(prompt)) {
                        answer.readAll();
                    }
                });
    }

    static String sentence(LanguageModel model) {
        return String.valueOf(failure(model, prompt()).getMessage());
    }
}
