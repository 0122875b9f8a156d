package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.People.waitingOutside;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The buttons of the desk: drop and undo, lock, mute, the queue, talkback, ban, hang up.
class QueueAndDeskTest {
    private static final ShowRules ONE_CHANNEL =
            new ShowRules(
                    "Host",
                    10,
                    ShowRules.FEWEST_CHANNELS,
                    Story.RULES.undo(),
                    Story.RULES.reconnect(),
                    Story.RULES.lostWait(),
                    Story.RULES.takeLimit(),
                    Story.RULES.turnLimit(),
                    Story.RULES.cooldown(),
                    Story.RULES.followUpDelay());

    @Test
    void theCallerWhoHasWaitedLongestIsTakenNext() {
        given(all(waiting(JAS), waiting(DAVE, NOW.minusSeconds(9))))
                .when(new CallCommand.TakeNext())
                .then(taken(DAVE, THREE));
    }

    @Test
    void theChosenCallerIsTakenBeforeEverybodyElse() {
        given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                .when(new CallCommand.ChooseNext(JAS, true))
                .then(new CallEvent.NextChosen(JAS, true, NOW))
                .when(new CallCommand.TakeNext())
                .then(taken(JAS, THREE))
                .when(new CallCommand.TakeNext())
                .then(taken(DAVE, FOUR));
    }

    @Test
    void choosingTheSameCallerAgainChangesNothing() {
        given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                .when(new CallCommand.ChooseNext(JAS, true), new CallCommand.ChooseNext(JAS, true))
                .nothingHappens()
                .when(new CallCommand.TakeNext())
                .then(taken(JAS, THREE));
    }

    @Test
    void aChoiceCanBeTakenBackAndOnlyByThoseWhoHaveIt() {
        given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                .when(
                        new CallCommand.ChooseNext(JAS, true),
                        new CallCommand.ChooseNext(DAVE, false))
                .nothingHappens()
                .when(new CallCommand.ChooseNext(JAS, false))
                .then(new CallEvent.NextChosen(JAS, false, NOW))
                .when(new CallCommand.TakeNext())
                .then(taken(DAVE, THREE));
    }

    @Test
    void aChosenCallerWhoHasGoneHoldsUpNobody() {
        given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                .when(
                        new CallCommand.ChooseNext(JAS, true),
                        new CallCommand.CallerGone(JAS),
                        new CallCommand.TakeNext())
                .then(taken(DAVE, THREE));
    }

    @Test
    void onlyAWaitingCallerCanBeChosen() {
        given(rang(DAVE)).when(new CallCommand.ChooseNext(DAVE, true)).refused(Reason.NOT_WAITING);
    }

    @Test
    void whoeverIsExpectedNextIsTakenUnlessSomebodyElseIsTheNextByNow() {
        given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                .when(new CallCommand.TakeNext(false, Optional.of(JAS)))
                .refused(Reason.SOMEBODY_ELSE_IS_NEXT)
                .when(new CallCommand.TakeNext(true, Optional.of(JAS)))
                .refused(Reason.SOMEBODY_ELSE_IS_NEXT)
                .when(new CallCommand.TakeNext(false, Optional.of(DAVE)))
                .then(taken(DAVE, THREE));
    }

    @Test
    void nobodyIsTakenNextWhenNobodyWaits() {
        given(rang(DAVE)).when(new CallCommand.TakeNext()).refused(Reason.NOBODY_WAITING);
    }

    @Test
    void takeNextLeavesThoseOnAirAlone() {
        Story story = given(all(onAir(DAVE, THREE), waiting(JAS))).when(new CallCommand.TakeNext());
        assertThat(story.call(DAVE).onAir()).isTrue();
    }

    @Test
    void takeNextThatReplacesPutsThoseOnAirOnHoldBehindWhoeverWaits() {
        Story story =
                given(all(onAir(DAVE, THREE), waiting(JAS)))
                        .when(new CallCommand.TakeNext(true))
                        .then(
                                new CallEvent.CallHeld(DAVE, NOW, Optional.of(0L), NOW),
                                taken(JAS, THREE));
        assertThat(story.call(DAVE).held()).isTrue();
    }

