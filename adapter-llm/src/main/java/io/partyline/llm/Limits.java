package io.partyline.llm;

import io.partyline.cast.Prompt;
import java.time.Duration;

/// How long one answer may take, counted from the question.
///
/// @param firstWord until it begins
/// @param whole until its end
record Limits(Duration firstWord, Duration whole) {
    Limits(ModelSettings settings, Prompt prompt) {
        this(least(settings.firstWord(), prompt.limit()), prompt.limit());
    }

    static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
