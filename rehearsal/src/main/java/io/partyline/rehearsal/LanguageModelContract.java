package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every language model keeps to.
public abstract class LanguageModelContract {
    /// A prompt that leaves enough time for an answer.
    protected static final Prompt PROMPT =
            new Prompt(
                    Prompt.Purpose.REPLY,
                    List.of(new Prompt.Message(Prompt.Role.SYSTEM, "You are calling a show.")),
                    Duration.ofSeconds(30),
                    100);

    private static final String TEXT = "Good evening. I have a question about owls, and élan.";
    private static final int AT_ONCE = 20;

    /// For subclasses.
    protected LanguageModelContract() {}

    /// A model that answers every prompt with this text.
    protected abstract LanguageModel saying(String text);

    /// A model that has no room for more than this beginning of an answer.
    protected abstract LanguageModel cutShort(String text);

    /// A model that cannot answer.
    protected abstract LanguageModel failing();

    @Test
    void itHasAName() {
        assertFalse(saying(TEXT).name().isBlank());
    }

    @Test
    void aModelThatAnswersIsNotSwitchedOff() {
        assertFalse(saying(TEXT).isOff());
    }

    @Test
    void thePiecesMakeTheWholeAnswer() {
        try (TextStream answer = saying(TEXT).reply(PROMPT)) {
            assertEquals(TEXT, answer.readAll());
        }
    }

    @Test
    void afterTheEndThereIsNothingMore() {
        try (TextStream answer = saying(TEXT).reply(PROMPT)) {
            answer.readAll();
            assertEquals(Optional.empty(), answer.next());
        }
    }

    @Test
    void aClosedAnswerHasNoMoreWords() {
        TextStream answer = saying(TEXT).reply(PROMPT);
        assertTrue(answer.next().isPresent());
        answer.close();
        answer.close();
        assertEquals(Optional.empty(), answer.next());
    }

    @Test
    void anAnswerMayBeClosedBeforeItIsRead() {
        TextStream answer = saying(TEXT).reply(PROMPT);
        answer.close();
        assertEquals(Optional.empty(), answer.next());
    }

    @Test
    void howAnAnswerEndedIsKnownOnceItHas() {
        TextStream answer = saying(TEXT).reply(PROMPT);
        assertTrue(answer.next().isPresent());
        assertEquals(TextStream.Ending.OPEN, answer.ending());
        answer.readAll();
        assertEquals(TextStream.Ending.FINISHED, answer.ending());
        answer.close();
        assertEquals(TextStream.Ending.FINISHED, answer.ending());
    }

    @Test
    void anAnswerThatWasTooLongIsKnownAsCutShort() {
        try (TextStream answer = cutShort(TEXT + " And then").reply(PROMPT)) {
            assertEquals(TEXT + " And then", answer.readAll());
            assertEquals(TextStream.Ending.CUT_SHORT, answer.ending());
        }
    }

    @Test
    void anAnswerThatIsClosedBeforeItsEndWasGivenUp() {
        TextStream answer = saying(TEXT).reply(PROMPT);
        assertTrue(answer.next().isPresent());
        answer.close();
        assertEquals(Optional.empty(), answer.next());
        assertEquals(TextStream.Ending.GIVEN_UP, answer.ending());
    }

    @Test
    void manyMayAskAtOnce() {
        LanguageModel model = saying(TEXT);
        List<CompletableFuture<String>> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(model)))
                        .limit(AT_ONCE)
                        .toList();
        answers.forEach(answer -> assertEquals(TEXT, answer.join()));
    }

    @Test
    void aModelThatCannotAnswerSaysSoInASentence() {
        LanguageModel model = failing();
        var failure = assertThrows(LanguageModelException.class, () -> ask(model));
        String sentence = String.valueOf(failure.getMessage());
        assertTrue(sentence.matches("(?s)[A-Z].* .*\\."), sentence);
    }

    private static String ask(LanguageModel model) {
        try (TextStream answer = model.reply(PROMPT)) {
            return answer.readAll();
        }
    }
}
