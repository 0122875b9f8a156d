package io.partyline.show;

import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Of whom a model is asked whether they should speak, after something that was said.
class UndecidedTest {
    private static final String OPEN = "The bus leaves at six in the morning from the station.";

    private static Story panel() {
        return given(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)))
                .when(new FloorCommand.SetAiMode(AiMode.AUTO));
    }

    private static Optional<Undecided> after(Story story, String text) {
        story.when(new FloorCommand.Hear(Story.FRIDAY, Optional.empty(), text, 0, 0, NOW));
        return Undecided.after(story.happened(), story.show());
    }

    @Test
    void wordsThatNameNobodyLeaveAllOfThemOpen() {
        Story story = panel();
        Optional<Undecided> left = after(story, OPEN);
        long words = story.show().conversation().recap(1).getFirst().seq();
        assertThat(left).contains(new Undecided(words, List.of(TONYS, MARYS)));
    }

    @Test
    void whoeverIsMutedIsNotAskedFor() {
        Story story = panel().when(new CallCommand.SetMute(MARYS, true));
        assertThat(after(story, OPEN).orElseThrow().calls()).containsExactly(TONYS);
    }

    @Test
    void whomTheRulesHaveDecidedAboutNobodyIsAskedFor() {
        assertThat(after(panel(), "Tony, what do you think of that?")).isEmpty();
    }

    @Test
    void nobodyIsAskedForWhileTheHostRunsTheFloorOrAllAreMuted() {
        Story manual = panel().when(new FloorCommand.SetAiMode(AiMode.MANUAL));
        assertThat(after(manual, OPEN)).isEmpty();
        assertThat(after(panel().when(new FloorCommand.MuteAi(true)), OPEN)).isEmpty();
    }

    @Test
    void whatAnAiCallerSaysLeavesNothingOpen() {
        Story story = panel();
        Speaker tony = Speaker.of(story.call(TONYS));
        List<Event> said = List.of(new FloorEvent.UtteranceSpoken(tony, OPEN, 0, NOW, NOW));
        assertThat(Undecided.after(said, story.show())).isEmpty();
    }
}