    @Test
    void takeNextThatReplacesLeavesALockedCallerOnAirAndMuted() {
        Story story =
                given(all(onAir(DAVE, THREE), waiting(JAS)))
                        .when(
                                new CallCommand.SetMute(DAVE, true),
                                new CallCommand.SetLock(DAVE, true),
                                new CallCommand.TakeNext(true))
                        .then(taken(JAS, FOUR));
        assertThat(story.call(DAVE).muted()).isTrue();
    }

    @Test
    void aTakeThatIsRefusedReplacesNobody() {
        Story story =
                given(onAir(DAVE, THREE))
                        .when(new CallCommand.TakeNext(true))
                        .refused(Reason.NOBODY_WAITING);
        assertThat(story.call(DAVE).onAir()).isTrue();
    }

    @Test
    void aReplacedCallerMakesRoomWhereEveryChannelIsInUse() {
        given(ONE_CHANNEL, all(onAir(DAVE, THREE), waiting(JAS)))
                .when(new CallCommand.TakeNext())
                .refused(Reason.NO_FREE_CHANNEL)
                .when(new CallCommand.TakeNext(true))
                .then(new CallEvent.CallHeld(DAVE, NOW, Optional.of(0L), NOW), taken(JAS, THREE));
    }

    @Test
    void whoeverIsLetGoLeavesTheAirAtOnceAndTheCallEndsByTheHostAMomentLater() {
        Instant over = NOW.plus(Story.RULES.undo());
        long at = Story.samples(Story.RULES.undo());
        given(onAir(DAVE, THREE))
                .when(new CallCommand.LetGo(DAVE))
                .then(
                        new CallEvent.CallHeld(DAVE, NOW, Optional.of(0L), NOW),
                        new CallEvent.CallDropped(DAVE, NOW))
                .passes(Story.RULES.undo())
                .then(new CallEvent.CallEnded(DAVE, EndedBy.HOST, Optional.of(at), over));
    }

