package io.partyline.show;

import static io.partyline.show.People.NOW;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.onAir;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostMoodTest {
    private static final String PROBE = "Why did you go back to the house?";
    private static final String JOKE = "I'm joking, of course.";
    private static final String DOUBT = "I don't buy that for a second.";
    private static final String WARM = "I'm so sorry to hear that. Take your time.";
    private static final String END = "We'll have to leave it there, thanks for calling.";
    private static final String PLAIN = "The bus leaves at six in the morning from the station.";

    private static Story says(Story story, String text) {
        long sample = story.show().positionAt(story.now());
        return story.when(
                        new FloorCommand.Hear(
                                Story.FRIDAY, Optional.empty(), text, sample, sample, story.now()))
                .later(Duration.ofSeconds(2));
    }

    private static Event set(HostMood.By by, Instant at, Mood... moods) {
        return new FloorEvent.HostMoodSet(List.of(moods), by, at);
    }

    private static List<Mood> moods(Story story) {
        return story.show().mood().moods();
    }

    @Test
    void aMoodIsAnEventWhenItBeginsAndNotOneALine() {
        Story story = given();
        says(story, PROBE);
        assertThat(story.happened()).contains(set(HostMood.By.RULES, NOW, Mood.PROBING));
        says(story, "What happened next?");
        assertThat(story.happened()).hasSize(1);
        assertThat(moods(story)).containsExactly(Mood.PROBING);
    }

    @Test
    void onlyTheHostsLinesCount() {
        Story story = given(onAir(People.DAVE, People.THREE));
        story.when(
                new FloorCommand.Hear(
                        Story.FRIDAY, Optional.of(People.DAVE), PROBE, 0, 0, story.now()));
        assertThat(moods(story)).isEmpty();
    }

    @Test
    void theTwoStrongestStandTheNewerFirst() {
        Story story = given();
        says(story, WARM);
        says(story, DOUBT);
        says(story, PROBE);
        says(story, PROBE);
        assertThat(moods(story)).hasSize(HostMood.MOST).first().isEqualTo(Mood.PROBING);
    }

    @Test
    void whoIsWrappingUpDoesNothingElse() {
        Story story = given();
        says(story, PROBE);
        says(story, PROBE);
        says(story, END);
        assertThat(moods(story)).containsExactly(Mood.WRAPPING_UP);
    }

    @Test
    void whoeverGetsTheFloorForALineKnowsTheMoodOfThatLine() {
        Story story = given(aiOnAir(TONYS, TONY));
        story.when(new FloorCommand.HostSays("Tony, any last words?", 0));
        assertThat(story.happened())
                .hasSize(3)
                .element(1)
                .isEqualTo(set(HostMood.By.RULES, NOW, Mood.WRAPPING_UP));
        assertThat(story.happened().getLast()).isInstanceOf(FloorEvent.TurnGranted.class);
    }

    @Test
    void aMoodFadesWhenTheHostTalksOfOtherThings() {
        Story story = given();
        says(story, JOKE);
        says(story, PLAIN);
        says(story, PLAIN);
        assertThat(moods(story)).containsExactly(Mood.JOKING);
        says(story, PLAIN);
        assertThat(story.happened()).hasSize(2);
        assertThat(moods(story)).isEmpty();
    }

    @Test
    void aMoodIsOverWhenTheHostHasSaidNothingForFiveMinutes() {
        Story story = given();
        says(story, JOKE).passes(Duration.ofSeconds(297)).nothingHappens();
        story.passes(Duration.ofSeconds(1)).then(set(HostMood.By.RULES, NOW.plusSeconds(300)));
        story.passes(Duration.ofMinutes(5)).nothingHappens();
    }

    @Test
    void eightLinesCountAndNoneThatIsOlderThanFiveMinutes() {
        Story story = given();
        says(story, END);
        story.later(Duration.ofMinutes(5));
        says(story, PLAIN);
        assertThat(moods(story)).isEmpty();
        assertThat(story.show().conversation().hostLines(8, NOW)).hasSize(2);
        assertThat(story.show().conversation().hostLines(1, NOW)).containsExactly(PLAIN);
        assertThat(story.show().conversation().hostLines(8, NOW.plusSeconds(1)))
                .containsExactly(PLAIN);
    }

    @Test
    void theHostsWordStandsUntilTheyTakeItBack() {
        Story story = given();
        story.when(new FloorCommand.ChooseMood(Optional.of(Mood.WARMTH)))
                .then(set(HostMood.By.HOST, NOW, Mood.WARMTH))
                .when(new FloorCommand.ChooseMood(Optional.of(Mood.WARMTH)))
                .nothingHappens();
        says(story, DOUBT);
        assertThat(story.happened()).hasSize(1);
        story.passes(Duration.ofMinutes(9)).nothingHappens();
        says(story, DOUBT);
        story.when(new FloorCommand.RefineMood(List.of(Mood.JOKING), story.show().seq()))
                .nothingHappens();
        assertThat(moods(story)).containsExactly(Mood.WARMTH);
        Instant now = story.now();
        story.when(new FloorCommand.ChooseMood(Optional.empty()))
                .then(set(HostMood.By.RULES, now, Mood.PUSHBACK))
                .when(new FloorCommand.ChooseMood(Optional.empty()))
                .nothingHappens();
    }

    @Test
    void aModelsReadingStandsUntilTheRulesReadSomethingElse() {
        Story story = given();
        says(story, PROBE);
        story.when(new FloorCommand.RefineMood(List.of(Mood.PUSHBACK), story.show().seq()));
        assertThat(story.show().mood())
                .isEqualTo(
                        new HostMood(
                                List.of(Mood.PUSHBACK), HostMood.By.MODEL, List.of(Mood.PROBING)));
        says(story, PROBE);
        assertThat(moods(story)).containsExactly(Mood.PUSHBACK);
        says(story, END);
        assertThat(moods(story)).containsExactly(Mood.WRAPPING_UP);
    }

    @Test
    void aModelThatComesTooLateOrSaysNothingNewChangesNothing() {
        Story story = given();
        says(story, PROBE);
        long before = story.show().seq();
        says(story, PROBE);
        story.when(new FloorCommand.RefineMood(List.of(Mood.JOKING), before)).nothingHappens();
        long now = story.show().seq();
        story.when(new FloorCommand.RefineMood(List.of(Mood.PROBING), now)).nothingHappens();
        story.later(Duration.ofMinutes(6))
                .when(new FloorCommand.RefineMood(List.of(Mood.JOKING), now))
                .nothingHappens();
    }

    @Test
    void noModelKeepsAHostFromWrappingUp() {
        Story story = given();
        says(story, END);
        story.when(new FloorCommand.RefineMood(List.of(Mood.PROBING), story.show().seq()))
                .nothingHappens();
    }
}
