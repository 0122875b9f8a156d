package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.AnsweringMachine;
import io.partyline.port.AnsweringMachine.Recorded;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every answering machine keeps to.
public abstract class AnsweringMachineContract {
    /// For subclasses.
    protected AnsweringMachineContract() {}

    /// The machine; the same one for the whole of a test.
    protected abstract AnsweringMachine machine();

    /// Somebody has called, and left a message of a second or more.
    protected abstract CallId left();

    /// Nobody has ever called so.
    protected abstract CallId neverDialled();

    /// The sound of the next recording that is asked for is not there yet, once.
    protected abstract void isSlow();

    /// The machine cannot be reached from now on.
    protected abstract void goesAway();

    /// What must not stand in any sentence.
    protected abstract List<String> secrets();

    @Test
    void aMessageIsFoundByItsCall() {
        CallId dave = left();
        CallId jas = left();
        List<Recorded> ofDave = machine().recorded(dave);
        assertEquals(1, ofDave.size());
        assertTrue(ofDave.getFirst().finished());
        assertFalse(machine().recorded(jas).contains(ofDave.getFirst()));
    }

    @Test
    void ofACallThatNobodyKnowsThereIsNothing() {
        assertEquals(List.of(), machine().recorded(neverDialled()));
    }

    @Test
    void aMessageIsAWavFile() {
        String recording = machine().recorded(left()).getFirst().id();
        byte[] wav = machine().fetch(recording).orElseThrow();
        assertEquals('R', wav[0]);
        assertTrue(wav.length > 8_000, "a second of the telephone");
    }

    @Test
    void soundThatIsNotThereYetCanBeHadLater() {
        String recording = machine().recorded(left()).getFirst().id();
        isSlow();
        assertTrue(machine().fetch(recording).isEmpty());
        assertTrue(machine().fetch(recording).orElseThrow().length > 0);
    }

    @Test
    void whatIsErasedIsGoneAndErasingTwiceIsNoError() {
        CallId dave = left();
        CallId jas = left();
        String recording = machine().recorded(dave).getFirst().id();
        machine().erase(recording);
        machine().erase(recording);
        assertEquals(List.of(), machine().recorded(dave));
        assertTrue(machine().fetch(recording).isEmpty());
        assertEquals(1, machine().recorded(jas).size());
    }

    @Test
    void aMachineThatCannotBeReachedSaysSoWithoutASecret() {
        CallId dave = left();
        String recording = machine().recorded(dave).getFirst().id();
        goesAway();
        for (Runnable question :
                List.<Runnable>of(
                        () -> machine().recorded(dave),
                        () -> machine().fetch(recording),
                        () -> machine().erase(recording))) {
            TelephonyException failed = assertThrows(TelephonyException.class, question::run);
            String sentence = String.valueOf(failed.getMessage());
            assertTrue(sentence.endsWith(".") || sentence.endsWith("?"), sentence);
            secrets().forEach(secret -> assertFalse(sentence.contains(secret), sentence));
        }
    }
}
