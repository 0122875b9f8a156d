package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Switchboard.Answer;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every show keeps to that a telephone network reports to, made up or not. Whom it lets in
/// and whom it calls back is its own affair.
public abstract class SwitchboardContract {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallerNumber NUMBER = new CallerNumber("0123", "print-of-dave");
    private static final Set<Admission> LET_IN = Set.of(Admission.GREET, Admission.WELCOME_BACK);

    /// For subclasses.
    protected SwitchboardContract() {}

    /// A show with open lines that no call has reached yet; the same one for the whole of a test.
    protected abstract Switchboard show();

    @Test
    void aCallOfWhichTheShowHasNotHeardHasNoLeg() {
        show().ring(JAS, NUMBER);
        assertEquals(Optional.empty(), show().connect(DAVE, new HandHandset()));
    }

    @Test
    void aCallThatRangHasALeg() {
        show().ring(DAVE, NUMBER);
        assertFalse(leg(DAVE).over());
    }

    @Test
    void aCallerWhomTheNetworkHoldsHasALegThoughTheyNeverRang() {
        show().waiting(DAVE, NUMBER, Duration.ofSeconds(80));
        assertFalse(leg(DAVE).over());
    }

    @Test
    void aNewerLegReplacesTheOlderWhichIsToldSo() {
        show().ring(DAVE, NUMBER);
        CallLeg older = leg(DAVE);
        CallLeg newer = leg(DAVE);
        assertTrue(older.over());
        assertFalse(newer.over());
    }

    @Test
    void theHandsetOfAReplacedLegIsToldOnceThatItIsOver() {
        show().ring(DAVE, NUMBER);
        var older = new HandHandset();
        var newer = new HandHandset();
        leg(DAVE, older);
        leg(DAVE, newer);
        assertTrue(older.isOver());
        assertFalse(newer.isOver());
    }

    @Test
    void aLegReplacesNobodyElses() {
        show().ring(DAVE, NUMBER);
        show().ring(JAS, NUMBER);
        CallLeg daves = leg(DAVE);
        leg(JAS);
        assertFalse(daves.over());
    }

    @Test
    void aLegThatBrokeCanBeFollowedByAnother() {
        show().ring(DAVE, NUMBER);
        CallLeg broken = leg(DAVE);
        broken.lost();
        broken.lost();
        CallLeg next = leg(DAVE);
        broken.lost();
        assertFalse(next.over());
    }

    @Test
    void ringingTwiceChangesNothing() {
        assertTrue(LET_IN.contains(show().ring(DAVE, NUMBER)));
        CallLeg leg = leg(DAVE);
        assertTrue(LET_IN.contains(show().ring(DAVE, NUMBER)));
        assertFalse(leg.over());
    }

    @Test
    void anAnswerToAQuestionThatNobodyHasAskedChangesNothing() {
        show().waiting(DAVE, NUMBER, Duration.ZERO);
        show().answered(DAVE, new Answer(7, "My name is Dave.", 1));
        show().answered(JAS, new Answer(7, "My name is Jas.", 1));
        show().gone(DAVE);
        show().answered(DAVE, new Answer(7, "My name is Dave.", 1));
        assertEquals(Optional.empty(), show().connect(DAVE, new HandHandset()));
        assertEquals(Optional.empty(), show().connect(JAS, new HandHandset()));
    }

    @Test
    void goingTwiceIsNoErrorNorIsGoingWithoutHavingCome() {
        show().ring(DAVE, NUMBER);
        show().gone(DAVE);
        assertDoesNotThrow(() -> show().gone(DAVE));
        assertDoesNotThrow(() -> show().gone(JAS));
        assertTrue(LET_IN.contains(show().ring(JAS, NUMBER)));
    }

    @Test
    void aLegIsOverOnceItsCallerHasGone() {
        show().ring(DAVE, NUMBER);
        CallLeg leg = leg(DAVE);
        show().gone(DAVE);
        assertTrue(leg.over());
        assertDoesNotThrow(leg::lost);
    }

    @Test
    void aLegThatCannotComeChangesNothingForACallerWhomNobodyTakes() {
        show().ring(DAVE, NUMBER);
        show().notConnected(DAVE);
        assertDoesNotThrow(() -> show().notConnected(JAS));
        assertFalse(leg(DAVE).over());
    }

    @Test
    void whatIsReportedOfACallThatIsOverComesTooLate() {
        show().ring(DAVE, NUMBER);
        show().gone(DAVE);
        assertEquals(Admission.OVER, show().ring(DAVE, NUMBER));
        show().waiting(DAVE, NUMBER, Duration.ZERO);
        assertEquals(Optional.empty(), show().connect(DAVE, new HandHandset()));
    }

    private CallLeg leg(CallId call) {
        return leg(call, new HandHandset());
    }

    private CallLeg leg(CallId call, Handset handset) {
        return show().connect(call, handset).orElseThrow();
    }
}
