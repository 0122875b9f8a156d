package io.partyline.cast;

import static io.partyline.cast.Evening.CAST;
import static io.partyline.cast.Evening.EARL;
import static io.partyline.cast.Evening.MARY;
import static io.partyline.cast.Evening.TONY;
import static io.partyline.cast.Evening.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.show.CallCommand;
import io.partyline.show.CallerNumber;
import io.partyline.show.Highlight;
import io.partyline.show.Summary;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Summaries, follow-ups, backgrounds: what a model answers is data.
class AfterACallTest {
    private static Evening dave(String words) {
        return new Evening().daveOnAir().later(1).dave(words).daveGone();
    }

    private static Optional<Summary> parse(String answer) {
        Evening evening = dave("I like trucks.");
        return Summaries.parse(answer, evening.show(), evening.past());
    }

    private static Optional<FollowUpPick.Choice> byWords(Evening evening) {
        return FollowUpPick.byWords(evening.show(), evening.past(), CAST);
    }

    @Test
    void aModelsAnswerIsASummaryWithATopic() {
        assertThat(parse("Dave talked about his truck.\nTopic: old trucks\n"))
                .contains(
                        new Summary(
                                "Dave talked about his truck.",
                                "old trucks",
                                Summary.Source.MODEL));
    }

    @Test
    void aTopicThatIsAStoryIsNone() {
        String topic = "Dave talked about his truck.\nTopic: " + "b".repeat(90);
        assertThat(parse(topic)).map(Summary::topic).contains("b".repeat(90));
        assertThat(parse(topic + "b")).map(Summary::topic).contains("trucks");
    }

    @Test
    void aMissingTopicIsTakenFromTheCall() {
        assertThat(parse("Dave talked about his truck.")).map(Summary::topic).contains("trucks");
    }

    @Test
    void lettersThatGrowInLowerCaseShiftNothing() {
        assertThat(parse("İİİİİİİİİİİİİİİİİİİİ called in. topic: x"))
                .map(Summary::topic)
                .contains("x");
    }

    @Test
    void aModelNamesTheMomentsAndTheyAreHeldToWhatWasSaid() {
        Evening evening = new Evening().daveOnAir().later(3).dave("I'm Dave Kowalski.");
        evening.later(60)
                .dave("The brakes failed on a hill.")
                .later(100)
                .dave("I cried.")
                .daveGone();
        String answer =
                """
                Dave told how his brakes failed.
                Topic: brakes
                Mood: shaken.
                Moments:
                - 0:02 Mr. Kowalski says hello
                1:05 - the brakes fail
                59:59 nobody was there
                0:04 555-010-0123
                """;
        assertThat(Summaries.parse(answer, evening.show(), evening.past()))
                .contains(
                        new Summary(
                                "Dave told how his brakes failed.",
                                "brakes",
                                "shaken",
                                List.of(
                                        new Highlight(3 * 48_000L, "somebody says hello"),
                                        new Highlight(64 * 48_000L, "the brakes fail")),
                                Summary.Source.MODEL));
    }

    @Test
    void withoutAModelTheirFirstWordsAndTheirLongestAreTheMoments() {
        Evening evening =
                new Evening().daveOnAir().dave("Hello.").dave("My wife died and I cried.");
        evening.dave("Bye.").daveGone();
        Summary summary = Summaries.fallback(evening.show(), evening.past());
        assertThat(summary.mood()).isEqualTo("sad");
        assertThat(summary.highlights())
                .containsExactly(
                        new Highlight(0, "Hello."),
                        new Highlight(48_000, "My wife died and I cried."));
    }

    @Test
    void aMoodThatIsNoneIsTakenFromWhatTheCallerSaid() {
        Evening evening = new Evening().daveOnAir().dave("My wife died and I cried.");
        evening.host("How funny, what a laugh, hilarious, what a joke.").daveGone();
        for (String mood : List.of("", "\nMood: {}", "\nMood: 7", "\nMood: " + "sad ".repeat(9))) {
            assertThat(
                            Summaries.parse(
                                    "Dave spoke of his wife." + mood,
                                    evening.show(),
                                    evening.past()))
                    .map(Summary::mood)
                    .contains("sad");
        }
    }

