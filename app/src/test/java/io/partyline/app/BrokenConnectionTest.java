package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static io.partyline.app.HouseUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.show.CallEvent;
import io.partyline.show.Channel;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The network breaks in mid-call: the caller is not lost, and comes back.
class BrokenConnectionTest {
    /// The ways in which a network breaks.
    enum Break {
        RESET,
        END_WITHOUT_GOODBYE,
        CABLE_PULLED;

        /// Breaks it, and waits until the show has noticed.
        void happen(HouseUnderTest house, PhoneCall call) {
            MediaLeg leg = call.legs().getLast();
            switch (this) {
                case RESET -> leg.cutWithReset();
                case END_WITHOUT_GOODBYE -> leg.cutWithoutGoodbye();
                case CABLE_PULLED -> leg.playDead();
            }
            house.await(CallEvent.LegLost.class, it -> it.call().equals(id(call)));
            if (this == CABLE_PULLED) {
                // The telephone company notices, too, sooner or later.
                leg.cutWithReset();
            }
        }
    }

    @TempDir Path data;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CABLE_PULLED")
    void aCallerWhoWaitsIsBackInTheirPlace(Break cut) {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            PhoneCall jas = house.held(MadeUpCarrier.JAS);
            var since = house.stands(dave).waitingSince();
            cut.happen(house, dave);
            back(house, dave);
            assertThat(house.stands(dave).waitingSince()).isEqualTo(since);
            assertThat(house.show().calls().waiting())
                    .extracting(call -> call.id())
                    .containsExactly(id(dave), id(jas));
            takenAgain(house, dave);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallerOnTheAirIsBackOnHoldAndCanBeTakenAgain(Break cut) {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            cut.happen(house, dave);
            back(house, dave);
            assertThat(house.stands(dave).held()).isTrue();
            assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
            takenAgain(house, dave);
            assertThat(house.stands(dave).caller().name()).isEqualTo("Caller #1");
        }
    }

    @Test
    void inCarrierHoldTheyAreBackInTheQueueAndCanBeTakenAgain() {
        try (var house = HouseUnderTest.open(data, Hold.CARRIER)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            Break.RESET.happen(house, dave);
            dave.await(CallPhase.IN_QUEUE, SOON);
            house.await(CallEvent.CallHeld.class, it -> it.call().equals(id(dave)), 2);
            assertThat(house.freeChannel()).contains(Channel.FIRST_CALLER);
            takenAgain(house, dave);
        }
    }

    /// Back on a second leg, found by the carrier's question for music.
    private static void back(HouseUnderTest house, PhoneCall call) {
        house.await(CallEvent.LegOpened.class, it -> it.call().equals(id(call)), 2);
        assertThat(house.stands(call).marks().leg()).isTrue();
        oneLeg(house, call);
    }

    private static void takenAgain(HouseUnderTest house, PhoneCall call) {
        assertThat(house.take(call).status()).isEqualTo(200);
        assertThat(house.stands(call).onAir()).isTrue();
        oneLeg(house, call);
    }

    /// Whoever counts the legs along the whole story never comes to more than one.
    private static void oneLeg(HouseUnderTest house, PhoneCall call) {
        int open = 0;
        for (CallEvent event : house.story(call)) {
            open += event instanceof CallEvent.LegOpened ? 1 : 0;
            open -= event instanceof CallEvent.LegLost ? 1 : 0;
            assertThat(open).as("legs after %s", event).isBetween(0, 1);
        }
        assertThat(open).isOne();
        assertThat(call.awaitLeg(2, SOON).ended()).isFalse();
        assertThat(call.legs()).hasSize(2);
        assertThat(call.legs().getFirst().ended()).isTrue();
    }
}
