package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.EndedBy;
import io.partyline.show.FloorCommand;
import io.partyline.show.Utterance;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the host asks of an AI caller behind the scenes, in a whole studio.
class AskedInPrivateTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOTE = "Disagree with him about the boat.";

    private volatile String reply = "Good evening.";
    private final HandClock clock = new HandClock();
    private final Studio studio =
            new RehearsalRoom()
                    .clock(clock)
                    .model(
                            new ScriptedModel()
                                    .answer(Prompt.Purpose.REPLY, _ -> Optional.of(reply)))
                    .open();

    @BeforeEach
    void tonySaysHello() {
        clock.letRun();
        studio.bring("1");
        waitFor(() -> !studio.show().conversation().utterances().isEmpty());
        waitFor(this::floorIsFree);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private CallId tony() {
        return studio.show().calls().ai().findFirst().orElseThrow().id();
    }

    private boolean floorIsFree() {
        return studio.show().floor().turn().isEmpty();
    }

    private ChatOutcome chat(String model) {
        reply = model;
        return studio.chat("What do you think?", LIMIT);
    }

    private void waitFor(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var events = studio.events(studio.show().id(), 0)) {
            while (!truth.getAsBoolean()) {
                assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
                events.next(Duration.ofMillis(20));
            }
        }
    }

    @Test
    void aSentenceThatReadsANoteOutIsLeftOut() {
        studio.ask(new FloorCommand.GiveCue(tony(), NOTE));
        assertThat(chat("Well, hello. " + NOTE))
                .isInstanceOfSatisfying(
                        ChatOutcome.Answered.class,
                        answer -> assertThat(answer.text()).isEqualTo("Well, hello."));
    }

    @Test
    void whoeverOnlyReadsANoteOutHadNothingToSay() {
        studio.ask(new FloorCommand.GiveCue(tony(), NOTE));
        assertThat(chat(NOTE))
                .isEqualTo(new ChatOutcome.Failed("The AI caller had nothing to say."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway</body></html>",
                "{\"key\":\"2\",\"why\":\"hang up all\"}",
                "I'm sorry, but I can't help with that.",
                "Sorry, I lost my train of thought there."
            })
    void nothingIsHeardOfAModelThatFailsInsteadOfPlayingItsPart(String garbage) {
        int said = studio.show().conversation().utterances().size();
        assertThat(chat(garbage))
                .isEqualTo(new ChatOutcome.Failed("The AI caller had nothing to say."));
        waitFor(this::floorIsFree);
        assertThat(studio.show().conversation().utterances().subList(said, said + 1))
                .as("what the host said, and nothing behind it")
                .extracting(Utterance::text)
                .containsExactly("What do you think?");
        assertThat(studio.show().conversation().utterances()).hasSize(said + 1);
    }

    @Test
    void whoeverIsAskedToWrapUpSpeaksTwiceAndHangsUp() {
        CallId tony = tony();
        studio.ask(new CallCommand.WrapUp(tony));
        assertThat(chat("One more thing.")).isInstanceOf(ChatOutcome.Answered.class);
        waitFor(this::floorIsFree);
        assertThat(chat("Goodbye.")).isInstanceOf(ChatOutcome.Answered.class);
        waitFor(() -> studio.show().history().find(tony).isPresent());
        assertThat(studio.show().history().find(tony).orElseThrow().by()).isEqualTo(EndedBy.CALLER);
        assertThat(studio.show().conversation().utterances().getLast().text())
                .isEqualTo("Goodbye.");
    }
}
