package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// One of several models, and how it has been doing. Safe for use by many threads.
final class Understudy {
    /// How long a model is left alone that has failed once; twice as long each time it fails again.
    private static final Duration FIRST_REST = Duration.ofSeconds(5);

    /// At least so often it is tried, so that one that has recovered is found within a break.
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 10;

    private final LanguageModel model;
    private final LongSupplier nanoTime;

    // Guarded by this.
    private int failures;
    private long restsUntil;
    private String problem = "";

    Understudy(LanguageModel model, LongSupplier nanoTime) {
        this.model = model;
        this.nanoTime = nanoTime;
    }

    String name() {
        return model.name();
    }

    TextStream reply(Prompt prompt) {
        return model.reply(prompt);
    }

    synchronized void answered() {
        failures = 0;
        problem = "";
    }

    synchronized void failed(String sentence) {
        long doubled = FIRST_REST.toNanos() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        restsUntil = nanoTime.getAsLong() + Math.min(doubled, LONGEST_REST.toNanos());
        problem = sentence;
    }

    boolean isReady() {
        return !rest().isPositive();
    }

    /// For how long it is still left alone; nothing or less if it is ready.
    synchronized Duration rest() {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(restsUntil - nanoTime.getAsLong());
    }

    /// Why it is left alone, and for how long.
    synchronized Optional<String> trouble() {
        Duration left = rest();
        return left.isPositive()
                ? Optional.of(
                        "%s It is left alone for %d s.".formatted(problem, left.toSeconds() + 1))
                : model.trouble();
    }
}
