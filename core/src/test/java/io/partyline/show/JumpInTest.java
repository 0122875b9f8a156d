package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.UNKNOWN;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An AI caller speaks unasked only in auto mode, and a doubt means silence.
class JumpInTest {
    private static final TurnId TURN = new TurnId("turn-one");
    private static final Event AUTO = new FloorEvent.AiModeSet(AiMode.AUTO, NOW);

    private static Story panel(Event... more) {
        return given(
                all(
                        all(onAir(DAVE, THREE), AUTO),
                        all(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)), more)));
    }

    private static Command host(String text) {
        return new FloorCommand.Hear(Story.FRIDAY, Optional.empty(), text, 0, 0, NOW);
    }

    private static Command dave(String text) {
        return new FloorCommand.Hear(Story.FRIDAY, Optional.of(DAVE), text, 0, 0, NOW);
    }

    private static Optional<CallId> floor(Story story) {
        return story.show().floor().turn().map(Turn::call);
    }

    @Test
    void nobodyJumpsInWhileTheHostRunsTheFloor() {
        Story story =
                panel(new FloorEvent.AiModeSet(AiMode.MANUAL, NOW)).when(host("Mary, what now?"));
        assertThat(floor(story)).isEmpty();
    }

    @Test
    void whoeverIsNamedAnswers() {
        assertThat(floor(panel().when(host("I wonder about Mary.")))).contains(MARYS);
        assertThat(floor(panel().when(dave("MARY would know")))).contains(MARYS);
    }

    @Test
    void aNameInsideAWordNamesNobody() {
        assertThat(floor(panel().when(host("Maryland is lovely.")))).isEmpty();
    }

    @Test
    void aQuestionToThePanelIsAnsweredByWhoeverWasSilentLongest() {
        Story story =
                panel(
                        new FloorEvent.TurnGranted(
                                new Turn(TURN, TONYS, Turn.Why.HELLO, NOW, false, Optional.empty()),
                                NOW),
                        new FloorEvent.TurnEnded(TURN, TurnOutcome.FINISHED, "", NOW));
        story.later(Duration.ofMinutes(1)).when(host("What does everybody think? "));
        assertThat(floor(story)).contains(MARYS);
        assertThat(story.show().floor().turn()).map(Turn::why).contains(Turn.Why.QUESTION);
    }

    @Test
    void aStatementIsNoQuestion() {
        assertThat(floor(panel().when(host("That was that.")))).isEmpty();
    }

    @Test
    void aQuestionToSomebodyElseByNameIsLeftToThem() {
        Story story = panel().when(host("Caller #1, what do you think?"));
        assertThat(story.call(DAVE).caller().name()).isEqualTo("Caller #1");
        assertThat(floor(story)).isEmpty();
    }

    @Test
    void aQuestionToThePanelIsLeftToOthersDuringTheCooldownAfterOnesOwnTurn() {
        Event[] spoke = {
            new FloorEvent.TurnGranted(
                    new Turn(TURN, MARYS, Turn.Why.HELLO, NOW, false, Optional.empty()), NOW),
            new FloorEvent.TurnEnded(TURN, TurnOutcome.FINISHED, "", NOW),
            new CallEvent.MuteSet(TONYS, true, NOW)
        };
        Story story = panel(spoke);
        story.later(Story.RULES.cooldown().minusMillis(1)).when(host("Anybody?"));
        assertThat(floor(story)).isEmpty();
        story.later(Duration.ofMillis(1)).when(host("Anybody?"));
        assertThat(floor(story)).contains(MARYS);
    }

    @Test
    void whoeverIsSpokenToByNameAnswersThoughTheyHaveJustSpoken() {
        Story story =
                panel(
                        new FloorEvent.TurnGranted(
                                new Turn(TURN, MARYS, Turn.Why.HELLO, NOW, false, Optional.empty()),
                                NOW),
                        new FloorEvent.TurnEnded(TURN, TurnOutcome.FINISHED, "", NOW));
        story.later(Duration.ofSeconds(1)).when(host("Mary?"));
        assertThat(floor(story)).contains(MARYS);
    }

    @Test
    void nobodyJumpsInWhileAllAreMuted() {
        assertThat(floor(panel(new FloorEvent.AiMuteSet(true, NOW)).when(host("Mary?")))).isEmpty();
    }

    @Test
    void whoeverIsMutedAloneIsPassedOver() {
        Story story = panel(new CallEvent.MuteSet(MARYS, true, NOW));
        assertThat(floor(story.when(host("Mary, are you there")))).isEmpty();
        assertThat(floor(story.when(host("Anybody?")))).contains(TONYS);
    }

    @Test
    void nobodyJumpsInWhileAnotherAiCallerSpeaks() {
        Story story =
                panel(
                        new FloorEvent.TurnGranted(
                                new Turn(TURN, TONYS, Turn.Why.HELLO, NOW, false, Optional.empty()),
                                NOW));
        story.when(host("Mary?"));
        assertThat(story.show().floor().queued()).isEmpty();
        assertThat(floor(story)).contains(TONYS);
    }

    @Test
    void aiCallersDoNotAnswerEachOther() {
        Story story =
                panel().when(
                                new FloorCommand.Hear(
                                        Story.FRIDAY,
                                        Optional.of(TONYS),
                                        "Mary, you there?",
                                        0,
                                        0,
                                        NOW));
        assertThat(floor(story)).isEmpty();
    }

    @Test
    void whoeverHasAnsweredIsAskedOnWithoutTheirNameForFifteenSeconds() {
        assertThat(floor(askedOnAfter(Duration.ofMillis(14_900)))).contains(MARYS);
        assertThat(floor(askedOnAfter(Duration.ofMillis(15_100)))).isEmpty();
    }

    private static Story askedOnAfter(Duration pause) {
        Story story = panel().when(host("Mary, did you ever see one?"));
        TurnId turn = story.show().floor().turn().orElseThrow().id();
        return story.when(
                        new FloorCommand.Speak(turn, "Never in my life.", 0, NOW),
                        new FloorCommand.EndTurn(turn, TurnOutcome.FINISHED, ""))
                .later(pause)
                .when(
                        new FloorCommand.Hear(
                                Story.FRIDAY,
                                Optional.empty(),
                                "And what did you do then?",
                                0,
                                0,
                                NOW.plus(pause)));
    }

    @Test
    void aSilenceThatAPersonLeftIsFilled() {
        Story story = panel().when(dave("I love trucks.")).later(Duration.ofMillis(2_500));
        story.when(new FloorCommand.FillSilence(Optional.of(MARYS), Surroundings.QUIET));
        assertThat(floor(story)).contains(MARYS);
        assertThat(story.show().floor().turn()).map(Turn::why).contains(Turn.Why.SILENCE);
        story.when(new FloorCommand.FillSilence(Optional.of(TONYS), Surroundings.QUIET))
                .nothingHappens();
    }

    @Test
    void nobodyFillsASilenceThatAnAiCallerLeftOrThatNothingWasSaidIn() {
        panel().when(new FloorCommand.FillSilence(Optional.of(MARYS), Surroundings.QUIET))
                .nothingHappens();
        panel().when(new FloorCommand.Hear(Story.FRIDAY, Optional.of(TONYS), "Well.", 0, 0, NOW))
                .when(new FloorCommand.FillSilence(Optional.of(MARYS), Surroundings.QUIET))
                .nothingHappens();
    }

    @Test
    void nobodyFillsASilenceInManualModeOrWhileMuted() {
        panel(new FloorEvent.AiModeSet(AiMode.MANUAL, NOW))
                .when(
                        dave("I love trucks."),
                        new FloorCommand.FillSilence(Optional.of(MARYS), Surroundings.QUIET))
                .nothingHappens();
        panel(new FloorEvent.AiMuteSet(true, NOW))
                .when(
                        dave("I love trucks."),
                        new FloorCommand.FillSilence(Optional.of(MARYS), Surroundings.QUIET))
                .nothingHappens();
    }

    @Test
    void whatWasHeardIsKeptWhetherAnybodyAnswersOrNot() {
        assertThat(panel().when(dave(" Well. ")).happened())
                .startsWith(
                        new FloorEvent.UtteranceSpoken(
                                new Speaker.RealCaller(DAVE, "Caller #1"), "Well.", 0, NOW, NOW));
    }

    @Test
    void silenceAndStrangersAreRefused() {
        panel().when(host("   ")).refused(Reason.NOTHING_SAID);
        panel().when(new FloorCommand.Hear(Story.FRIDAY, Optional.of(UNKNOWN), "Hi.", 0, 0, NOW))
                .refused(Reason.NO_SUCH_CALL);
    }
}
