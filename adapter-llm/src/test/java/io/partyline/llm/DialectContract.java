package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Form;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import io.partyline.port.TextStream.Ending;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.spend.Spending;
import io.partyline.spend.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What servers get wrong, and what is made of it in every dialect. A dialect gives the form on the
/// wire.
abstract class DialectContract {
    private static final Form FORM = Form.of(Form.text("key"), Form.truth("speak"));
    private final List<Provider> providers = new ArrayList<>();

    /// The dialect under test.
    abstract Dialect dialect();

    /// A piece of text on the wire.
    abstract String said(String text);

    /// A piece of text with a reason to stop, in the same event if the dialect can.
    abstract String saidWithReason(String text, String reason);

    /// A thought in the dialect's own field for it.
    abstract String thought(String text);

    /// A reason to stop, and nothing else.
    abstract String reason(String reason);

    /// The end of an answer.
    abstract String closing();

    /// What was counted.
    abstract String counted(int input, int output);

    /// The words for "its limit was used up".
    abstract String lengthReason();

    /// What a question that wants a form looks like.
    abstract void assertForm(JsonNode body);

    @AfterEach
    void closeEveryDoor() throws IOException {
        for (Provider provider : providers) {
            provider.close();
        }
    }

    final Provider provider(Provider.Manner manner) throws IOException {
        var provider = new Provider(manner);
        providers.add(provider);
        return provider;
    }

    final Provider sending(String... events) throws IOException {
        return provider(guest -> {
            for (String event : events) {
                guest.event(event);
            }
            guest.end();
        });
    }

    final LanguageModel model(Provider provider) {
        return Models.speaking(dialect(), provider.base());
    }

    final String answer(String... events) throws IOException {
        return answer(model(sending(events)));
    }

    static String answer(LanguageModel model) {
        try (TextStream answer = model.reply(Models.prompt())) {
            return answer.readAll();
        }
    }

    final String problem(String... events) throws IOException {
        return Models.sentence(model(sending(events)));
    }

    // The end of an answer.

