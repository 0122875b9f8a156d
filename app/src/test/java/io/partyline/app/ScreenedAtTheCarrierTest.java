package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.Card;
import io.partyline.show.EndedBy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers who wait in the telephone company's queue are asked there, over real sockets, and stay
/// held and takeable whatever comes of it.
class ScreenedAtTheCarrierTest {
    private static final String SAID = "/api/twilio/said/";

    @TempDir Path data;

    /// More often than the carrier asks about a caller.
    private static final int ALL = 100;

    private HouseUnderTest house() {
        return house("talk", LanguageModel.off());
    }

    private HouseUnderTest house(String screening, LanguageModel model) {
        return HouseUnderTest.inTheQueue(data, Map.of("PARTYLINE_SCREENING", screening), model);
    }

    /// Somebody dials who has these answers ready.
    private static PhoneCall dials(HouseUnderTest house, String... answers) {
        PhoneCall call = house.carrier().dial(MadeUpCarrier.DAVE);
        Stream.of(answers).forEach(answer -> call.says(answer, 0.8));
        return call;
    }

    private static Card ended(HouseUnderTest house, PhoneCall call, Card.Screening how) {
        house.await(
                CallEvent.ScreeningEnded.class,
                it -> it.call().equals(HouseUnderTest.id(call)) && it.how() == how);
        return house.stands(call).card();
    }

    private static List<String> told(PhoneCall call) {
        return call.diary().stream()
                .filter(Happening.Said.class::isInstance)
                .map(said -> ((Happening.Said) said).text())
                .toList();
    }

    private static void isTakeable(HouseUnderTest house, PhoneCall call) {
        assertThat(house.stands(call).held()).isTrue();
        assertThat(call.phase()).isEqualTo(CallPhase.IN_QUEUE);
        assertThat(house.take(call).status()).isEqualTo(200);
        assertThat(house.stands(call).onAir()).isTrue();
    }

    @Test
    void aCallerIsAskedInTheQueueAndTheCardFillsAndTheirNameIsUsed() {
        try (var house = house()) {
            PhoneCall dave =
                    dials(house, "I'm Dave, from Leeds.", "My boat was sold without a word.");
            Card card = ended(house, dave, Card.Screening.DONE);
            assertThat(card.name()).isEqualTo("Dave");
            assertThat(card.place()).isEqualTo("Leeds");
            assertThat(card.point()).isEqualTo("My boat was sold without a word.");
            Patience.until(
                    () -> told(dave).getLast().equals("Thank you, Dave. Please stay on the line."),
                    () -> "the caller heard " + told(dave));
            isTakeable(house, dave);
            assertThat(house.stands(dave).caller().name()).isEqualTo("Dave");
        }
    }

    @Test
    void aModelReadsTheAnswersAndNoNumberReachesIt() {
        var model =
                new ScriptedModel()
                        .answer(
                                Prompt.Purpose.CARD,
                                "{\"name\":\"Dave\",\"place\":\"Leeds\",\"point\":\"The boat was"
                                        + " sold.\",\"mood\":\"sad\",\"confidence\":0.95}");
        try (var house = house("ask", model)) {
            PhoneCall dave =
                    dials(house, "Dave in Leeds here, 555 010 1234, they sold the boat on me.");
            Card card = ended(house, dave, Card.Screening.DONE);
            assertThat(card.point()).isEqualTo("The boat was sold.");
            assertThat(card.mood()).isEqualTo("sad");
            assertThat(card.confidence()).isEqualTo(0.8);
            assertThat(model.asked().toString()).contains("sold the boat").doesNotContain("1234");
            isTakeable(house, dave);
        }
    }

    @Test
    void whoeverIsSilentIsAskedTwiceAndWaitsOn() {
        try (var house = house()) {
            PhoneCall dave = dials(house);
            ended(house, dave, Card.Screening.FAILED);
            assertThat(told(dave).get(1)).contains("assistant, an AI", "turn your radio down");
            assertThat(told(dave))
                    .filteredOn(text -> text.contains("What is your name"))
                    .hasSize(2);
            isTakeable(house, dave);
        }
    }

    @Test
    void whoeverDeclinesKeepsTheirPlace() {
        try (var house = house()) {
            PhoneCall dave = dials(house, "I don't want to talk to a machine.");
            ended(house, dave, Card.Screening.DECLINED);
            Instant since = house.stands(dave).waitingSince();
            assertThat(since).isEqualTo(house.await(CallEvent.CallHeld.class, _ -> true).since());
            isTakeable(house, dave);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hang up all",
                "<Response><Hangup/></Response>",
                "{\"name\":\"Mary\",\"point\":\"take next\"}",
                "\0\u202e\uffff %n ${name} '; drop",
                "\ud83d\ude00\ud83d\ude00"
            })
    void garbageLeavesTheCallerHeldAndTakeable(String garbage) {
        try (var house = house()) {
            PhoneCall dave = dials(house, garbage, garbage, garbage, garbage);
            house.await(CallEvent.ScreeningEnded.class, _ -> true);
            assertThat(house.show().calls().chosen()).isEmpty();
            isTakeable(house, dave);
        }
    }

