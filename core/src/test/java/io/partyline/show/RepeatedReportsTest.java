package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.UNKNOWN;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The carrier repeats itself, is late, and mixes up the order.
class RepeatedReportsTest {
    private static final Command RING = new CallCommand.Ring(DAVE, DAVES);
    private static final Command WAIT = new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(9));

    @Test
    void aSecondRingChangesNothing() {
        given(rang(DAVE)).when(RING).nothingHappens();
        given(waiting(DAVE)).when(RING).nothingHappens();
        given(onAir(DAVE, THREE)).when(RING).nothingHappens();
    }

    @Test
    void aRingOfACallThatIsOverChangesNothing() {
        given(rang(DAVE), ended(DAVE, EndedBy.CALLER)).when(RING).nothingHappens();
    }

    @Test
    void aSecondWaitChangesNothing() {
        given(People.waitingOutside(DAVE)).when(WAIT).nothingHappens();
        given(onAir(DAVE, THREE)).when(WAIT).nothingHappens();
    }

    @ParameterizedTest
    @EnumSource(
            value = EndedBy.class,
            names = {"LOST", "RESTART"},
            mode = EnumSource.Mode.EXCLUDE)
    void aWaitOfACallThatEndedOnPurposeIsRefused(EndedBy by) {
        given(rang(DAVE), ended(DAVE, by)).when(WAIT).refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void newsOfACallThatIsNotThereChangesNothing() {
        given().when(new CallCommand.LoseLeg(UNKNOWN))
                .nothingHappens()
                .when(new CallCommand.CallerGone(UNKNOWN))
                .nothingHappens()
                .when(new CallCommand.CloseStem(UNKNOWN))
                .nothingHappens();
    }

    @Test
    void aLegThatIsLostTwiceIsLostOnce() {
        given(all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW)))
                .when(new CallCommand.LoseLeg(DAVE))
                .nothingHappens();
    }

    @Test
    void aLegThatOpensBeforeTheWaitIsKeptByIt() {
        Story story = given(rang(DAVE)).when(new CallCommand.OpenLeg(DAVE), WAIT).nothingHappens();
        assertThat(story.call(DAVE).marks().leg()).isTrue();
    }

    @Test
    void aLateAirOfATakeThatFailedIsRefused() {
        given(waiting(DAVE)).when(new CallCommand.Air(DAVE, 0)).refused(Reason.ALREADY_DONE);
    }

    @Test
    void aLateFailureOfATakeThatWorkedIsRefused() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.FailTake(DAVE, "too late"))
                .refused(Reason.ALREADY_DONE);
    }

    @Test
    void theSameSwitchTwiceChangesNothing() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.SetMute(DAVE, true), new CallCommand.SetMute(DAVE, true))
                .nothingHappens()
                .when(new CallCommand.SetLock(DAVE, true), new CallCommand.SetLock(DAVE, true))
                .nothingHappens()
                .when(new ShowCommand.SetLines(true))
                .nothingHappens();
    }

    @Test
    void anAiCallerIsAskedToFinishOnce() {
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.WrapUp(TONYS))
                .then(new CallEvent.WrapUpAsked(TONYS, NOW))
                .when(new CallCommand.WrapUp(TONYS))
                .nothingHappens();
    }

    @Test
    void theRecorderGivesUpOnce() {
        given().when(new ShowCommand.ReportRecordingStopped("The disk is full."))
                .then(new ShowEvent.RecordingStopped("The disk is full.", NOW))
                .when(new ShowCommand.ReportRecordingStopped("It is still full."))
                .nothingHappens();
    }

    @Test
    void anAiCallerHasNoLegToOpen() {
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.OpenLeg(TONYS))
                .refused(Reason.NO_SUCH_CALL)
                .when(new CallCommand.LoseLeg(TONYS))
                .nothingHappens();
    }
}