    @Test
    void theLastWordEndsTheAnswer() throws IOException {
        assertThat(answer(said("Good "), said("evening."), reason("stop"), closing()))
                .isEqualTo("Good evening.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "stop"})
    void aReasonWithEveryPieceEndsNothing(String reason) throws IOException {
        assertThat(
                        answer(
                                saidWithReason("One. ", reason),
                                saidWithReason("Two. ", reason),
                                saidWithReason("Three.", reason),
                                closing()))
                .isEqualTo("One. Two. Three.");
    }

    @Test
    void textCountsUntilTheBodyEnds() throws IOException {
        assertThat(answer(said("One. "), reason("stop"), said("Two."))).isEqualTo("One. Two.");
    }

    @Test
    void aServerThatHasAReasonAndDoesNotHangUpIsNotWaitedForForLong() throws IOException {
        Provider provider =
                provider(guest -> {
                    guest.event(said("Good evening."));
                    guest.event(reason("stop"));
                    guest.stall();
                });
        assertThat(answer(model(provider))).isEqualTo("Good evening.");
    }

    @Test
    void anAnswerThatWasTooLongIsKnownAsCutShort() throws IOException {
        var provider = sending(said("One. And then"), reason(lengthReason()), closing());
        try (TextStream answer = model(provider).reply(Models.prompt())) {
            assertThat(answer.readAll()).isEqualTo("One. And then");
            assertThat(answer.ending()).isEqualTo(Ending.CUT_SHORT);
        }
    }

    @Test
    void aStreamThatEndsWithoutAnEndIsKnownAsBrokenOff() throws IOException {
        Provider provider = sending(said("I never "));
        TextStream answer = model(provider).reply(Models.prompt());
        assertThat(answer.next()).contains("I never ");
        assertThat(catchThrowable(answer::next))
                .hasMessageContaining("broke off in the middle of its answer.");
        assertThat(answer.ending()).isEqualTo(Ending.GIVEN_UP);
    }

    // Scaffolding.

    static List<String> scaffolded() {
        return ScaffoldingTest.wrapped();
    }

    @ParameterizedTest
    @MethodSource("scaffolded")
    void onlyTheAnswerIsLeftOfAnAnswerWithScaffolding(String text) throws IOException {
        LanguageModel model = model(sending(said(text), reason("stop"), closing()));
        try (TextStream answer = model.reply(ScaffoldingTest.prompt())) {
            assertThat(answer.readAll().strip()).isEqualTo(ScaffoldingTest.ANSWER);
        }
    }

    @Test
    void thoughtsWithoutAnEndAreNotSaid() throws IOException {
        assertThat(problem(said("<think>They want a joke."), reason("stop"), closing()))
                .contains("thought aloud to the end of its answer and said nothing.");
    }

    @Test
    void thoughtsOfTheirOwnFieldAreNotSaid() throws IOException {
        assertThat(answer(thought("Hm."), said("Good evening."), reason("stop"), closing()))
                .isEqualTo("Good evening.");
    }

    @Test
    void aModelThatUsesUpItsLimitOnThinkingGetsMoreRoom() throws Exception {
        Provider provider = sending(thought("Hm."), reason(lengthReason()), closing());
        LanguageModel model = model(provider);
        assertThat(Models.sentence(model)).contains("used up its limit on thinking");
        assertThat(provider.asked().body()).contains(":120");
        Models.sentence(model);
        assertThat(provider.asked().body()).contains(":2120");
    }

    @Test
    void aModelThatMarksOnlyTheEndOfItsThoughtsIsHeldBackFromThenOn() throws Exception {
        var turn = new AtomicInteger();
        Provider provider =
                provider(guest -> {
                    if (turn.getAndIncrement() == 0) {
                        guest.event(said("They want a joke. "));
                        guest.event(said("</think>Good evening."));
                    } else {
                        guest.event(said("A long thought. ".repeat(30)));
                        guest.event(said("</think>"));
                        guest.event(said("Good night."));
                    }
                    guest.event(reason("stop"));
                    guest.event(closing());
                    guest.end();
                });
        LanguageModel model = model(provider);
        assertThat(answer(model)).isEqualTo("Good evening.");
        assertThat(answer(model)).isEqualTo("Good night.");
    }

    // Refusals that teach something.

    @Test
    void whatAServerCannotFillInIsAskedForWithoutAForm() throws Exception {
        Provider provider =
                provider(guest -> {
                    if (guest.question().contains("\"schema\"")
                            || guest.question().contains("additionalProperties")) {
                        guest.refuse(
                                400, "{\"error\":{\"message\":\"json_schema is not supported\"}}");
                        return;
                    }
                    guest.event(said("{\"key\":\"3\"}"));
                    guest.event(reason("stop"));
                    guest.event(closing());
                    guest.end();
                });
        LanguageModel model = model(provider);
        Prompt prompt = Models.prompt().filling(FORM);
        for (int i = 0; i < 2; i++) {
            try (TextStream answer = model.reply(prompt)) {
                assertThat(answer.readAll()).isEqualTo("{\"key\":\"3\"}");
            }
        }
        assertForm(new ObjectMapper().readTree(provider.asked().body()));
        assertThat(provider.asked().body()).doesNotContain("additionalProperties");
        assertThat(provider.asked().body()).doesNotContain("additionalProperties");
        assertThat(provider.left()).isZero();
    }

    @Test
    void aServerThatIsTooBusyIsAskedOnceMoreWhenItWantsToBe() throws Exception {
        var turn = new AtomicInteger();
        Provider provider =
                provider(guest -> {
                    if (turn.getAndIncrement() == 0) {
                        guest.refuse(429, "{}", "Retry-After: 0.05");
                        return;
                    }
                    guest.event(said("Good evening."));
                    guest.event(reason("stop"));
                    guest.event(closing());
                    guest.end();
                });
        assertThat(answer(model(provider))).isEqualTo("Good evening.");
        assertThat(turn).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Retry-After: 3600", "Retry-After: Fri, 31 Dec 2027 23:59:59 GMT", "X: y"})
    void aServerThatIsBusyForLongerThanThereIsTimeIsNotWaitedFor(String header) throws Exception {
        Provider provider = provider(guest -> guest.refuse(429, "{}", header));
        assertThat(Models.sentence(model(provider))).contains("too many questions for the moment.");
        provider.asked();
        assertThat(provider.left()).isZero();
    }

    // Errors inside an answer.

    static List<String> errors() {
        return List.of(
                "event: error\ndata: {\"message\":\"Overloaded\"}\n\n",
                "event: error\ndata: overloaded, try later\n\n",
                "{\"error\":{\"message\":\"x\",\"type\":\"overloaded_error\"}}\n",
                "{\n  \"error\": {\n    \"type\": \"overloaded_error\"\n  }\n}",
                "data: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}\n\n",
                "data: {\"object\":\"error\",\"message\":\"x\",\"code\":503}\n\n",
                "data: {\"error\":\"the server is overloaded\"}\n\n",
                "{\"error_type\":\"overloaded\",\"error_message\":\"x\"}\n",
                "data: {\"error\":{\"code\":529}}",
                "{\"detail\":\"Overloaded\"}\n",
                "{\"code\":\"engine_overloaded\",\"message\":\"x\"}\n");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorInsideAnAnswerIsToldForWhatItIs(String event) throws IOException {
        assertThat(problem(event)).contains("did not answer: it is overloaded").endsWith(".");
        assertThat(problem(said("I never "), event))
                .contains("gave up in the middle of its answer: it is overloaded");
    }

    @Test
    void anErrorOfAKindThatNobodyKnowsIsToldByItsCode() throws IOException {
        assertThat(problem("data: {\"error\":{\"code\":1301,\"message\":\"Dave said no\"}}\n\n"))
                .contains("did not answer (1301).")
                .doesNotContain("Dave");
        assertThat(
                        problem(
                                "data: {\"error\":{\"code\":14013,\"message\":\"The load balancer\"}}\n\n"))
                .contains("did not answer (14013).");
        assertThat(problem("event: error\ndata: {\"message\":\"Dave said no\"}\n\n"))
                .contains("did not answer, and gave no reason that we know.");
    }

    @Test
    void theKeyIsNotShownEvenAsACode() throws IOException {
        assertThat(problem("data: {\"error\":{\"code\":\"%s\"}}\n\n".formatted(Models.KEY)))
                .doesNotContain(Models.KEY);
    }

    // The bill.

    @Test
    void whatTheServerCountedIsOnTheBill() throws IOException {
        var purse = Purse.withoutCap(new Prices(List.of()));
        var provider =
                sending(said("Good evening."), reason("stop"), counted(2_000, 300), closing());
        answer(new HttpModel(settings(provider), purse));
        assertThat(purse.spending().rows())
                .extracting(Spending.Row::unit, Spending.Row::amount)
                .containsExactly(tuple(Unit.INPUT_TOKENS, 2_000L), tuple(Unit.OUTPUT_TOKENS, 300L));
    }

    @Test
    void whatNobodyCountedIsEstimatedAndARefusalCostsNothing() throws IOException {
        var purse = Purse.withoutCap(new Prices(List.of()));
        Models.sentence(new HttpModel(settings(provider(guest -> guest.refuse(500, "{}"))), purse));
        assertThat(purse.spending().rows()).isEmpty();
        answer(
                new HttpModel(
                        settings(sending(said("Good evening."), reason("stop"), closing())),
                        purse));
        assertThat(purse.spending().rows())
                .extracting(Spending.Row::amount)
                .containsExactly(9L, 4L);
    }

    private ModelSettings settings(Provider provider) {
        return new ModelSettings(
                dialect(), provider.base(), Optional.empty(), "owl-1", "owl-1", Models.LONG);
    }
}
