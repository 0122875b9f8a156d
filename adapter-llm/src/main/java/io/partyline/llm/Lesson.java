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
    /// that is not known yet. One that names no reason is put down to what an answer can do
    /// without: the counts and the form.
    ///
    /// @param extras whether the question holds any of these
    static Optional<Habits> from(Arrival.Refused refused, Question question, boolean extras) {
        boolean asked = refused.status() == BAD_REQUEST || refused.status() == UNPROCESSABLE;
        var fault = Fault.refusal(refused.body());
        if (!asked || fault.reason() == Fault.Reason.TOO_LONG) {
            return Optional.empty();
        }
        Habits now = question.habits();
        String words = refused.body().toLowerCase(Locale.ROOT);
        List<Lesson> meant = ALL.stream().filter(l -> l.means().matcher(words).find()).toList();
        if (meant.isEmpty()) {
            boolean vague = VAGUE.matcher(fault.code().toLowerCase(Locale.ROOT)).matches();
            return Optional.of(now.withoutCounts().withoutForms()).filter(_ -> vague && extras);
        }
        return meant.stream()
                .map(lesson -> lesson.learned().apply(now))
                .filter(then -> !question.with(then).isLike(question))
                .findFirst();
    }
}
