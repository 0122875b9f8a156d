package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.plan.RestFault;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.FloorCommand;
import io.partyline.show.Surroundings;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
            assertThat(house.health("phone")).isNotEqualTo(FAULT);
        }
    }

    /// Not ended at the first try, the call falls into the carrier's queue, and is ended when the
    /// show asks who is there once the company is well again.
    @Tag("ci")
    @ParameterizedTest
    @EnumSource
    void aTelephoneCompanyThatRefusesIsToldAgainAndTheHostHearsOfIt(Hold hold) {
        try (var house = HouseUnderTest.open(data, hold)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            house.carrier()
                    .faults()
                    .rest()
                    .next(1_000, path -> path.contains(dave.sid()), new RestFault.Refused(500));
            assertThat(house.desk().post("/api/hangup/real", "").status()).isEqualTo(200);
            Patience.until(() -> house.health("phone").equals(FAULT), () -> house.health("phone"));
            house.carrier().faults().rest().clear();
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
            overByHost(house, dave);
        }
    }

    /// A summary is for afterwards: whoever is hung up on is gone, and the next caller is on the
    /// air, while the model still thinks.
    @Test
    void aModelThatNeverAnswersKeepsNobodyOnTheLine() {
        var model = new SilentModel();
        try (var house = HouseUnderTest.inTheQueue(data, Map.of(), model)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            house.studio()
                    .ask(
                            new FloorCommand.Hear(
                                    house.show().id(),
                                    Optional.of(HouseUnderTest.id(dave)),
                                    "I saw the boat go out last night.",
                                    0,
                                    48_000,
                                    house.show().openedAt(),
                                    Surroundings.QUIET));
            assertThat(house.desk().post("/api/hangup/real", "").status()).isEqualTo(200);
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
            model.awaitAsked();
            PhoneCall jas = house.onAir(MadeUpCarrier.JAS);
            assertThat(house.stands(jas).channel()).contains(Channel.FIRST_CALLER);
            assertThat(house.show().history().find(HouseUnderTest.id(dave)))
                    .as("not summed up yet")
                    .hasValueSatisfying(past -> assertThat(past.summary()).isEmpty());
            model.giveUp();
            assertThat(house.over(dave).by()).isEqualTo(EndedBy.HOST);
        }
    }

    /// Thinks until it is told to give up.
    private static final class SilentModel implements LanguageModel {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch enough = new CountDownLatch(1);

        @Override
        public String name() {
            return "a model that never answers";
        }

        @Override
        public TextStream reply(Prompt prompt) {
            asked.countDown();
            await(enough);
            throw new LanguageModelException("It never answered.");
        }

        void awaitAsked() {
            assertThat(await(asked)).as("asked for a summary").isTrue();
        }

        void giveUp() {
            enough.countDown();
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
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
