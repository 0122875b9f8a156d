package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.JASS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.UNKNOWN;
import static io.partyline.show.People.all;
import static io.partyline.show.People.connected;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.held;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingToHangUpTest {
    @Test
    void aCallRings() {
        given().when(new CallCommand.Ring(DAVE, DAVES)).then(rang(DAVE));
    }

    @Test
    void aCallIsTurnedAwayWhileTheLinesAreClosed() {
        given(new ShowEvent.LinesSet(false, NOW))
                .when(new CallCommand.Ring(DAVE, DAVES))
                .then(new CallEvent.CallTurnedAway(DAVE, DAVES, Reason.LINES_CLOSED, NOW));
    }

    @Test
    void aCallIsTurnedAwayWhenEveryLineIsInUse() {
        Story story = given();
        for (int i = 0; i < Story.RULES.lines(); i++) {
            story.when(new CallCommand.Ring(new CallId("call-" + i), CallerNumber.WITHHELD));
        }
        story.when(new CallCommand.Ring(DAVE, DAVES))
                .then(new CallEvent.CallTurnedAway(DAVE, DAVES, Reason.LINES_FULL, NOW));
    }

    @Test
    void aBannedNumberIsTurnedAwayEvenWhileTheLinesAreClosed() {
        var number = new CallerNumber("0199", "banned");
        given(new ShowEvent.LinesSet(false, NOW))
                .when(new CallCommand.Ring(DAVE, number))
                .then(new CallEvent.CallTurnedAway(DAVE, number, Reason.BANNED, NOW));
    }

    @Test
    void aCallerWaitsAsSoonAsTheyAreConnected() {
        given(rang(DAVE)).when(new CallCommand.OpenLeg(DAVE)).then(connected(DAVE), held(DAVE));
    }

    @Test
    void aCallerWaitsWithoutALegInTheCarriersQueue() {
        Story story = given(rang(DAVE)).when(new CallCommand.Wait(DAVE, DAVES, Duration.ZERO));
        story.then(held(DAVE));
        assertThat(story.call(DAVE).marks().leg()).isFalse();
    }

    @Test
    void aWaitingCallerIsTakenAndIsOnAirWhenTheMixSaysSo() {
        given(waiting(DAVE))
                .when(new CallCommand.Take(DAVE))
                .then(taken(DAVE, THREE))
                .when(new CallCommand.Air(DAVE, 0))
                .then(new CallEvent.CallAired(DAVE, Optional.of(0L), NOW));
    }

    @Test
    void aCallerIsNotOnAirWhileOnlyTaken() {
        Story story = given(waiting(DAVE)).when(new CallCommand.Take(DAVE));
        assertThat(story.call(DAVE).onAir()).isFalse();
        assertThat(story.call(DAVE).held()).isFalse();
    }

    @Test
    void nobodyIsOnAirWithoutBeingConnected() {
        given(all(People.waitingOutside(DAVE), taken(DAVE, THREE)))
                .when(new CallCommand.Air(DAVE, 0))
                .refused(Reason.NOT_CONNECTED);
    }

    @Test
    void aCallerWhoDoesNotWaitCannotBeTaken() {
        given(rang(DAVE)).when(new CallCommand.Take(DAVE)).refused(Reason.NOT_WAITING);
        given(onAir(DAVE, THREE)).when(new CallCommand.Take(DAVE)).refused(Reason.NOT_WAITING);
        given().when(new CallCommand.Take(UNKNOWN)).refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void theWaitOfSomebodyWhoIsPutBackBegins() {
        var earlier = NOW.minusSeconds(60);
        given(
                        all(
                                waiting(DAVE, earlier),
                                taken(DAVE, THREE),
                                new CallEvent.CallAired(DAVE, Optional.of(0L), NOW)))
                .later(Duration.ofSeconds(30))
                .when(new CallCommand.Hold(DAVE))
                .then(
                        new CallEvent.CallHeld(
                                DAVE,
                                NOW.plusSeconds(30),
                                Optional.of(30 * 48_000L),
                                NOW.plusSeconds(30)));
    }

    @Test
    void onlySomebodyOnAirCanBePutBack() {
        given(waiting(DAVE)).when(new CallCommand.Hold(DAVE)).refused(Reason.NOT_ON_AIR);
    }

    @Test
    void aHungUpCallIsOverAndItsRecordIsKept() {
        Story story =
                given(onAir(DAVE, THREE))
                        .when(new CallCommand.HangUp(DAVE))
                        .then(ended(DAVE, EndedBy.HOST));
        assertThat(story.show().call(DAVE)).isEmpty();
        assertThat(story.show().history().find(DAVE))
                .hasValueSatisfying(past -> {
                    assertThat(past.by()).isEqualTo(EndedBy.HOST);
                    assertThat(past.aired()).isTrue();
                    assertThat(past.call().marks().channel()).isEqualTo(Optional.of(THREE));
                });
    }

    @Test
    void aRecordKeepsTheInstantsOfTheCall() {
        Story story =
                given(rang(DAVE))
                        .later(Duration.ofSeconds(2))
                        .when(new CallCommand.OpenLeg(DAVE))
                        .later(Duration.ofSeconds(40))
                        .when(new CallCommand.Take(DAVE), new CallCommand.Air(DAVE, 42 * 48_000))
                        .later(Duration.ofSeconds(60))
                        .when(new CallCommand.HangUp(DAVE));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(past.call().instants())
                .isEqualTo(
                        new Call.Instants(
                                NOW,
                                Optional.of(NOW.plusSeconds(2)),
                                Optional.of(NOW.plusSeconds(2)),
                                new Visits(
                                        List.of(
                                                new Visit(
                                                        new Moment(
                                                                NOW.plusSeconds(42), 42 * 48_000L),
                                                        Optional.of(
                                                                new Moment(
                                                                        NOW.plusSeconds(102),
                                                                        102 * 48_000L)))))));
        assertThat(past.endedAtSample()).isEqualTo(102 * 48_000);
        assertThat(past.ended()).isEqualTo(NOW.plusSeconds(102));
    }

    @Test
    void callersAreNumberedInTheOrderInWhichTheyAreTaken() {
        Story story =
                given(all(waiting(DAVE), waiting(JAS)))
                        .when(new CallCommand.Take(JAS), new CallCommand.Take(DAVE));
        assertThat(story.call(JAS).caller().name()).isEqualTo("Caller #1");
        assertThat(story.call(DAVE).caller().name()).isEqualTo("Caller #2");
    }

    @Test
    void aCallerKeepsTheirNumberWhenTakenAgain() {
        Story story =
                given(onAir(DAVE, THREE))
                        .when(new CallCommand.Hold(DAVE), new CallCommand.Take(DAVE));
        assertThat(story.call(DAVE).caller().name()).isEqualTo("Caller #1");
        assertThat(story.show().calls().takes()).isEqualTo(1);
    }

    @Test
    void nothingNewBeginsOnceTheShowIsClosed() {
        given(new ShowEvent.ShowClosed(NOW))
                .when(new CallCommand.Ring(JAS, JASS))
                .refused(Reason.SHOW_CLOSED);
    }

    @Test
    void aShowThatRunsCannotBeOpenedAgain() {
        given().when(new ShowCommand.OpenShow(new ShowId("again"), Story.RULES, Set.of(), true))
                .refused(Reason.SHOW_OPEN);
    }
}
