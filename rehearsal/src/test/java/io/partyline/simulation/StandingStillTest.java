package io.partyline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.mix.HeldCallerHears;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a simulated program does while it stands still: nothing.
class StandingStillTest {
    private final Chance chance = new Chance(1);
    private final Agenda agenda = new Agenda(false, () -> {});
    private final Network network = new Network(chance, agenda, this::program, false);
    private final Oracle oracle =
            new Oracle(
                    agenda,
                    network::has,
                    () -> program().awake(),
                    () -> false,
                    HeldCallerHears.BED);
    private final Program program =
            new Program(chance, agenda, new Disk(chance, agenda), network, oracle, false);

    private Program program() {
        return program;
    }

    /// Nothing else may happen before what was put off when it fell asleep.
    @Test
    void aProgramThatFallsAsleepInItsSleepWakesAtTheLaterEndAndNotBefore() {
        var received = new ArrayList<String>();
        chance.calm();
        program.start(new ShowId("show-1"));
        program.sleep(60_000);
        program.receive("", () -> received.add("first"));
        agenda.run(10_000);
        program.sleep(20_000);
        agenda.run(30_000);
        program.receive("", () -> received.add("second"));
        assertThat(received).isEmpty();
        assertThat(program.awake()).isEqualTo(-20_000);
        agenda.run(20_000);
        assertThat(received).isEqualTo(List.of("first", "second"));
    }
}
