package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InquiryTest {
    private static final Prompt PROMPT =
            new Prompt(
                    Prompt.Purpose.SUMMARY,
                    List.of(new Prompt.Message(Prompt.Role.USER, "What was it about?")),
                    Duration.ofSeconds(1),
                    10);

    private int closed;

    private Optional<String> ask(Supplier<Optional<String>> pieces) {
        return new Inquiry(model(pieces), Level.DEBUG).ask(PROMPT);
    }

    private LanguageModel model(Supplier<Optional<String>> pieces) {
        return new LanguageModel() {
            @Override
            public String name() {
                return "made up";
            }

            @Override
            public TextStream reply(Prompt prompt) {
                return new TextStream() {
                    @Override
                    public Optional<String> next() {
                        return pieces.get();
                    }

                    @Override
                    public Ending ending() {
                        return Ending.FINISHED;
                    }

                    @Override
                    public void close() {
                        closed++;
                    }
                };
            }
        };
    }

    @Test
    void theWholeAnswerIsRead() {
        Deque<String> pieces = new ArrayDeque<>(List.of("Dave ", "called."));
        assertThat(ask(() -> Optional.ofNullable(pieces.poll()))).contains("Dave called.");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void aModelThatNeverEndsIsReadSoFarAndNoFurther() {
        assertThat(ask(() -> Optional.of("and on and "))).get().asString().hasSize(Inquiry.LONGEST);
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        assertThat(
                        ask(() -> {
                            throw new LanguageModelException("The line broke.");
                        }))
                .isEmpty();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void aModelThatIsOffIsNotAsked() {
        assertThat(new Inquiry(LanguageModel.off(), Level.DEBUG).ask(PROMPT)).isEmpty();
    }
}
