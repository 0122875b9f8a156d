package io.partyline.app;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.time.Duration;
import java.util.List;

/// Asks a language model one short question, to know whether it answers and how soon.
record Asking(LanguageModel model) {
    private static final String PART = "model";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 80;

    static final String OFF =
            "None is set up: AI callers stay silent, summaries are plain. Set PARTYLINE_LLM to"
                    + " openai, anthropic or ollama.";

    /// The question.
    ///
    /// @param limit how long it may take to be answered
    static Prompt question(Duration limit) {
        var hello = new Prompt.Message(Prompt.Role.USER, "Say the word: ready.");
        return new Prompt(Prompt.Purpose.REPLY, List.of(hello), limit, 32);
    }

    /// Waits for the answer.
    Finding finding() {
        if (model.isOff()) {
            return Finding.off(PART, OFF);
        }
        long begun = System.nanoTime();
        try (TextStream answer = model.reply(question(LIMIT))) {
            String said = answer.readAll().strip();
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return Finding.ok(
                    PART,
                    "%s answered in %d ms: \"%s\""
                            .formatted(model.name(), millis, shortened(said)));
        } catch (LanguageModelException e) {
            return Finding.no(PART, String.valueOf(e.getMessage()));
        }
    }

    private static String shortened(String said) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_ANSWER
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_ANSWER)) + "…";
    }
}
