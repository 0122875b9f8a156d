package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static io.partyline.app.HouseUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.plan.RestFault;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.show.Call;
import io.partyline.show.Channel;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// In carrier hold a take needs the telephone company, and that can say no.
class FailedTakeTest {
    private static final String GONE = "That caller is no longer on the line.";

    @TempDir Path data;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new RestFault.Refused(404), GONE),
                arguments(
                        new RestFault.Refused(500),
                        "The telephone company had a fault and did nothing."),
                arguments(
                        new RestFault.Hangs(),
                        "The telephone company did not answer within 3 seconds."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theCallerIsBackInTheirPlaceAndTheHostIsToldWhy(RestFault fault, String sentence) {
        try (var house = HouseUnderTest.open(data, Hold.CARRIER)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            PhoneCall jas = house.held(MadeUpCarrier.JAS);
            var since = house.stands(dave).waitingSince();
            house.carrier().faults().rest().next(1, path -> path.contains(dave.sid()), fault);
            AtTheDesk.Answer answer = house.take(dave);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.detail()).isEqualTo(sentence);
            assertThat(house.health("phone")).isEqualTo(sentence);
            assertThat(house.show().calls().waiting())
                    .extracting(Call::id)
                    .containsExactly(id(dave), id(jas));
            assertThat(house.stands(dave).waitingSince()).isEqualTo(since);
            assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
            assertThat(house.take(dave).status()).isEqualTo(200);
            assertThat(house.stands(dave).channel()).contains(Channel.FIRST_CALLER);
        }
    }

    @Test
    void aTelephoneCompanyThatIsTooBusyIsAskedAgainAndTheTakeWaits() {
        try (var house = HouseUnderTest.open(data, Hold.CARRIER)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            house.carrier()
                    .faults()
                    .rest()
                    .next(2, path -> path.contains(dave.sid()), new RestFault.Refused(429));
            assertThat(house.take(dave).status()).isEqualTo(200);
        }
    }

    @Test
    void aCallerWhoseHangUpNobodyReportedEndsWithTheTake() {
        try (var house = HouseUnderTest.open(data, Hold.CARRIER)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            house.carrier().faults().webhooks().next(100, new WebhookFault.Lost());
            dave.hangUp();
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
            assertThat(house.stands(dave).held()).isTrue();
            AtTheDesk.Answer answer = house.take(dave);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.detail()).isEqualTo(GONE);
            assertThat(house.over(dave).aired()).isFalse();
            assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
        }
    }
}
