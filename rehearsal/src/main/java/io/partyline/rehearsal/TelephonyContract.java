package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.Switchboard;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What every telephone network keeps to that can hold callers in a queue of its own.
public abstract class TelephonyContract {
    private static final int MANY = 4;

    private final WaitingRoom room = new WaitingRoom();

    /// For subclasses.
    protected TelephonyContract() {}

    /// The network, which reports to [#show]; the same one for the whole of a test. Nobody has
    /// called yet.
    protected abstract Telephony telephony();

    /// Somebody calls our number, and waits in the network's queue by the time this returns.
    protected abstract CallId dialled();

    /// The caller puts the phone down; the network knows by the time this returns.
    protected abstract void hangsUp(CallId call);

    /// What the network would call a call that there never was.
    protected abstract CallId neverDialled();

    /// From now on the network agrees to connect a caller, and no leg comes.
    protected abstract void keepsLegs();

    /// From now on the network answers, and refuses to do anything.
    protected abstract void refuses();

    /// From now on the network cannot be reached.
    protected abstract void goesAway();

    /// The network is well again, after [#keepsLegs] or [#refuses].
    protected abstract void recovers();

    /// What must not be in any sentence: numbers, passwords, and ids of calls and accounts.
    protected abstract List<String> secrets();

    /// The show that the network reports to: everybody waits until they are asked for.
    protected final Switchboard show() {
        return room;
    }

    @Test
    void aNetworkThatCarriesCallsIsNotSwitchedOff() {
        assertFalse(telephony().isOff());
    }

    @Test
    void aCallerWhoWaitsIsConnectedToALeg() {
        CallId dave = dialled();
        telephony().connect(dave);
        room.awaitLeg(dave);
        assertEquals(Set.of(dave), telephony().liveCalls());
    }

    @Test
    void onlyTheCallerWhoWasAskedForComes() {
        CallId dave = dialled();
        CallId jas = dialled();
        telephony().connect(jas);
        room.awaitLeg(jas);
        assertEquals(0, room.legs(dave));
    }

    @Test
    void aLegThatNeverCameCanBeAskedForAgain() {
        CallId dave = dialled();
        keepsLegs();
        telephony().connect(dave);
        recovers();
        assertEquals(Set.of(dave), telephony().liveCalls());
        telephony().connect(dave);
        room.awaitLeg(dave);
        assertEquals(1, room.legs(dave));
    }

    @Test
    void aCallerWhoWasNotConnectedIsWhereTheyWere() {
        CallId dave = dialled();
        refuses();
        assertThrows(TelephonyException.class, () -> telephony().connect(dave));
        recovers();
        assertFalse(telephony().hasEnded(dave));
        assertEquals(0, room.legs(dave));
        telephony().connect(dave);
        room.awaitLeg(dave);
    }

    @Test
    void aCallThatThereNeverWasCannotBeConnected() {
        CallId nobody = neverDialled();
        refusesInWords(() -> telephony().connect(nobody));
        assertEquals(0, room.legs(nobody));
        assertEquals(Set.of(), telephony().liveCalls());
    }

    @Test
    void aCallerWhoHasHungUpCannotBeConnected() {
        CallId dave = dialled();
        hangsUp(dave);
        refusesInWords(() -> telephony().connect(dave));
        assertEquals(0, room.legs(dave));
    }

    @Test
    void aCallThatWeHaveHungUpCannotBeConnected() {
        CallId dave = dialled();
        telephony().hangUp(dave);
        refusesInWords(() -> telephony().connect(dave));
        assertEquals(0, room.legs(dave));
    }

    @Test
    void hangingUpEndsTheCallAndNoOther() {
        CallId dave = dialled();
        CallId jas = dialled();
        telephony().hangUp(dave);
        assertTrue(telephony().hasEnded(dave));
        assertFalse(telephony().isAlive(dave));
        assertFalse(telephony().hasEnded(jas));
        assertTrue(telephony().isAlive(jas));
        room.awaitGone(dave);
    }

    @Test
    void aCallerOnALegCanBeHungUp() {
        CallId dave = dialled();
        telephony().connect(dave);
        room.awaitLeg(dave);
        telephony().hangUp(dave);
        assertTrue(telephony().hasEnded(dave));
        room.awaitLegEnd(dave);
        room.awaitGone(dave);
    }

    @Test
    void hangingUpTwiceIsNoError() {
        CallId dave = dialled();
        telephony().hangUp(dave);
        assertDoesNotThrow(() -> telephony().hangUp(dave));
        assertTrue(telephony().hasEnded(dave));
    }

    @Test
    void hangingUpACallerWhoHasGoneIsNoError() {
        CallId dave = dialled();
        hangsUp(dave);
        assertDoesNotThrow(() -> telephony().hangUp(dave));
        assertTrue(telephony().hasEnded(dave));
    }

    /// A network forgets calls in the end.
    @Test
    void hangingUpACallThatThereNeverWasIsNoErrorAndNobodyElsesEnd() {
        CallId dave = dialled();
        assertDoesNotThrow(() -> telephony().hangUp(neverDialled()));
        assertEquals(Set.of(dave), telephony().liveCalls());
    }