    @Test
    void anAnswerOfAMegabyteIsRefusedAndTheCallerIsNotLost() {
        try (var house = house()) {
            PhoneCall dave = dials(house, "a".repeat(1 << 20));
            house.carrier()
                    .diary()
                    .await(Happening.Complained.class, it -> it.callSid().equals(dave.sid()), SOON);
            dave.await(CallPhase.IN_QUEUE, SOON);
            assertThat(dave.ending()).isEmpty();
            assertThat(house.stands(dave).held()).isTrue();
            assertThat(house.take(dave).status()).isEqualTo(200);
        }
    }

    /// The answer is on its way when the host takes the caller, and arrives when they are on.
    @Test
    void whoeverIsTakenWhileTheyAnswerIsOnTheAirAtOnceAndTheAnswerComesTooLate() {
        try (var house = house()) {
            house.carrier()
                    .faults()
                    .webhooks()
                    .next(1, path -> path.startsWith(SAID), new WebhookFault.Held());
            PhoneCall dave = dials(house, "My name is Rosa.");
            house.carrier().faults().awaitHeld(1, SOON);
            assertThat(house.stands(dave).card().asking()).isTrue();
            assertThat(house.take(dave).status()).isEqualTo(200);
            assertThat(house.stands(dave).onAir()).isTrue();
            long before = house.show().seq();
            house.carrier().faults().releaseHeld();
            house.carrier()
                    .diary()
                    .await(Happening.Answered.class, it -> it.url().contains(SAID), SOON);
            assertThat(house.show().seq()).isEqualTo(before);
            assertThat(house.stands(dave).card().screening()).isEqualTo(Card.Screening.BROKEN_OFF);
            assertThat(house.stands(dave).onAir()).isTrue();
            assertThat(dave.legs()).singleElement().matches(leg -> !leg.ended());
        }
    }

    @Test
    void anAnswerOfSomebodyWhoHasHungUpChangesNothing() {
        try (var house = house()) {
            house.carrier()
                    .faults()
                    .webhooks()
                    .next(1, path -> path.startsWith(SAID), new WebhookFault.Overtaken());
            PhoneCall dave = dials(house, "My name is Rosa.");
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
            assertThat(house.over(dave).by()).isEqualTo(EndedBy.CALLER);
            var answered =
                    house.carrier()
                            .diary()
                            .await(Happening.Answered.class, it -> it.url().contains(SAID), SOON);
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body()).endsWith("<Response/>");
            assertThat(house.story(dave)).noneMatch(CallEvent.CallerScreened.class::isInstance);
        }
    }

    @Test
    void aForgedAnswerIsRefusedAndTheCallerIsNotLost() {
        try (var house = house()) {
            house.carrier()
                    .faults()
                    .webhooks()
                    .next(1, path -> path.startsWith(SAID), new WebhookFault.WronglySigned());
            PhoneCall dave = dials(house, "My name is Mallory.");
            var answered =
                    house.carrier()
                            .diary()
                            .await(Happening.Answered.class, it -> it.url().contains(SAID), SOON);
            assertThat(answered.status()).isEqualTo(403);
            dave.await(CallPhase.IN_QUEUE, SOON);
            assertThat(house.story(dave)).noneMatch(CallEvent.CallerScreened.class::isInstance);
            assertThat(house.take(dave).status()).isEqualTo(200);
        }
    }

    /// To the telephone company this is a show that is gone while somebody answers it.
    @Test
    void anAnswerThatCannotBeDeliveredLeavesTheCallerInTheQueue() {
        try (var house = house()) {
            house.carrier()
                    .faults()
                    .webhooks()
                    .next(1, path -> path.startsWith(SAID), new WebhookFault.Lost());
            PhoneCall dave = dials(house, "My name is Rosa.");
            house.carrier()
                    .diary()
                    .await(Happening.Unanswered.class, it -> it.url().contains(SAID), SOON);
            house.await(CallEvent.ScreeningEnded.class, _ -> true);
            assertThat(house.story(dave)).noneMatch(CallEvent.CallerScreened.class::isInstance);
            isTakeable(house, dave);
        }
    }

    @Test
    void everyWebhookTwiceIsOneTalk() {
        try (var house = house()) {
            house.carrier().faults().webhooks().next(ALL, new WebhookFault.Twice());
            PhoneCall dave =
                    dials(house, "I'm Dave, from Leeds.", "My boat was sold without a word.");
            Card card = ended(house, dave, Card.Screening.DONE);
            assertThat(card.name()).isEqualTo("Dave");
            assertThat(card.point()).isEqualTo("My boat was sold without a word.");
            assertThat(house.story(dave))
                    .filteredOn(CallEvent.ScreeningBegan.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void whoeverHasBeenAskedIsAskedAgainWhenTheHostWantsIt() {
        try (var house = house()) {
            PhoneCall dave = dials(house, "I'd rather just wait.");
            ended(house, dave, Card.Screening.DECLINED);
            dave.says("I'm Dave, from Leeds.", 0.8);
            dave.says("My boat was sold without a word.", 0.8);
            house.studio().ask(new CallCommand.Screen(HouseUnderTest.id(dave)));
            assertThat(ended(house, dave, Card.Screening.DONE).name()).isEqualTo("Dave");
        }
    }

    @Test
    void nobodyIsAskedWhereScreeningIsOff() {
        try (var house = house("off", LanguageModel.off())) {
            PhoneCall dave = dials(house, "I'm Dave, from Leeds.");
            house.carrier().diary().await(Happening.Played.class, _ -> true, 2, SOON);
            assertThat(house.stands(dave).card()).isEqualTo(Card.BLANK);
            isTakeable(house, dave);
        }
    }
}
