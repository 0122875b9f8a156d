package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.show.CallEvent;
import io.partyline.show.EndedBy;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The telephone company repeats itself, is late, and mixes up the order: it changes nothing.
class RepeatedWebhooksTest {
    private static final int ALL = 100;

    @TempDir Path data;

    @ParameterizedTest
    @EnumSource
    void everyWebhookTwiceIsOneCall(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            house.carrier().faults().webhooks().next(ALL, new WebhookFault.Twice());
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            dave.hangUp();
            assertThat(house.over(dave).by()).isEqualTo(EndedBy.CALLER);
            assertThat(house.story(dave).stream().map(Object::getClass))
                    .doesNotHaveDuplicates()
                    .contains(CallEvent.CallRang.class, CallEvent.CallAired.class);
            assertThat(dave.legs()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oldWebhooksInMidCallChangeNothing(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            long before = house.show().seq();
            assertThat(repeatAll(house.carrier())).allMatch(status -> status < 300);
            assertThat(house.show().seq()).isEqualTo(before);
            assertThat(house.stands(dave).onAir()).isTrue();
            assertThat(dave.legs()).singleElement().matches(leg -> !leg.ended());
        }
    }

    @ParameterizedTest
    @EnumSource
    void allWebhooksOnceMoreAfterTheHangUpChangeNothing(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            dave.hangUp();
            house.over(dave);
            answered(house.carrier(), "/api/twilio/status");
            long before = house.show().seq();
            assertThat(repeatAll(house.carrier())).allMatch(status -> status < 300);
            assertThat(house.show().seq()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRingThatComesAfterItsEndRingsNobody(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            Carrier carrier = house.carrier();
            carrier.faults()
                    .webhooks()
                    .next(1, "/api/twilio/voice"::equals, new WebhookFault.Held());
            PhoneCall dave = carrier.dial(MadeUpCarrier.DAVE);
            carrier.faults().awaitHeld(1, SOON);
            long before = house.show().seq();
            dave.hangUp();
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
            answered(carrier, "/api/twilio/status");
            carrier.faults().releaseHeld();
            answered(carrier, "/api/twilio/voice");
            assertThat(house.show().seq()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaitDocumentAfterTheEndChangesNothingAndSaysNothing(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            dave.hangUp();
            house.over(dave);
            long before = house.show().seq();
            Map<String, String> parameters =
                    house.carrier()
                            .diary()
                            .await(Happening.Requested.class, it -> it.to("/voice"), SOON)
                            .parameters();
            String waiting = "/api/twilio/hold-music";
            int status = house.carrier().post(MadeUpCarrier.address(waiting), parameters).join();
            assertThat(status).isEqualTo(200);
            assertThat(lastAnswer(house.carrier(), waiting)).endsWith("<Response/>");
            assertThat(house.show().seq()).isEqualTo(before);
        }
    }

    /// Sends everything once more that the carrier has ever asked or told, in the same order.
    private static List<Integer> repeatAll(Carrier carrier) {
        return carrier.diary().all(Happening.Requested.class).stream()
                .filter(old -> old.method().equals("POST"))
                .map(old -> carrier.replay(old).join())
                .toList();
    }

    private static void answered(Carrier carrier, String path) {
        carrier.diary().await(Happening.Answered.class, it -> it.url().endsWith(path), SOON);
    }

    private static String lastAnswer(Carrier carrier, String path) {
        return carrier.diary().all(Happening.Answered.class).stream()
                .filter(it -> it.url().endsWith(path))
                .toList()
                .getLast()
                .body();
    }
}