    @Test
    void lettingGoUndoneBringsTheCallerBackToTheAir() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.LetGo(DAVE), new CallCommand.Undo(DAVE))
                .then(new CallEvent.DropUndone(DAVE, NOW), taken(DAVE, THREE));
    }

    @Test
    void whoeverWasLetGoWaitsWhereTheirChannelIsTaken() {
        Story story =
                given(ONE_CHANNEL, all(onAir(DAVE, THREE), waiting(JAS)))
                        .when(new CallCommand.LetGo(DAVE), new CallCommand.Take(JAS))
                        .then(taken(JAS, THREE))
                        .when(new CallCommand.Undo(DAVE))
                        .then(new CallEvent.DropUndone(DAVE, NOW));
        assertThat(story.call(DAVE).held()).isTrue();
    }

    @Test
    void onlyARealCallerOnAirWhoIsNotLockedCanBeLetGo() {
        given(waiting(DAVE)).when(new CallCommand.LetGo(DAVE)).refused(Reason.NOT_ON_AIR);
        given(aiOnAir(TONYS, TONY)).when(new CallCommand.LetGo(TONYS)).refused(Reason.NOT_ON_AIR);
        given(onAir(DAVE, THREE))
                .when(new CallCommand.SetLock(DAVE, true), new CallCommand.LetGo(DAVE))
                .refused(Reason.LOCKED);
    }

    @Test
    void aDroppedCallEndsWhenItsTimeForUndoingIsOver() {
        given(waiting(DAVE))
                .when(new CallCommand.Drop(DAVE))
                .then(new CallEvent.CallDropped(DAVE, NOW))
                .when(new CallCommand.Drop(DAVE))
                .nothingHappens()
                .passes(Story.RULES.undo().minusMillis(1))
                .nothingHappens()
                .passes(Duration.ofMillis(1))
                .then(
                        new CallEvent.CallEnded(
                                DAVE,
                                EndedBy.DROPPED,
                                Optional.of(Story.samples(Story.RULES.undo())),
                                NOW.plus(Story.RULES.undo())));
    }

    @Test
    void anUndoneDropGivesTheCallerTheirPlaceBack() {
        Story story =
                given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                        .when(new CallCommand.Drop(DAVE), new CallCommand.Undo(DAVE))
                        .then(new CallEvent.DropUndone(DAVE, NOW));
        assertThat(story.show().calls().next()).map(Call::id).contains(DAVE);
        story.passes(Duration.ofMinutes(1)).nothingHappens();
    }

    @Test
    void onlyADropCanBeUndone() {
        given(waiting(DAVE)).when(new CallCommand.Undo(DAVE)).refused(Reason.NOTHING_TO_UNDO);
    }

    @Test
    void aDroppedCallerCannotBeTaken() {
        given(waiting(DAVE))
                .when(new CallCommand.Drop(DAVE), new CallCommand.Take(DAVE))
                .refused(Reason.NOT_WAITING);
    }

    @Test
    void aCallerOnAirCannotBeDropped() {
        given(onAir(DAVE, THREE)).when(new CallCommand.Drop(DAVE)).refused(Reason.NOT_WAITING);
    }

    @Test
    void aLockedCallerIsProtectedFromADrop() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.SetLock(DAVE, true))
                .then(new CallEvent.LockSet(DAVE, true, NOW))
                .when(new CallCommand.Drop(DAVE))
                .refused(Reason.LOCKED);
    }

    @Test
    void aLockedCallerStaysOnAirWhateverIsAskedWithoutUnlockingThem() {
        for (CallCommand wanted :
                new CallCommand[] {
                    new CallCommand.Hold(DAVE),
                    new CallCommand.Drop(DAVE),
                    new CallCommand.Ban(DAVE),
                    new CallCommand.HangUpReal()
                }) {
            given(onAir(DAVE, THREE))
                    .when(new CallCommand.SetLock(DAVE, true), wanted)
                    .refused(Reason.LOCKED)
                    .when(new CallCommand.SetLock(DAVE, false))
                    .then(new CallEvent.LockSet(DAVE, false, NOW));
        }
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.SetLock(TONYS, true), new CallCommand.HangUpAi())
                .refused(Reason.LOCKED);
    }

    @Test
    void takeNextPutsNobodyInALockedCallersPlace() {
        Story story =
                given(all(onAir(DAVE, THREE), waiting(JAS)))
                        .when(new CallCommand.SetLock(DAVE, true), new CallCommand.TakeNext())
                        .then(taken(JAS, FOUR));
        assertThat(story.call(DAVE).locked()).isTrue();
    }

    @Test
    void aHangUpThatNamesTheCallerGoesThroughALock() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.SetLock(DAVE, true), new CallCommand.HangUp(DAVE))
                .then(ended(DAVE, EndedBy.HOST));
    }

    @Test
    void mutingAndLockingDoNotUndoEachOther() {
        Story story =
                given(onAir(DAVE, THREE))
                        .when(
                                new CallCommand.SetLock(DAVE, true),
                                new CallCommand.SetMute(DAVE, true));
        assertThat(story.call(DAVE).locked()).isTrue();
        assertThat(story.call(DAVE).muted()).isTrue();
        story.when(new CallCommand.SetMute(DAVE, false));
        assertThat(story.call(DAVE).locked()).isTrue();
        assertThat(story.call(DAVE).muted()).isFalse();
    }

    @Test
    void onlySomebodyOnAirCanBeMutedOrLocked() {
        given(waiting(DAVE))
                .when(new CallCommand.SetMute(DAVE, true))
                .refused(Reason.NOT_ON_AIR)
                .when(new CallCommand.SetLock(DAVE, true))
                .refused(Reason.NOT_ON_AIR);
    }

    @Test
    void aWaitingCallerCanBeSpokenToAlone() {
        given(waiting(DAVE))
                .when(new CallCommand.SetTalkback(DAVE, true))
                .then(new CallEvent.TalkbackSet(DAVE, true, NOW))
                .when(new CallCommand.SetTalkback(DAVE, false))
                .then(new CallEvent.TalkbackSet(DAVE, false, NOW));
    }

    @Test
    void nobodyIsSpokenToAloneWhoDoesNotHearIt() {
        given(waitingOutside(DAVE))
                .when(new CallCommand.SetTalkback(DAVE, true))
                .refused(Reason.NOT_CONNECTED);
    }

    @Test
    void aCallerOnTheirWayToTheAirCannotBeSpokenToAlone() {
        given(all(waiting(DAVE), taken(DAVE, THREE)))
                .when(new CallCommand.SetTalkback(DAVE, true))
                .refused(Reason.NOT_WAITING);
        given(onAir(DAVE, THREE))
                .when(new CallCommand.SetTalkback(DAVE, true))
                .refused(Reason.NOT_WAITING);
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.SetTalkback(TONYS, true))
                .refused(Reason.NOT_WAITING);
    }

    @Test
    void talkbackEndsWhenTheCallerIsTakenOrTheLegBreaks() {
        Story story = given(waiting(DAVE)).when(new CallCommand.SetTalkback(DAVE, true));
        story.when(new CallCommand.Take(DAVE));
        assertThat(story.call(DAVE).marks().talkback()).isFalse();
        story = given(waiting(DAVE)).when(new CallCommand.SetTalkback(DAVE, true));
        story.when(new CallCommand.LoseLeg(DAVE));
        assertThat(story.call(DAVE).marks().talkback()).isFalse();
    }

    @Test
    void aBannedCallerIsCutOffAndTurnedAwayFromThenOn() {
        var again = new CallId("call-again");
        given(onAir(DAVE, THREE))
                .when(new CallCommand.Ban(DAVE))
                .then(
                        new CallEvent.CallerBanned(DAVE, People.DAVES.fingerprint(), NOW),
                        ended(DAVE, EndedBy.BANNED))
                .when(new CallCommand.Ring(again, People.DAVES))
                .then(new CallEvent.CallTurnedAway(again, People.DAVES, Reason.BANNED, NOW));
    }

    @Test
    void aCallerWhoShowsNoNumberCannotBeBanned() {
        given(new CallEvent.CallRang(DAVE, CallerNumber.WITHHELD, NOW))
                .when(new CallCommand.Ban(DAVE))
                .refused(Reason.NO_NUMBER);
        given(aiOnAir(TONYS, TONY)).when(new CallCommand.Ban(TONYS)).refused(Reason.NO_NUMBER);
    }

    @Test
    void hangingUpTheRealCallerNeedsNoName() {
        given(all(onAir(DAVE, THREE), waiting(JAS)))
                .when(new CallCommand.HangUpReal())
                .then(ended(DAVE, EndedBy.HOST));
    }

    @Test
    void hangingUpTheRealCallerIsRefusedIfThereIsNoneOrMoreThanOne() {
        given(waiting(ROSA)).when(new CallCommand.HangUpReal()).refused(Reason.NOBODY_ON_AIR);
        given(all(onAir(DAVE, THREE), onAir(JAS, FOUR)))
                .when(new CallCommand.HangUpReal())
                .refused(Reason.WHICH_CALLER);
    }

    @Test
    void hangingUpTheAiCallerLeavesTheRealOneOnAir() {
        given(all(onAir(DAVE, THREE), aiOnAir(TONYS, TONY)))
                .when(new CallCommand.HangUpAi())
                .then(ended(TONYS, EndedBy.HOST))
                .when(new CallCommand.HangUpAi())
                .refused(Reason.NO_AI_CALLER);
    }
}
