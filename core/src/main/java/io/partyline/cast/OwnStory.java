package io.partyline.cast;

import io.partyline.show.Advice;
import io.partyline.show.Beginning;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import io.partyline.show.Speaker;
import io.partyline.show.Utterance;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose own story is near to what was just said.
public final class OwnStory {
    /// Words in a gist of a story.
    private static final int GIST = 3;

    private OwnStory() {}

    /// The AI caller on the air whose background has most words in common with what a person said
    /// last; empty if an AI caller spoke last, or nobody shares a word.
    public static Optional<CallId> near(Show show) {
        return show.conversation().recap(1).stream()
                .filter(said -> !(said.speaker() instanceof Speaker.AiCaller))
                .map(Utterance::text)
                .map(Words::set)
                .findFirst()
                .flatMap(words -> near(show, words));
    }

    /// What a caller's own story has in common with what a person said last, in a few words; empty
    /// if nothing.
    static String common(Show show, Call call) {
        return show.conversation().recap(1).stream()
                .filter(said -> !(said.speaker() instanceof Speaker.AiCaller))
                .map(said -> shared(call, Words.set(said.text())))
                .filter(words -> !words.isEmpty())
                .map(words ->
                        words.stream()
                                .sorted()
                                .limit(GIST)
                                .collect(Collectors.joining(", ", "has a story about ", "")))
                .map(gist -> Beginning.of(gist, Advice.LONGEST))
                .findFirst()
                .orElse("");
    }

    private static Optional<CallId> near(Show show, Set<String> words) {
        return show.calls()
                .ai()
                .filter(call -> call.onAir() && common(call, words) > 0)
                .max(Comparator.comparingInt(call -> common(call, words)))
                .map(Call::id);
    }

    private static int common(Call call, Set<String> words) {
        return shared(call, words).size();
    }

    private static Set<String> shared(Call call, Set<String> words) {
        if (!(call.caller() instanceof Caller.Ai ai)) {
            return Set.of();
        }
        Set<String> stems = words.stream().map(Themes::stem).collect(Collectors.toSet());
        return Words.set(ai.background()).stream()
                .filter(word -> stems.contains(Themes.stem(word)))
                .collect(Collectors.toSet());
    }
}
