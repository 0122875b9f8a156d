package io.partyline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is told of many evenings.
class TallyTest {
    private final Tally tally = new Tally();

    private String told(long from) {
        var out = new ByteArrayOutputStream();
        tally.print(from, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anEveningThatBreaksARuleIsToldWithItsSeedAndTheOthersCount() {
        tally.kept(new Evening(7, false));
        tally.broke(8, new Evening(8, false), new AssertionError("nobody off air\n is heard"));
        tally.kept(new Evening(9, false));
        assertThat(tally.broken()).containsOnlyKeys(8L);
        assertThat(told(7))
                .startsWith("3 evenings from seed 7 to 9, 0 events, 1 of them broke a rule")
                .contains("-Dseed=8")
                .contains("nobody off air is heard");
    }

    @Test
    void ofManyThatBreakARuleOnlyTheFirstAreToldButAllAreCounted() {
        for (long seed = 1; seed <= 1_000; seed++) {
            tally.broke(seed, new Evening(seed, false), new AssertionError("a rule"));
        }
        assertThat(tally.broken()).hasSize(200);
        assertThat(told(1)).contains("1,000 of them broke a rule");
    }
}
