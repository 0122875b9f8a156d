package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.RestFault;
import io.partyline.show.CallRecord;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A caller puts the phone down: whenever that is, their call ends once and is remembered.
class CallerHangsUpTest {
    @TempDir Path data;

    @ParameterizedTest
    @EnumSource
    void duringTheGreeting(Hold hold) {
        try (var house = HouseUnderTest.unhurried(data, hold)) {
            PhoneCall dave = house.carrier().dial(MadeUpCarrier.DAVE);
            house.carrier().diary().await(Happening.Said.class, _ -> true, HouseUnderTest.SOON);
            dave.hangUp();
            CallRecord past = remembered(house, dave);
            assertThat(past.call().instants().answered()).isEmpty();
            assertThat(dave.legs()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileTheyWait(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            dave.hangUp();
            CallRecord past = remembered(house, dave);
            assertThat(past.aired()).isFalse();
            assertThat(past.call().instants().held()).isPresent();
            assertThat(house.desk().read("/api/queue").path("queue")).isEmpty();
        }
    }

    @Test
    void betweenTheTakeAndTheFirstWord() {
        try (var house = HouseUnderTest.open(data, Hold.CARRIER)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            house.carrier()
                    .faults()
                    .rest()
                    .next(1, path -> path.contains(dave.sid()), new RestFault.NoEffect());
            var take = CompletableFuture.supplyAsync(() -> house.take(dave));
            house.carrier()
                    .diary()
                    .await(
                            Happening.RestUsed.class,
                            used -> used.method().equals("POST"),
                            HouseUnderTest.SOON);
            dave.hangUp();
            assertThat(take.join().status()).isEqualTo(502);
            assertThat(take.join().detail()).isEqualTo("That caller is no longer on the line.");
            assertThat(remembered(house, dave).aired()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onTheAir(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            dave.hangUp();
            assertThat(remembered(house, dave).aired()).isTrue();
            PhoneCall jas = house.onAir(MadeUpCarrier.JAS);
            assertThat(house.stands(jas).channel()).contains(Channel.FIRST_CALLER);
        }
    }

    private static CallRecord remembered(HouseUnderTest house, PhoneCall call) {
        CallRecord past = house.over(call);
        assertThat(call.awaitEnd(HouseUnderTest.SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
        assertThat(past.by()).isEqualTo(EndedBy.CALLER);
        assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
        var history = house.desk().read("/api/history").path("history");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).path("call_sid").asText()).isEqualTo(call.sid());
        assertThat(history.get(0).path("ended_by").asText()).isEqualTo("caller");
        assertThat(history.get(0).path("summary").asText()).isNotBlank();
        return past;
    }
}
