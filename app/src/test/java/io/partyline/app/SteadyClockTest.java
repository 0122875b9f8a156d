package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Deadlines;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody sets the computer's clock in the middle of a show.
class SteadyClockTest {
    private static final Instant EVENING = Instant.parse("2026-11-30T20:00:00Z");
    private static final CallId DAVE = new CallId("call-dave");

    private final AtomicLong nanos = new AtomicLong(-7);
    private volatile Instant day = EVENING;
    private final SteadyClock clock = new SteadyClock(() -> day, Instant.EPOCH, nanos::get);
    private Show show = Show.before(0);

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void ask(Command command) {
        if (Decisions.decide(show, command, clock.instant(), 0)
                instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                show = show.apply(event);
            }
        }
    }

    private Stage daves() {
        return show.call(DAVE).map(Call::stage).orElseThrow();
    }

    private void daveWaits() {
        ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
        ask(new CallCommand.Ring(DAVE, new CallerNumber("0101", "print")));
        ask(new CallCommand.OpenLeg(DAVE));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -1, 1, 3600, 86_400})
    void waitsAndDeadlinesAreAsLongAsTheyAre(long seconds) {
        daveWaits();
        passes(Duration.ofSeconds(90));
        day = day.plusSeconds(seconds);
        assertThat(Duration.between(daves().since(), clock.instant()))
                .isEqualTo(Duration.ofSeconds(90));
        ask(new CallCommand.Drop(DAVE));
        day = day.plusSeconds(seconds);
        Duration undo = ShowRules.DEFAULT.undo();
        passes(undo.minusMillis(1));
        ask(new ShowCommand.PassTime());
        assertThat(daves()).as("undo is still possible").isInstanceOf(Stage.Leaving.class);
        assertThat(new Deadlines(show).next()).hasValue(clock.instant().plusMillis(1));
        passes(Duration.ofMillis(1));
        ask(new ShowCommand.PassTime());
        assertThat(show.call(DAVE)).as("and then they are gone").isEmpty();
        assertThat(show.history().find(DAVE)).isPresent();
    }

    @Test
    void afterARestartTimeGoesOnWhereTheJournalEndsEvenIfTheClockWasSetBack() {
        Instant last = EVENING.plusSeconds(600);
        var again = new SteadyClock(() -> EVENING.minusSeconds(3600), last, nanos::get);
        assertThat(again.instant()).isEqualTo(last);
        passes(Duration.ofSeconds(5));
        assertThat(again.instant()).isEqualTo(last.plusSeconds(5));
    }

    @Test
    void afterARestartItIsTheTimeOfDay() {
        var again = new SteadyClock(() -> EVENING, EVENING.minusSeconds(60), nanos::get);
        assertThat(again.instant()).isEqualTo(EVENING);
    }
}
