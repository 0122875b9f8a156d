package io.partyline.cast;

import static io.partyline.cast.Evening.DAVE;
import static io.partyline.cast.Evening.TONY;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.Card;
import io.partyline.show.Speaker;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscretionTest {
    private static Evening dave(String... words) {
        Evening evening = new Evening().daveOnAir().later(1);
        for (String text : words) {
            evening.dave(text);
        }
        return evening;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is Dave Kowalski. | My name is Dave.",
                "I'm Dave Kowalski from Duluth. | I'm Dave from Duluth.",
                "Hi, this is Rosa O'Neill. | Hi, this is Rosa.",
                "My last name is Kowalski. | My last name.",
                "Ask Mrs. Kowalski. | Ask somebody.",
                "Call me on 555-010-0123. | Call me on (a number).",
                "I live at 12 Harbour Street. | I live at an address.",
                "Write to dave@example.com please. | Write to an address please.",
                "I'm Irish Catholic. | I'm Irish Catholic.",
                "My name is Dave. Monday was bad. | My name is Dave. Monday was bad.",
                "I bought 300 bees in 1988. | I bought 300 bees in 1988."
            })
    void firstNamesStayAndTheRestGoes(String said, String left) {
        assertThat(Discretion.of(dave(said).show()).of(said)).isEqualTo(left);
    }

    @Test
    void aSurnameThatIsKnownIsHiddenWhereverItComesUp() {
        var discretion = Discretion.of(dave("I'm Dave Kowalski.").show());
        assertThat(discretion.of("The Kowalskis, and Dave Kowalski's kowalski truck."))
                .doesNotContainIgnoringCase("kowalski,")
                .doesNotContainIgnoringCase("kowalski ")
                .contains("Dave");
    }

    @Test
    void whatAnAiCallerSaysHoldsNoSurnameOfACallerAndNoNumber() {
        var discretion = Discretion.of(dave("I'm Dave Kowalski.").show());
        assertThat(discretion.spoken("Dave Kowalski, of 555-010-0123, reminded Dr. Who of me."))
                .isEqualTo("Dave, of a number, reminded Dr. Who of me.");
    }

    @Test
    void nobodyOfTheCastLosesTheirName() {
        Evening evening = dave("My name is Dave. Hello Dave Tony.").bring(TONY);
        assertThat(Discretion.of(evening.show()).of("Dave Tony said so.")).contains("Tony");
    }

    @Test
    void whoeverFollowsUpIsToldTheFirstNameAlone() {
        Evening evening = dave("My name is Dave Kowalski.", "Call me on 555-010-0123.").daveGone();
        evening.summarised("Dave Kowalski talked about trucks and 555-010-0123.").bring(TONY);
        Call tony = evening.show().call(evening.on(TONY)).orElseThrow();
        String prompt =
                Prompts.reply(evening.show(), tony, TONY, 40).stream()
                        .map(Prompt.Message::text)
                        .collect(Collectors.joining("\n"));
        assertThat(prompt).contains("Dave").doesNotContain("Kowalski").doesNotContain("0123");
    }

    @Test
    void whoeverWantsNoNameHasNone() {
        Evening evening =
                dave("My name is Dave.", "I like Dave's Diner.", "Please don't use my name.");
        var discretion = Discretion.of(evening.show());
        assertThat(discretion.of("Dave likes diners.")).isEqualTo("somebody likes diners.");
        assertThat(discretion.name(evening.daveGone().past())).isEqualTo("an earlier caller");
    }

    @Test
    void aSurnameOnACardIsKeptToOneselfAndTheFirstNameIsNot() {
        Evening evening = named("Dave Miller");
        var discretion = Discretion.of(evening.show());
        assertThat(discretion.of("Dave Miller drives, and Miller sings."))
                .isEqualTo("Dave drives, and somebody sings.");
        assertThat(discretion.name(evening.daveGone().past())).isEqualTo("Dave");
    }

    @Test
    void whoeverWantsNoNameHasNoneOnTheirCardEither() {
        Evening evening = named("Dave Miller").dave("Please don't use my name.");
        var discretion = Discretion.of(evening.show());
        assertThat(discretion.of("Dave drives, and Miller sings."))
                .isEqualTo("somebody drives, and somebody sings.");
        Call dave = evening.show().call(DAVE).orElseThrow();
        assertThat(discretion.name(Speaker.of(dave))).isEqualTo("Caller");
        assertThat(discretion.name(evening.daveGone().past())).isEqualTo("an earlier caller");
    }

    private static Evening named(String name) {
        Evening evening = new Evening().daveOnAir().later(1);
        return evening.ask(
                new CallCommand.WriteCard(
                        DAVE,
                        new Card.Written(
                                Optional.of(name),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void aSurnameIsFoundBehindAFirstNameThatSomebodyElseSays() {
        Evening evening = dave("My name is Dave.").host("Dave Kowalski, everybody.");
        assertThat(Discretion.of(evening.show()).of("The truck is Kowalski's."))
                .isEqualTo("The truck is somebody.");
    }

    @Test
    void oneCallersFirstNameMayBeAnothersSurname() {
        Evening evening = dave("I'm Dave Kelly.", "My name is Kelly.");
        assertThat(Discretion.of(evening.show()).of("Kelly said so.")).isEqualTo("Kelly said so.");
    }

    @Test
    void whatAnAiCallerSaysOfThemselvesGivesNobodyAway() {
        Evening evening = dave("Hello.").bring(TONY);
        evening.says(Optional.of(evening.on(TONY)), "I'm Ann Smith. Please don't use my name.");
        var discretion = Discretion.of(evening.show());
        assertThat(discretion.of("Smith said so.")).isEqualTo("Smith said so.");
        Call tony = evening.show().call(evening.on(TONY)).orElseThrow();
        assertThat(discretion.name(Speaker.of(tony))).isEqualTo("Tony");
    }

    @Test
    void aCallerWithoutANameIsAnEarlierCaller() {
        Evening evening = dave("Hello.").daveGone();
        assertThat(Discretion.of(evening.show()).name(evening.past()))
                .isEqualTo("an earlier caller");
        assertThat(evening.show().history().find(DAVE)).isPresent();
    }
}