    @Test
    void whoeverWasNotHungUpIsStillThere() {
        CallId dave = dialled();
        refuses();
        refusesInWords(() -> telephony().hangUp(dave));
        recovers();
        assertEquals(Set.of(dave), telephony().liveCalls());
    }

    @Test
    void everybodyIsAliveUntilTheyHaveGoneWhereverTheyAre() {
        assertEquals(Set.of(), telephony().liveCalls());
        CallId dave = dialled();
        CallId jas = dialled();
        CallId rosa = dialled();
        telephony().connect(jas);
        room.awaitLeg(jas);
        assertEquals(Set.of(dave, jas, rosa), telephony().liveCalls());
        hangsUp(rosa);
        telephony().hangUp(jas);
        assertEquals(Set.of(dave), telephony().liveCalls());
    }

    @Test
    void whoeverWaitsIsInTheQueueInItsOrderUntilTheyLeaveIt() {
        assertEquals(List.of(), queue());
        CallId dave = dialled();
        CallId jas = dialled();
        CallId rosa = dialled();
        CallId lee = dialled();
        assertEquals(List.of(dave, jas, rosa, lee), queue());
        telephony().connect(jas);
        room.awaitLeg(jas);
        hangsUp(rosa);
        telephony().hangUp(lee);
        room.awaitGone(lee);
        assertEquals(List.of(dave), queue());
    }

    @Test
    void theQueueSaysSinceWhenSomebodyWaits() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        CallId dave = dialled();
        Instant since = telephony().waiting().getFirst().since();
        assertEquals(dave, telephony().waiting().getFirst().call());
        assertFalse(since.isBefore(before), since::toString);
        assertFalse(since.isAfter(Instant.now()), since::toString);
        assertEquals(since, telephony().waiting().getFirst().since());
    }

    @Test
    void aQueueThatWasReadDoesNotChange() {
        CallId dave = dialled();
        List<Telephony.Waiting> before = telephony().waiting();
        hangsUp(dave);
        dialled();
        assertEquals(List.of(dave), before.stream().map(Telephony.Waiting::call).toList());
    }

    @Test
    void aCallersNumberIsKnownToTheNetworkAlsoAfterwards() {
        CallId dave = dialled();
        CallerNumber number = telephony().number(dave);
        assertTrue(number.known());
        hangsUp(dave);
        assertEquals(number, telephony().number(dave));
        assertEquals(CallerNumber.WITHHELD, telephony().number(neverDialled()));
    }

    private List<CallId> queue() {
        return telephony().waiting().stream().map(Telephony.Waiting::call).toList();
    }

    @Test
    void aListThatWasReadDoesNotChange() {
        CallId dave = dialled();
        Set<CallId> before = telephony().liveCalls();
        hangsUp(dave);
        dialled();
        assertEquals(Set.of(dave), before);
    }

    @Test
    void aCallHasEndedOnceTheCallerHasHungUp() {
        CallId dave = dialled();
        assertFalse(telephony().hasEnded(dave));
        hangsUp(dave);
        assertTrue(telephony().hasEnded(dave));
    }

    @Test
    void aCallerWhoLeavesALegHasEndedToo() {
        CallId dave = dialled();
        telephony().connect(dave);
        room.awaitLeg(dave);
        assertFalse(telephony().hasEnded(dave));
        hangsUp(dave);
        assertTrue(telephony().hasEnded(dave));
        room.awaitLegEnd(dave);
        room.awaitGone(dave);
    }

    @Test
    void aCallThatThereNeverWasIsNotSaidToHaveEnded() {
        assertFalse(telephony().hasEnded(neverDialled()));
    }

    @Test
    void aNetworkThatCannotBeReachedSaysSoInASentenceWithoutNumbersAndSecrets() {
        CallId dave = dialled();
        goesAway();
        refusesInWords(() -> telephony().connect(dave));
        refusesInWords(() -> telephony().hangUp(dave));
        refusesInWords(() -> telephony().liveCalls());
        refusesInWords(() -> telephony().waiting());
        refusesInWords(() -> telephony().number(dave));
        refusesInWords(() -> telephony().hasEnded(dave));
    }

    @Test
    void manyMayAskAtOnce() throws InterruptedException {
        List<CallId> calls = Stream.generate(this::dialled).limit(MANY).toList();
        CallId last = calls.getLast();
        List<Thread> askers =
                calls.stream()
                        .map(call -> Thread.ofVirtual().start(() -> telephony().connect(call)))
                        .toList();
        for (Thread asker : askers) {
            asker.join();
        }
        calls.forEach(room::awaitLeg);
        calls.stream().filter(call -> !call.equals(last)).forEach(telephony()::hangUp);
        assertEquals(Set.of(last), telephony().liveCalls());
    }

    private void refusesInWords(Executable question) {
        var refusal = assertThrows(TelephonyException.class, question);
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.matches("[A-Z].* .*[.?]"), sentence);
        assertFalse(sentence.matches(".*[0-9]{4}.*"), sentence);
        for (Throwable told = refusal; told != null; told = told.getCause()) {
            String words = told.toString();
            secrets().forEach(secret -> assertFalse(words.contains(secret), words));
        }
    }
}
