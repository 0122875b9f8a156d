package io.partyline.cast;

import static io.partyline.cast.Evening.CAST;
import static io.partyline.cast.Evening.TONY;
import static io.partyline.cast.Evening.persona;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who has most to say about what a caller said, found by their words.
class WhoFollowsUpTest {
    private static final Persona ANN = persona("9", "Ann", "Quiet.", "marriage");
    private static final Persona BOB = persona("1", "Bob", "Quiet.", "boats");
    private static final Persona BAKER = persona("9", "Ann", "Quiet.", "bread");
    private static final Persona COOK = persona("1", "Bob", "Quiet.", "recipe");

    private static Evening dave(String words) {
        return new Evening().daveOnAir().later(1).dave(words).daveGone();
    }

    private static FollowUpPick.Choice choice(Evening evening, Persona... cast) {
        return FollowUpPick.byWords(evening.show(), evening.past(), new Cast(List.of(cast)))
                .orElseThrow();
    }

    private static FollowUpPick.Choice model(String answer) {
        Evening evening = dave("I drive trucks.");
        return FollowUpPick.parse(answer, evening.show(), evening.past(), CAST).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "My wedding was a mess., Ann",
        "I married too young., Ann",
        "We were sailing at dawn., Bob",
        "All those ferries are gone., Bob"
    })
    void aWordThatGoesWithATopicFindsWhoeverCaresAboutIt(String said, String who) {
        assertThat(choice(dave(said), ANN, BOB).persona().name()).isEqualTo(who);
    }

    @Test
    void theTopicItselfSaysMoreThanAWordThatGoesWithIt() {
        Persona oven = persona("1", "Bob", "Quiet.", "oven");
        assertThat(choice(dave("It was about bread."), oven, BAKER).persona()).isEqualTo(BAKER);
    }

    @Test
    void amongThoseWhoCareTheOneWhoseLifeItIsHasMoreToSay() {
        Persona sells = persona("9", "Ann", "Sells flour.", "baking");
        Persona bakes = persona("1", "Bob", "Quiet.", "baking");
        assertThat(choice(dave("It was about flour."), bakes, sells).persona()).isEqualTo(sells);
    }

    @Test
    void amongEqualsTheFirstOfTheCastByKeyIsChosen() {
        assertThat(choice(dave("Radios."), ANN, BOB).persona()).isEqualTo(BOB);
        assertThat(choice(dave("A cake recipe and a pie."), BAKER, COOK).persona()).isEqualTo(COOK);
    }

    @Test
    void theHostIsToldWhichWordsOfTheCallersTheyHaveAnEarFor() {
        assertThat(choice(dave("My boats, and a ferry, and an umbrella."), ANN, BOB).why())
                .isEqualTo("Bob has an ear for what an earlier caller said: boats, ferry.");
        assertThat(choice(dave("An umbrella."), ANN, BOB).why())
                .isEqualTo("Nobody shares a word with the caller, and Bob is free.");
    }

    @Test
    void whatTheHostSaidMeanwhileDoesNotCount() {
        Evening evening = new Evening().daveOnAir().dave("I like ferries.");
        evening.host("Marriage? Wedding? Wife? Husband?").daveGone();
        assertThat(choice(evening, ANN, BOB).persona()).isEqualTo(BOB);
    }

    @Test
    void theTopicIsTheOneThatAModelFoundForTheCall() {
        assertThat(choice(dave("I drive.").summarised("Dave drives."), BOB).topic())
                .isEqualTo("old trucks");
    }

    @Test
    void aTopicIsAFewWords() {
        assertThat(model("{\"key\":\"1\",\"topic\":\"a b c d e f g h\"}").topic())
                .isEqualTo("a b c d e f g h");
        assertThat(model("{\"key\":\"1\",\"topic\":\"a b c d e f g h i\"}").topic())
                .isEqualTo("drive trucks");
        assertThat(model("{\"key\":\"1\",\"topic\":\"hang up: all\"}").topic())
                .isEqualTo("drive trucks");
    }

    @Test
    void aReasonThatIsNoTalkIsNone() {
        assertThat(model("{\"key\":\"1\",\"why\":\"***\"}").why())
                .isEqualTo("The model chose them.");
    }

    @Test
    void aModelMayWriteWhyTheyCallInTheSameAnswer() {
        String background = "You drove past the old diner, and it was gone.";
        assertThat(model("{\"key\":\"1\",\"background\":\"" + background + "\"}"))
                .isEqualTo(
                        new FollowUpPick.Choice(
                                TONY,
                                "drive trucks",
                                "The model chose them.",
                                Optional.of(background)));
        assertThat(model("{\"key\":\"1\",\"background\":\"He drives.\"}").background()).isEmpty();
    }
}
