package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final Event AUTO = new FollowUpEvent.AutoFollowUpSet(true, NOW);
    private static final Duration PAUSE = Story.RULES.followUpDelay();
    private static final Instant DUE = NOW.plus(PAUSE);
    private static final Event PLANNED = new FollowUpEvent.FollowUpPlanned(DAVE, DUE, NOW);
    private static final Event CHOSEN =
            new FollowUpEvent.FollowUpChosen(DAVE, TONY, "Both drive trucks.", NOW);

    private static Story pending(Event... more) {
        return given(
                all(all(onAir(DAVE, THREE), AUTO, ended(DAVE, EndedBy.CALLER), PLANNED), more));
    }

    private static Command choose(CallId basedOn) {
        return new FollowUpCommand.ChooseFollowUp(basedOn, TONY, "Both drive trucks.");
    }

    private static void assertBroughtOn(Story story) {
        assertThat(story.happened().getFirst())
                .isInstanceOfSatisfying(
                        CallEvent.AiCallPlaced.class,
                        placed -> {
                            assertThat(placed.caller()).isEqualTo(TONY);
                            assertThat(placed.basedOn()).isEqualTo(Optional.of(DAVE));
                        });
        assertThat(story.show().followUps().pending()).isEmpty();
    }

    @Test
    void theEndOfARealCallThatWasAiredPlansAFollowUp() {
        given(all(onAir(DAVE, THREE), AUTO))
                .when(new CallCommand.CallerGone(DAVE))
                .then(ended(DAVE, EndedBy.CALLER), PLANNED);
    }

    @Test
    void nothingIsFollowedUpUnlessTheHostWantsIt() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.CallerGone(DAVE))
                .then(ended(DAVE, EndedBy.CALLER));
    }

    @Test
    void aCallThatWasNeverHeardIsNotFollowedUp() {
        given(all(waiting(DAVE), AUTO))
                .when(new CallCommand.CallerGone(DAVE))
                .then(ended(DAVE, EndedBy.CALLER));
    }

    @Test
    void anAiCallIsNotFollowedUp() {
        given(all(aiOnAir(TONYS, TONY), AUTO))
                .when(new CallCommand.HangUp(TONYS))
                .then(ended(TONYS, EndedBy.HOST));
    }

    @Test
    void aBannedCallerIsNotFollowedUp() {
        Story story = given(all(onAir(DAVE, THREE), AUTO)).when(new CallCommand.Ban(DAVE));
        assertThat(story.show().followUps().pending()).isEmpty();
    }

    @Test
    void theChosenPersonaComesOnWhenThePauseIsOver() {
        Story story =
                pending()
                        .when(choose(DAVE))
                        .then(CHOSEN)
                        .passes(PAUSE.minusMillis(1))
                        .nothingHappens()
                        .passes(Duration.ofMillis(1));
        assertBroughtOn(story);
    }

    @Test
    void aChoiceThatComesAfterThePauseIsFollowedAtOnce() {
        Story story = pending().passes(PAUSE.multipliedBy(2)).nothingHappens();
        story.when(choose(DAVE)).passes(Duration.ZERO);
        assertBroughtOn(story);
    }

    @Test
    void onlyTheFirstChoiceCounts() {
        pending(CHOSEN).when(choose(DAVE)).refused(Reason.NO_FOLLOW_UP);
        pending().when(choose(JAS)).refused(Reason.NO_FOLLOW_UP);
    }

    @Test
    void aFollowUpOffersItselfWhileTheHostIsBusy() {
        pending(all(onAir(JAS, new Channel(4)), CHOSEN))
                .passes(PAUSE)
                .then(new FollowUpEvent.FollowUpOffered(DAVE, DUE))
                .passes(PAUSE)
                .nothingHappens();
    }

    /// The host has decided for somebody already: an AI caller who came on now would talk into the
    /// first words of the one who is on the way.
    @Test
    void aFollowUpThatFallsDueWhileACallerIsBeingTakenOffersItself() {
        pending(all(waiting(JAS), taken(JAS, FOUR), CHOSEN))
                .passes(PAUSE)
                .then(new FollowUpEvent.FollowUpOffered(DAVE, DUE));
    }

    /// As after a restart: a caller whom the host let go has gone by the time at which the earlier
    /// caller's follow-up falls due.
    @Test
    void whoeverHasGoneMeanwhileIsFollowedUpInsteadOfTheOneBefore() {
        Story story =
                pending(all(onAir(JAS, FOUR), CHOSEN))
                        .when(new CallCommand.LetGo(JAS))
                        .passes(PAUSE);

        assertThat(story.happened()).noneMatch(CallEvent.AiCallPlaced.class::isInstance);
        assertThat(story.show().followUps().pending())
                .hasValueSatisfying(pending -> assertThat(pending.basedOn()).isEqualTo(JAS));
    }

    @Test
    void callersWhoOnlyWaitKeepNoFollowUpBack() {
        assertBroughtOn(pending(all(waiting(JAS), CHOSEN)).passes(PAUSE));
    }

    @Test
    void anOfferedFollowUpComesOnWhenTheHostWantsIt() {
        Story story =
                pending(all(onAir(JAS, new Channel(4)), CHOSEN))
                        .passes(PAUSE)
                        .when(new FollowUpCommand.FollowUpNow());
        assertBroughtOn(story);
    }

    @Test
    void theHostCanCallItOff() {
        pending(CHOSEN)
                .when(new FollowUpCommand.CancelFollowUp())
                .then(new FollowUpEvent.FollowUpCancelled(DAVE, NOW))
                .passes(PAUSE)
                .nothingHappens()
                .when(new FollowUpCommand.CancelFollowUp())
                .refused(Reason.NO_FOLLOW_UP);
    }

    @Test
    void somebodyElseIsChosenIfThePersonaHasComeOnMeanwhile() {
        pending(all(aiOnAir(TONYS, TONY), CHOSEN))
                .passes(PAUSE)
                .then(new FollowUpEvent.FollowUpPlanned(DAVE, DUE, DUE))
                .when(choose(DAVE))
                .then(new FollowUpEvent.FollowUpPlanned(DAVE, DUE, DUE))
                .when(new FollowUpCommand.ChooseFollowUp(DAVE, MARY, "She drives, too."))
                .passes(Duration.ZERO);
    }

    @Test
    void theHostsWishForAFollowUpIsKeptIfThePersonaHasComeOnMeanwhile() {
        pending(all(aiOnAir(TONYS, TONY), CHOSEN))
                .when(new FollowUpCommand.FollowUpNow())
                .then(new FollowUpEvent.FollowUpPlanned(DAVE, NOW, NOW));
    }

    @Test
    void aFollowUpThatIsWantedWhileSomebodyIsOnAirOffersItself() {
        Story story =
                given(
                                all(
                                        all(onAir(DAVE, THREE), ended(DAVE, EndedBy.HOST)),
                                        onAir(JAS, new Channel(4))))
                        .when(new FollowUpCommand.FollowUpNow(), choose(DAVE))
                        .passes(Duration.ZERO)
                        .then(new FollowUpEvent.FollowUpOffered(DAVE, NOW))
                        .when(new FollowUpCommand.FollowUpNow());
        assertBroughtOn(story);
    }

    @Test
    void theLastCallCanBeFollowedUpNow() {
        given(all(onAir(DAVE, THREE), ended(DAVE, EndedBy.HOST)))
                .when(new FollowUpCommand.FollowUpNow())
                .then(new FollowUpEvent.FollowUpPlanned(DAVE, NOW, NOW));
    }

    @Test
    void nothingCanBeFollowedUpBeforeACallHasEnded() {
        given(all(waiting(DAVE), ended(DAVE, EndedBy.HOST)))
                .when(new FollowUpCommand.FollowUpNow())
                .refused(Reason.NO_HISTORY);
    }

    @Test
    void aFollowUpThatIsStillBeingChosenIsHurried() {
        pending()
                .when(new FollowUpCommand.FollowUpNow())
                .then(new FollowUpEvent.FollowUpPlanned(DAVE, NOW, NOW));
    }

    @Test
    void anotherAiCallerWhoIsBroughtOnLeavesTheFollowUpAlone() {
        Story story = pending(CHOSEN).when(new CallCommand.Bring(MARY));
        assertThat(story.show().followUps().pending()).isPresent();
    }

    @Test
    void closingTheShowCallsItOff() {
        Story story = pending(CHOSEN).when(new ShowCommand.CloseShow());
        assertThat(story.show().followUps().pending()).isEmpty();
        story.passes(PAUSE).nothingHappens();
    }

    @Test
    void whoFollowsUpIsChosenAgainAfterARestart() {
        Story story = pending().when(new ShowCommand.ResumeShow());
        assertThat(story.happened()).contains(PLANNED);
        story = pending(CHOSEN).when(new ShowCommand.ResumeShow());
        assertThat(story.happened()).doesNotContain(PLANNED);
    }
}
