package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whoever was not let in does not come in by another door.
class TurnedAwayTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");

    private Show show = opened();

    private static Show opened() {
        return Show.before(0)
                .apply(
                        new ShowEvent.ShowOpened(
                                new ShowId("show-1"), ShowRules.DEFAULT, Set.of(), NOW));
    }

    private List<Event> ask(Command command) {
        return switch (Decisions.decide(show, command, NOW, 0)) {
            case Decision.Accepted(var events) -> {
                events.forEach(event -> show = show.apply(event));
                yield events;
            }
            case Decision.Refused _ -> List.of();
        };
    }

    private Decision answer(Command command) {
        return Decisions.decide(show, command, NOW, 0);
    }

    @Test
    void aCallTurnedAwayAtClosedLinesDoesNotWaitAndIsNotWelcomedBack() {
        assertThat(ask(new CallCommand.Ring(DAVE, DAVES)))
                .containsExactly(
                        new CallEvent.CallTurnedAway(DAVE, DAVES, Reason.LINES_CLOSED, NOW));
        assertThat(answer(new CallCommand.Wait(DAVE, DAVES, Duration.ZERO)))
                .isEqualTo(new Decision.Refused(Reason.NO_SUCH_CALL));
        ask(new ShowCommand.SetLines(true));
        assertThat(answer(new CallCommand.Wait(DAVE, DAVES, Duration.ZERO)))
                .isEqualTo(new Decision.Refused(Reason.NO_SUCH_CALL));
        assertThat(answer(new CallCommand.Ring(DAVE, DAVES)))
                .isEqualTo(new Decision.Refused(Reason.LINES_CLOSED));
        assertThat(show.call(DAVE)).isEmpty();
    }

    @Test
    void anotherCallOfTheSameCallerIsAnotherMatter() {
        ask(new CallCommand.Ring(DAVE, DAVES));
        ask(new ShowCommand.SetLines(true));
        ask(new CallCommand.Ring(new CallId("CA-again"), DAVES));
        assertThat(show.call(new CallId("CA-again"))).isPresent();
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int count = 0; count < 2_000; count++) {
            ask(new CallCommand.Ring(new CallId("CA" + count), DAVES));
        }
        assertThat(show.lines().turnedAway()).hasSize(500).containsKey(new CallId("CA1999"));
    }

    @Test
    void aCallThatTheCarrierDoesNotKnowEndsAndMayBeFoundAgain() {
        ask(new ShowCommand.SetLines(true));
        ask(new CallCommand.Ring(DAVE, DAVES));
        ask(new CallCommand.CallerUnknown(DAVE));
        assertThat(show.call(DAVE)).isEmpty();
        assertThat(ask(new CallCommand.CallerUnknown(DAVE))).isEmpty();
        ask(new CallCommand.Wait(DAVE, DAVES, Duration.ZERO));
        assertThat(show.call(DAVE)).isPresent();
    }
}
