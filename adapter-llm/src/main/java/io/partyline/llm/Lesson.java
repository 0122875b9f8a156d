package io.partyline.llm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What a refusal teaches: which part of a question a server does not take.
///
/// @param means that the refusal speaks of this part
/// @param learned the habits that leave it out
record Lesson(Pattern means, UnaryOperator<Habits> learned) {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private static final List<Lesson> ALL =
            List.of(
                    of("max_tokens|max_completion_tokens|maxtokens", Habits::withOtherLimit),
                    of("stream_options|include_usage", Habits::withoutCounts),
                    of(
                            "response_format|json_schema|json schema|structured output|tool_choice"
                                    + "|tools|grammar|\\bformat\\b",
                            Habits::withoutForms),
                    of(
                            "system (role|message|prompt)s?\\b.{0,40}(not|n't|unsupported)"
                                    + "|(not|n't|unsupported).{0,40}\\bsystem\\b",
                            Habits::withoutSystem));

    /// Codes that say nothing of what was wrong.
    private static final Pattern VAGUE =
            Pattern.compile(
                    "|invalid_request(_error)?|bad_?request(_error)?|validation_error|400|422");

    private static Lesson of(String means, UnaryOperator<Habits> learned) {
        return new Lesson(Pattern.compile(means), learned);
    }

    /// How to ask the same question so that it may be taken; empty if the refusal teaches nothing
    /// that is not known yet. One that names no reason is put down to what is not needed: the
    /// counts and the form.
    static Optional<Habits> from(Arrival.Refused refused, Habits now, boolean extras) {
        if (refused.status() != BAD_REQUEST && refused.status() != UNPROCESSABLE) {
            return Optional.empty();
        }
        String words = refused.body().toLowerCase(Locale.ROOT);
        List<Lesson> meant = ALL.stream().filter(l -> l.means().matcher(words).find()).toList();
        for (Lesson lesson : meant) {
            Habits then = lesson.learned().apply(now);
            if (!then.equals(now)) {
                return Optional.of(then);
            }
        }
        Habits plain = now.withoutCounts().withoutForms();
        boolean vague =
                VAGUE.matcher(Fault.codeIn(refused.body()).toLowerCase(Locale.ROOT)).matches();
        return Optional.of(plain).filter(_ -> meant.isEmpty() && vague && extras);
    }
}
