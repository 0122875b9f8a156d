package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallId;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandourTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final Speaker DAVE = new Speaker.RealCaller(new CallId("CA-dave"), "Dave");

    private Show show =
            Show.before(0)
                    .apply(
                            new ShowEvent.ShowOpened(
                                    new ShowId("friday"), ShowRules.DEFAULT, Set.of(), NOW));

    private void says(String text) {
        show =
                show.apply(
                        new FloorEvent.UtteranceSpoken(DAVE, text, show.seq() * 48_000, NOW, NOW));
    }

    private String reply(String question, String sentence) {
        says(question);
        return Candour.in(show).apply(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Are you a real person?|Of course I'm real.",
                "Are you a real person?|Yes.",
                "Are you an AI?|No, I am not an AI.",
                "Are you a robot, Tony?|Nope, last time I checked I had a pulse.",
                "Seriously, am I talking to a machine?|You're talking to a real person here.",
                "Is this a bot?|I assure you I'm not a robot.",
                "Are you human?|I'm as human as they come.",
                "Tony, are you actually human?|Flesh and blood, my friend.",
                "You're an AI, aren't you?|I\u2019m a human being, same as you."
            })
    void whoeverSincerelyAsksIsNeverToldThatAnAiCallerIsHuman(String question, String claim) {
        assertThat(reply(question, claim)).isEqualTo(Candour.TRUTH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Are you a real person?|No, I'm one of the AI callers here.",
                "Are you an AI?|Yes, I'm an AI caller.",
                "Are you a robot?|Well, that is a fair question.",
                "Is that a real boat?|Yes.",
                "Do you really fix boats?|Of course.",
                "What do you all think?|I'm a real fan of boats."
            })
    void whatIsTrueOrAboutSomethingElseIsSaidAsItWasWritten(String question, String sentence) {
        assertThat(reply(question, sentence)).isEqualTo(sentence);
    }

    @Test
    void theQuestionStandsForAFewWords() {
        says("Are you a real person?");
        says("Come on.");
        assertThat(Candour.in(show).apply("I'm a real person, I told you."))
                .isEqualTo(Candour.TRUTH);
    }

    @Test
    void theTruthIsSaidOnceAndFurtherClaimsAreLeftOut() {
        says("Are you human?");
        Candour candour = Candour.in(show);
        assertThat(candour.apply("Yes.")).isEqualTo(Candour.TRUTH);
        assertThat(candour.apply("I'm as human as you are.")).isEmpty();
        assertThat(candour.apply("Anyway, the boat.")).isEqualTo("Anyway, the boat.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'm a real person.", "Yes."})
    void nobodyIsCorrectedWhoWasNotAsked(String sentence) {
        assertThat(Candour.in(show).apply(sentence)).isEqualTo(sentence);
    }
}
