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
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What keeps AI callers silent, and for how long.
class RestraintTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Story story =
            given(
                    all(
                            all(onAir(DAVE, THREE), new FloorEvent.AiModeSet(AiMode.AUTO, NOW)),
                            all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY))));

    private Instant now = NOW;

    private void later(Duration time) {
        now = now.plus(time);
        story.later(time);
    }

    private void dave(String text, Surroundings around) {
        story.when(new FloorCommand.Hear(Story.FRIDAY, Optional.of(DAVE), text, 0, 0, now, around));
    }

    private void silence(CallId near) {
        story.when(new FloorCommand.FillSilence(Optional.of(near), Surroundings.QUIET));
    }

    private Optional<CallId> floor() {
        return story.show().floor().turn().map(Turn::call);
    }

    private void finish() {
        TurnId turn = story.show().floor().turn().orElseThrow().id();
        story.when(new FloorCommand.EndTurn(turn, TurnOutcome.FINISHED, ""));
    }

    private Weighed weighed(CallId call) {
        return Objects.requireNonNull(story.show().floor().panel().weighed().get(call)).why();
    }

    /// Somebody speaks into a silence, unasked.
    private void speaksUnasked(CallId call) {
        dave("That was all I had to say.", Surroundings.QUIET);
        silence(call);
        assertThat(floor()).contains(call);
        finish();
    }

    private boolean fills(CallId call) {
        dave("That was all I had to say.", Surroundings.QUIET);
        silence(call);
        boolean spoke = floor().isPresent();
        if (spoke) {
            finish();
        }
        return spoke;
    }

    @Test
    void whoeverSpeaksUnaskedMakesAllOfThemWaitTwiceAsLong() {
        speaksUnasked(TONYS);
        later(SECOND.multipliedBy(19));
        assertThat(fills(MARYS)).isFalse();
        later(SECOND);
        assertThat(fills(MARYS)).isTrue();
        later(SECOND.multipliedBy(39));
        assertThat(fills(TONYS)).isFalse();
        later(SECOND);
        assertThat(fills(TONYS)).isTrue();
        later(SECOND.multipliedBy(59));
        assertThat(fills(MARYS)).isFalse();
        later(SECOND);
        assertThat(fills(MARYS)).as("a minute is the longest").isTrue();
    }

    @Test
    void whoeverIsSpokenToMakesUpForIt() {
        speaksUnasked(TONYS);
        later(SECOND);
        dave("Tony, was that true?", Surroundings.QUIET);
        assertThat(floor()).contains(TONYS);
        finish();
        later(SECOND.multipliedBy(10));
        assertThat(fills(MARYS)).isTrue();
    }

    @Test
    void whoeverWasTalkedOverWaitsLonger() {
        story.when(new FloorCommand.LetRespond(Optional.of(MARYS)));
        story.when(new FloorCommand.Interrupt(Optional.of(DAVE)));
        finish();
        later(SECOND.multipliedBy(29));
        assertThat(fills(MARYS)).isFalse();
        later(SECOND);
        assertThat(fills(MARYS)).isTrue();
    }

    @Test
    void whoeverSpokeUnaskedAndIsPassedByWaitsLonger() {
        speaksUnasked(MARYS);
        later(SECOND);
        dave("Tony, where were we?", Surroundings.QUIET);
        finish();
        later(SECOND.multipliedBy(28));
        assertThat(fills(MARYS)).isFalse();
        later(SECOND);
        assertThat(fills(MARYS)).isTrue();
    }

    @Test
    void nobodySpeaksOverAPersonThoughTheyAreSpokenTo() {
        dave("Mary, what do you say?", new Surroundings(true, false));
        assertThat(floor()).isEmpty();
        assertThat(weighed(MARYS)).isEqualTo(Weighed.TALKED_OVER);
        later(SECOND);
        dave("No, let me finish, it was blue.", Surroundings.QUIET);
        assertThat(floor()).as("and then they answer").contains(MARYS);
    }

    @Test
    void whoeverWasSpokenToAndCouldNotAnswerDoesInTheSilence() {
        dave("Mary, what do you say?", new Surroundings(true, false));
        later(SECOND.multipliedBy(3));
        silence(TONYS);
        assertThat(floor()).contains(MARYS);
    }

    @Test
    void onceTheMoneyIsSpentNoTurnEvenBegins() {
        dave("Mary, what do you say?", new Surroundings(false, true));
        assertThat(floor()).isEmpty();
        assertThat(weighed(MARYS)).isEqualTo(Weighed.CAPPED);
        story.when(new FloorCommand.FillSilence(Optional.of(TONYS), new Surroundings(false, true)));
        assertThat(floor()).isEmpty();
    }

    @Test
    void whoeverIsWrappingUpSpeaksOnlyWhenSpokenTo() {
        story.when(new CallCommand.WrapUp(MARYS));
        assertThat(fills(MARYS)).isFalse();
        dave("Mary, goodbye then, what was your last word?", Surroundings.QUIET);
        assertThat(floor()).contains(MARYS);
    }

    @Test
    void theShareOfTheAirGoesByTheDial() {
        dave("one two three four five six seven eight nine ten ".repeat(7), Surroundings.QUIET);
        story.when(new FloorCommand.LetRespond(Optional.of(TONYS)));
        TurnId turn = story.show().floor().turn().orElseThrow().id();
        story.when(
                new FloorCommand.Speak(turn, "a b c d e f g h i j ".repeat(3), 0, now),
                new FloorCommand.EndTurn(turn, TurnOutcome.FINISHED, ""));
        later(SECOND.multipliedBy(20));
        assertThat(fills(MARYS)).as("30 of 107 words").isFalse();
        story.when(new FloorCommand.SetEagerness(Eagerness.EAGER));
        assertThat(fills(MARYS)).isTrue();
    }

    @Test
    void whoWouldHaveFilledASilenceAndMayNotGetsARowThatSaysWhy() {
        speaksUnasked(MARYS);
        dave("It was a long night, that one.", Surroundings.QUIET);
        later(SECOND.multipliedBy(3));
        silence(MARYS);
        assertThat(floor()).isEmpty();
        assertThat(story.happened())
                .singleElement()
                .isInstanceOfSatisfying(
                        FloorEvent.JumpInWeighed.class,
                        row -> {
                            assertThat(row.call()).isEqualTo(MARYS);
                            assertThat(row.why()).isEqualTo(Weighed.COOLDOWN);
                        });
        silence(DAVE);
        assertThat(story.happened()).as("nobody had anything to add").isEmpty();
    }

    @Test
    void everybodyGetsOneRowForEachUtterance() {
        dave("Mary, what do you say?", Surroundings.QUIET);
        assertThat(story.happened())
                .filteredOn(FloorEvent.JumpInWeighed.class::isInstance)
                .extracting(event -> ((FloorEvent.JumpInWeighed) event).why())
                .containsExactlyInAnyOrder(Weighed.ADDRESSED, Weighed.OTHER_ADDRESSED);
        story.when(new FloorCommand.SetAiMode(AiMode.MANUAL));
        dave("Tony, what do you say?", Surroundings.QUIET);
        assertThat(story.happened()).hasSize(1);
    }
}
