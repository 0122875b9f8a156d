package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A talk with an AI caller goes on without their name, and one between people is left to them.
class ExchangeTest {
    private static final TurnId TURN = new TurnId("turn-one");

    /// Tony has been silent for longer than Mary, so an open question would go to him.
    private static Story afterMarySaid(String words) {
        return given(
                all(
                        all(onAir(DAVE, THREE), new FloorEvent.AiModeSet(AiMode.AUTO, NOW)),
                        all(
                                all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)),
                                new FloorEvent.TurnGranted(
                                        new Turn(
                                                TURN,
                                                MARYS,
                                                Turn.Why.HELLO,
                                                NOW,
                                                false,
                                                Optional.empty()),
                                        NOW),
                                said(new Speaker.AiCaller(MARYS, MARY.name()), words),
                                new FloorEvent.TurnEnded(TURN, TurnOutcome.FINISHED, "", NOW))));
    }

    private static Event said(Speaker speaker, String words) {
        return new FloorEvent.UtteranceSpoken(speaker, words, 0, NOW, NOW);
    }

    private static Command host(String words, Duration later) {
        return heard(Optional.empty(), words, NOW.plus(later));
    }

    private static Command dave(String words) {
        return heard(Optional.of(DAVE), words, NOW.plusSeconds(2));
    }

    private static Command heard(Optional<CallId> call, String words, Instant begun) {
        return new FloorCommand.Hear(Story.FRIDAY, call, words, 0, 0, begun);
    }

    /// Who has the floor once the host has said something, so long after Mary.
    private static Optional<CallId> answers(Story story, String words, Duration later) {
        story.later(later).when(host(words, later));
        return story.show().floor().turn().map(Turn::call);
    }

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void rightAfterAnAiCallerYouMeansThem() {
        for (String words :
                new String[] {
                    "But why would you do that?",
                    "I can see that your boat is gone.",
                    "Go on, that is a fine story.",
                    "So what happened in the end?"
                }) {
            assertThat(answers(afterMarySaid("I sold it all."), words, SOON))
                    .as(words)
                    .contains(MARYS);
        }
    }

    @Test
    void whatOnlySoundsAsIfItMeantThemIsNoQuestionToThem() {
        for (String words :
                new String[] {
                    "Well you know how it goes in a harbour.",
                    "Thank you, and that was the weather.",
                    "The youth of the harbour sold it all."
                }) {
            assertThat(answers(afterMarySaid("I sold it all."), words, SOON)).as(words).isEmpty();
        }
    }

    @Test
    void fifteenSecondsLaterItMayMeanAnybody() {
        Duration last = Duration.ofSeconds(15);
        Story story = afterMarySaid("I sold it all.");
        assertThat(answers(story, "Why would you do that?", last.minusMillis(1))).contains(MARYS);
        Story later = afterMarySaid("I sold it all.");
        assertThat(answers(later, "Why would you do that?", last)).isEmpty();
        assertThat(isOpen(later)).isTrue();
    }

    /// Whether a model is asked who should answer.
    private static boolean isOpen(Story story) {
        return Undecided.after(story.happened(), story.show()).isPresent();
    }

    @Test
    void whoeverHasAskedHearsTheAnswerWhateverItIs() {
        assertThat(answers(afterMarySaid("Where is my boat?"), "Down by the old pier.", SOON))
                .contains(MARYS);
        assertThat(answers(afterMarySaid("There is my boat."), "Down by the old pier.", SOON))
                .isEmpty();
    }

    @Test
    void aWordThrownInDoesNotTakeTheTalkOver() {
        Story story = afterMarySaid("I sold it all.").when(dave("Oh my goodness."));
        assertThat(answers(story, "But why would you do that?", SOON)).contains(MARYS);
    }

    @Test
    void aStoryOfSomebodyElseTakesItOver() {
        Story story =
                afterMarySaid("I sold it all.")
                        .when(dave("In my harbour everybody sold it all in the end."));
        assertThat(answers(story, "But why would you do that?", SOON)).isEmpty();
    }

    @Test
    void aQuestionToAPersonWhoHasJustSpokenIsLeftToThemForHalfAMinute() {
        Duration last = Duration.ofSeconds(32);
        for (String question : new String[] {"Why would you do that?", "And what came of it?"}) {
            Story story = afterDave("In my harbour everybody sold it all.");
            assertThat(answers(story, question, last.minusMillis(1))).isEmpty();
            assertThat(isOpen(story)).as(question).isFalse();
            Story later = afterDave("In my harbour everybody sold it all.");
            assertThat(answers(later, question, last)).isEmpty();
            assertThat(isOpen(later)).as("%s, later", question).isTrue();
        }
    }

    /// Two seconds after Mary.
    private static Story afterDave(String words) {
        return afterMarySaid("I sold it all.").when(dave(words));
    }
}
