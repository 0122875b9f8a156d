package io.partyline.cast;

import static io.partyline.cast.Evening.TONY;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Why an AI caller calls: out of their own life, whether a model wrote it or nobody did.
class BackgroundsTest {
    private static final Regular REGULAR = Regular.first(TONY, "", 1, false);

    private static Optional<String> parse(String answer) {
        return Backgrounds.parse(
                answer, new Evening().daveOnAir().dave("I'm Dave Kowalski.").show());
    }

    private static String you(int letters) {
        return "You drive " + "b".repeat(letters - 11) + ".";
    }

    private static Persona toldOf(String topic) {
        var call = new EarlierCall(new ShowId("monday"), new CallId("1"), Instant.EPOCH, topic, "");
        return TONY.as(REGULAR.telling("", List.of(call)));
    }

    @Test
    void whoeverHasCalledBeforeGoesOnFromWhatTheyTold() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Backgrounds.tonight(toldOf("night: diners"), new Random(seed)))
                    .startsWith("You are calling ")
                    .contains("night diners")
                    .doesNotContain("trucks");
        }
    }

    @Test
    void whoeverRemembersNoTopicTakesOneOfTheirOwn() {
        assertThat(Backgrounds.tonight(toldOf(" "), new Random(1))).contains("trucks");
        assertThat(Backgrounds.tonight(TONY.as(REGULAR), new Random(1))).contains("trucks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You drove past the old diner tonight, and it was gone.",
                "Your diner closed today, and nobody said a word.",
                "You've sat in that diner every night since March.",
                "Tonight, you drove past the old diner."
            })
    void aModelSpeaksToTheOneWhoPlaysIt(String answer) {
        assertThat(parse(answer)).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Tony drove past the old diner tonight.",
                "I drove past the old diner tonight, alone.",
                "Young Tony drove past the old diner tonight.",
                "You are, as an AI, not driving anywhere.",
                "You are a language model and like diners.",
                "You drive {\"key\": 1} and like old diners."
            })
    void whatDoesNotIsNoBackground(String answer) {
        assertThat(parse(answer)).isEmpty();
    }

    @Test
    void aWordIsNoBackgroundAndAStoryIsTooLong() {
        assertThat(parse(you(19))).isEmpty();
        assertThat(parse(you(20))).isPresent();
        assertThat(parse(you(500))).isPresent();
        assertThat(parse(you(501))).isEmpty();
    }

    @Test
    void aNovelIsNotEvenRead() {
        String hidden = "[" + "b".repeat(100) + "]";
        assertThat(parse(you(20) + hidden.repeat(5))).isPresent();
        assertThat(parse(you(20) + hidden.repeat(15))).isEmpty();
    }

    @Test
    void noSurnameOfARealCallerIsInIt() {
        assertThat(parse("You know the boat that Dave Kowalski lost."))
                .contains("You know the boat that Dave lost.");
    }
}