    @Test
    void aSummaryIsASentenceOrTwo() {
        assertThat(parse("Dave has a boat")).isPresent();
        assertThat(parse("Dave has boats")).isEmpty();
        assertThat(parse("Dave" + " boat".repeat(99) + ".")).isPresent();
        assertThat(parse("Dave" + " boat".repeat(99) + "s.")).isEmpty();
        String answer = "Dave has a boat.\nMoments:\n0:01 ";
        assertThat(parse(answer + "b".repeat(1_200 - answer.length()))).isPresent();
        assertThat(parse(answer + "b".repeat(1_201 - answer.length()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Ok.",
                "I'm sorry, but I can't help with that.",
                "I’m sorry, but I can’t summarise this call.",
                "I am unable to summarise this conversation.",
                "Sorry, that is not something to sum up.",
                "As an AI, there is nothing to say here.",
                "As a language model this cannot be done.",
                "{\"summary\":\"Dave called about trucks\"}",
                "```json\n{\"summary\":\"Dave called\"}\n```",
                "[\"Dave called about trucks\"]",
                "<p>Dave called about trucks.</p>"
            })
    void whatIsNoSummaryIsRefused(String answer) {
        assertThat(parse(answer)).isEmpty();
    }

    @Test
    void aMegabyteIsNoSummary() {
        assertThat(parse("Dave called about trucks. ".repeat(40_000))).isEmpty();
        assertThat(parse("topic:".repeat(170_000))).isEmpty();
    }

    @Test
    void theFallbackSaysOnlyWhatIsTrue() {
        Evening evening = dave("My truck broke down.");
        assertThat(Summaries.fallback(evening.show(), evening.past()))
                .isEqualTo(
                        new Summary(
                                "Caller #1 was on the air for 3 s and said \"My truck broke down.\"; the"
                                        + " caller hung up.",
                                "truck broke down",
                                "",
                                List.of(new Highlight(48_000, "My truck broke down.")),
                                Summary.Source.FALLBACK));
    }

    @Test
    void theFallbackLeavesOutTheTimeThatACallerWasOnHold() {
        Evening evening = new Evening();
        evening.ask(
                new CallCommand.Ring(Evening.DAVE, CallerNumber.WITHHELD),
                new CallCommand.OpenLeg(Evening.DAVE),
                new CallCommand.Take(Evening.DAVE),
                new CallCommand.Air(Evening.DAVE, 0));
        evening.later(20).ask(new CallCommand.Hold(Evening.DAVE));
        evening.later(600)
                .ask(
                        new CallCommand.Take(Evening.DAVE),
                        new CallCommand.Air(Evening.DAVE, 620 * 48_000));
        evening.later(50).ask(new CallCommand.HangUp(Evening.DAVE));
        assertThat(Summaries.fallback(evening.show(), evening.past()).text())
                .isEqualTo(
                        "Caller #1 was on the air for 1 min 10 s in 2 visits; the host ended the call.");
    }

    @Test
    void theTopicAndTheMoodAreWhatTheirWordsSayMostOften() {
        Evening evening = dave("It was funny: a boat, a truck, a truck. I was ashamed and guilty.");
        Summary summary = Summaries.fallback(evening.show(), evening.past());
        assertThat(summary.topic()).startsWith("truck ");
        assertThat(summary.mood()).isEqualTo("ashamed");
    }

    @Test
    void aMinuteIsAMinute() {
        Evening evening = new Evening().daveOnAir().later(59).daveGone();
        assertThat(Summaries.fallback(evening.show(), evening.past()).text())
                .startsWith("Caller #1 was on the air for 1 min 00 s;");
    }

    @Test
    void theFallbackOfACallerWhoWasNeverHeardSaysSo() {
        Evening evening = new Evening();
        evening.ask(
                new CallCommand.Ring(Evening.DAVE, CallerNumber.WITHHELD),
                new CallCommand.OpenLeg(Evening.DAVE));
        evening.later(61).ask(new CallCommand.HangUp(Evening.DAVE));
        assertThat(Summaries.fallback(evening.show(), evening.past()).text())
                .isEqualTo("Caller was not on the air: the host ended the call after 1 min 01 s.");
    }

    @Test
    void theFallbackHoldsNoTelephoneNumber() {
        Evening evening = dave("Call me on 555-010-0123.");
        assertThat(Summaries.fallback(evening.show(), evening.past()).text())
                .contains("(a number)")
                .doesNotContain("0123");
    }

    @Test
    void whoeverSharesMostWordsFollowsUp() {
        assertThat(byWords(dave("I bake bread every night.")))
                .hasValueSatisfying(choice -> {
                    assertThat(choice.persona()).isEqualTo(MARY);
                    assertThat(choice.why()).contains("bread");
                });
    }

    @Test
    void whoeverHasBeenOnTonightComesLast() {
        Evening evening = new Evening().bring(MARY);
        evening.ask(new CallCommand.HangUp(evening.on(MARY)));
        evening.daveOnAir().dave("I bake bread every night.").daveGone();
        assertThat(byWords(evening)).map(FollowUpPick.Choice::persona).contains(TONY);
    }

    @Test
    void whoeverIsOnTheLineNowIsNotChosen() {
        Evening evening = dave("I bake bread.").bring(MARY);
        assertThat(byWords(evening)).map(FollowUpPick.Choice::persona).contains(TONY);
        assertThat(FollowUpPick.parse("{\"key\":\"2\"}", evening.show(), evening.past(), CAST))
                .isEmpty();
        evening.bring(TONY).bring(EARL);
        assertThat(byWords(evening)).isEmpty();
    }

    @Test
    void theWordsUsedWhenAModelFailsAreNoTopic() {
        Evening evening = new Evening().daveOnAir().daveGone();
        evening.ask(
                new CallCommand.FileSummary(
                        Evening.DAVE, Summaries.fallback(evening.show(), evening.past())));
        assertThat(byWords(evening)).map(FollowUpPick.Choice::topic).contains("");
    }

    @Test
    void aModelsChoiceIsReadFromItsJson() {
        Evening evening = dave("Hello.");
        assertThat(
                        FollowUpPick.parse(
                                "{\"key\": \"3\", \"topic\":\"old radios\", \"why\":\"He fixes them.\"}",
                                evening.show(),
                                evening.past(),
                                CAST))
                .contains(new FollowUpPick.Choice(EARL, "old radios", "He fixes them."));
    }

    @Test
    void aModelsChoiceIsReadHoweverItIsWrapped() {
        Evening evening = dave("Hello.");
        assertThat(
                        FollowUpPick.parse(
                                "Sure!\n```json\n{\"key\": 3, \"topic\": \"old radios\",}\n```",
                                evening.show(),
                                evening.past(),
                                CAST))
                .contains(new FollowUpPick.Choice(EARL, "old radios", "The model chose them."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Earl, because he fixes radios.",
                "{\"key\":[\"3\"]}",
                "{\"key\":\"77\"}",
                "{\"key\":\"\"}",
                "{\"key\":\"3\\\"\"}",
                "{\"persona\":\"3\"}",
                "{\"key\":"
            })
    void anAnswerThatNamesNobodyIsNoChoice(String answer) {
        Evening evening = dave("Hello.");
        assertThat(FollowUpPick.parse(answer, evening.show(), evening.past(), CAST)).isEmpty();
    }

    @Test
    void theSameChanceGivesTheSameBackground() {
        for (int seed = 0; seed < 100; seed++) {
            String once = Backgrounds.tonight(TONY, new Random(seed));
            assertThat(Backgrounds.tonight(TONY, new Random(seed))).isEqualTo(once);
            assertThat(once).contains("trucks").startsWith("You are calling ").endsWith(".");
            assertThat(Backgrounds.about("Dave", "", new Random(seed)))
                    .contains("Dave")
                    .contains("their story");
        }
        assertThat(Backgrounds.tonight(persona("9", "Ann", "Quiet."), new Random(1)))
                .contains("people");
    }

    @Test
    void aBackgroundGoesOnFromYouAreCalling() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(Backgrounds.tonight(TONY, new Random(seed)))
                    .matches("You are calling (from|with|because you|while you) [^:]+: [^:]+\\.");
        }
    }

    @Test
    void keysAndNamesAreGivenOnce() {
        assertThatThrownBy(() -> new Cast(List.of(TONY, persona("1", "Ann", "Quiet."))))
                .hasMessage("the key 1 is given to two personas");
        assertThatThrownBy(() -> new Cast(List.of(TONY, persona("4", "TONY", "Quiet."))))
                .hasMessage("two personas are called TONY");
        assertThat(CAST.find("2")).contains(MARY);
        assertThat(CAST.find("x")).isEmpty();
    }
}
