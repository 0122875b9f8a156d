package io.partyline.rehearsal;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A language model that says what it was told to. Strict: a prompt that it has no answer for
/// fails, as a model fails that is out of reach.
///
/// Answers are functions of the prompt, so that a test can prove what was in it: an answer that
/// repeats a caller's words can only do so if the prompt held them.
public final class ScriptedModel implements LanguageModel {
    private record Cue(
            Prompt.Purpose purpose,
            Function<Prompt, Optional<String>> answer,
            TextStream.Ending ending) {}

    private final List<Cue> cues = new CopyOnWriteArrayList<>();
    private final List<Prompt> asked = new CopyOnWriteArrayList<>();

    /// A model without a word.
    public ScriptedModel() {}

    /// Answers prompts of this purpose with this text; cues are tried in order.
    public ScriptedModel answer(Prompt.Purpose purpose, String text) {
        return answer(purpose, _ -> Optional.of(text));
    }

    /// Answers prompts of this purpose, or leaves them to the next cue.
    public ScriptedModel answer(Prompt.Purpose purpose, Function<Prompt, Optional<String>> answer) {
        cues.add(new Cue(purpose, answer, TextStream.Ending.FINISHED));
        return this;
    }

    /// Answers prompts of this purpose with the beginning of an answer that was too long.
    public ScriptedModel cutShort(Prompt.Purpose purpose, String beginning) {
        cues.add(new Cue(purpose, _ -> Optional.of(beginning), TextStream.Ending.CUT_SHORT));
        return this;
    }

    /// Every prompt so far.
    public List<Prompt> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public TextStream reply(Prompt prompt) {
        asked.add(prompt);
        return cues.stream()
                .filter(cue -> cue.purpose() == prompt.purpose())
                .flatMap(cue ->
                        cue.answer().apply(prompt).stream()
                                .map(text -> new Pieces(text, cue.ending())))
                .findFirst()
                .map(TextStream.class::cast)
                .orElseThrow(() ->
                        new LanguageModelException(
                                "The script has no answer for a %s.".formatted(prompt.purpose())));
    }

    /// A word at a time, as models do.
    private static final class Pieces implements TextStream {
        private final Deque<String> words;
        private final Ending last;
        private Ending ending = Ending.OPEN;

        private Pieces(String text, Ending last) {
            this.words = new ArrayDeque<>(List.of(text.split("(?<= )")));
            this.last = last;
        }

        @Override
        public synchronized Optional<String> next() {
            Optional<String> word = Optional.ofNullable(words.poll());
            if (word.isEmpty() && ending == Ending.OPEN) {
                ending = last;
            }
            return word;
        }

        @Override
        public synchronized Ending ending() {
            return ending;
        }

        @Override
        public synchronized void close() {
            words.clear();
            if (ending == Ending.OPEN) {
                ending = Ending.GIVEN_UP;
            }
        }
    }
}
