package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.plan.RestFault;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The host hangs up: the show is done with the call at once, and the telephone company is told.
class HostHangsUpTest {
    private static final String FAULT = "The telephone company had a fault and did nothing.";

    @TempDir Path data;

    @ParameterizedTest
    @EnumSource
    void theTelephoneCompanyEndsTheCall(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            AtTheDesk.Answer answer = house.desk().post("/api/hangup/real", "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("status").asText()).isEqualTo("disconnected");
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
            overByHost(house, dave);
            assertThat(house.health("phone")).isEqualTo("Calls can come in.");
        }
    }

    /// Not ended at the first try, the call falls into the carrier's queue, and is ended at the
    /// second, when the show next asks who is there.
    @ParameterizedTest
    @EnumSource
    void aTelephoneCompanyThatRefusesIsToldAgainAndTheHostHearsOfIt(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            house.carrier().faults().rest().next(1, new RestFault.Refused(500));
            assertThat(house.desk().post("/api/hangup/real", "").status()).isEqualTo(200);
            Patience.until(() -> house.health("phone").equals(FAULT), () -> house.health("phone"));
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
            overByHost(house, dave);
        }
    }

    private static void overByHost(HouseUnderTest house, PhoneCall call) {
        assertThat(house.over(call).by()).isEqualTo(EndedBy.HOST);
        assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
        var history = house.desk().read("/api/history").path("history");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).path("ended_by").asText()).isEqualTo("host");
        PhoneCall jas = house.onAir(MadeUpCarrier.JAS);
        assertThat(house.stands(jas).channel()).contains(Channel.FIRST_CALLER);
    }
}
