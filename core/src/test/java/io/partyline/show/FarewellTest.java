package io.partyline.show;

import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// An AI caller who is asked to finish has two turns, and hangs up after the second.
class FarewellTest {
    /// A mutation run plays fewer: it plays them once for each fault.
    private static final int SEEDS = Integer.getInteger("seeds", 400);

    private static final Duration SOON = Duration.ofSeconds(1);

    private static Story asked() {
        return given(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)))
                .when(new CallCommand.WrapUp(TONYS));
    }

    private static Story speaks(Story story, CallId who, TurnOutcome how) {
        return ends(
                story.later(SOON).when(new FloorCommand.LetRespond(Optional.of(who))).later(SOON),
                how);
    }

    private static Story ends(Story story, TurnOutcome how) {
        TurnId turn = story.show().floor().turn().orElseThrow().id();
        return story.when(new FloorCommand.EndTurn(turn, how, ""));
    }

    private static boolean on(Story story, CallId who) {
        return story.show().call(who).isPresent();
    }

    private static Farewell left(Story story) {
        return story.call(TONYS).marks().farewell().orElseThrow();
    }

    @Test
    void theSecondTurnIsTheGoodbyeAndTheCallerHangsUpAfterIt() {
        Story story = asked();
        assertThat(left(story).lastTurn()).isFalse();
        speaks(story, TONYS, TurnOutcome.FINISHED);
        assertThat(left(story).lastTurn()).isTrue();
        speaks(story, TONYS, TurnOutcome.FINISHED);
        assertThat(on(story, TONYS)).isFalse();
        assertThat(story.show().history().find(TONYS).orElseThrow().by()).isEqualTo(EndedBy.CALLER);
        assertThat(story.show().floor().turn()).isEmpty();
    }

    @Test
    void whatTheyWereSayingWhenTheyWereAskedIsNoneOfTheTwo() {
        Story story =
                given(aiOnAir(TONYS, TONY)).when(new FloorCommand.LetRespond(Optional.of(TONYS)));
        story.later(SOON).when(new CallCommand.WrapUp(TONYS)).later(SOON);
        ends(story, TurnOutcome.FINISHED);
        assertThat(left(story).turns()).isZero();
    }

    @Test
    void aTurnThatFailedIsNoneOfTheTwoAndOneThatWasStoppedIs() {
        Story story = asked();
        speaks(story, TONYS, TurnOutcome.FAILED);
        assertThat(left(story).turns()).isZero();
        speaks(story, TONYS, TurnOutcome.STOPPED);
        assertThat(left(story).turns()).isEqualTo(1);
    }

    @Test
    void nobodyElsesTurnsCountAndWhoeverWaitsSpeaksNext() {
        Story story = asked();
        speaks(story, MARYS, TurnOutcome.FINISHED);
        speaks(story, MARYS, TurnOutcome.FINISHED);
        assertThat(left(story).turns()).isZero();
        speaks(story, TONYS, TurnOutcome.FINISHED);
        story.when(new FloorCommand.LetRespond(Optional.of(TONYS)));
        TurnId last = story.show().floor().turn().orElseThrow().id();
        story.when(new FloorCommand.HostSays("Mary, what do you think?", 0)).later(SOON);
        story.when(new FloorCommand.EndTurn(last, TurnOutcome.STOPPED, ""));
        assertThat(on(story, TONYS)).isFalse();
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
    }

    @Test
    void toBeAskedOnceMoreGivesNoMoreTurns() {
        Story story = asked();
        speaks(story, TONYS, TurnOutcome.FINISHED);
        story.when(new CallCommand.WrapUp(TONYS)).nothingHappens();
        speaks(story, TONYS, TurnOutcome.FINISHED);
        assertThat(on(story, TONYS)).isFalse();
    }

    /// Whatever else is asked of the show; locks are another test.
    @Test
    void nobodyIsThereAfterTheirSecondTurn() {
        int gone = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var commands = new RandomCommands(new Random(seed));
            Show show = Show.before(0);
            Instant now = Story.NOW;
            for (int step = 0; step < 600; step++) {
                now = now.plus(commands.gap());
                Command command = commands.next(show, now);
                if (!(command instanceof CallCommand.SetLock)
                        && Decisions.decide(show, command, now, show.positionAt(now))
                                instanceof Decision.Accepted(var events)) {
                    for (Event event : events) {
                        show = show.apply(event);
                        gone += hangsUp(event) ? 1 : 0;
                    }
                }
                if (show.calls().live().values().stream().anyMatch(FarewellTest::isOver)) {
                    fail("seed %d, step %d: %s", seed, step, command);
                }
            }
        }
        assertThat(gone).isGreaterThanOrEqualTo(SEEDS / 400);
    }

    private static boolean isOver(Call call) {
        return call.marks().farewell().filter(Farewell::over).isPresent();
    }

    private static boolean hangsUp(Event event) {
        return event instanceof CallEvent.CallEnded(var call, var by, _, _)
                && by == EndedBy.CALLER
                && call.value().startsWith("ai-");
    }

    @Test
    void aLockKeepsThemUntilTheTurnAfterItIsTakenOff() {
        Story story = asked().when(new CallCommand.SetLock(TONYS, true));
        speaks(story, TONYS, TurnOutcome.FINISHED);
        speaks(story, TONYS, TurnOutcome.FINISHED);
        assertThat(on(story, TONYS)).isTrue();
        story.when(new CallCommand.SetLock(TONYS, false));
        speaks(story, TONYS, TurnOutcome.FINISHED);
        assertThat(on(story, TONYS)).isFalse();
    }
}
