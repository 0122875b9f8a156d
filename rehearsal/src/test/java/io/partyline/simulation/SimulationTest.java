package io.partyline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Whole evenings in which everything goes wrong that can, each from one seed.
class SimulationTest {
    private static final int FEW = 120;
    private static final int THOUSANDS = 2_000;
    private static final long MILLION = 1_000_000;

    /// After so many it is told how they went.
    private static final long A_WHILE = 5_000;

    /// Lines of a script that a failure shows; `-Dseed` shows all.
    private static final int LAST_LINES = 400;

    /// What goes wrong on purpose is nothing to write home about. Kept, or the level is forgotten.
    private static final Logger STUDIO = Logger.getLogger("io.partyline.studio");

    @BeforeAll
    static void silence() {
        STUDIO.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        STUDIO.setLevel(null);
    }

    @Test
    void hundredsOfEveningsKeepTheRules() {
        everythingGoesWrongAndNoRuleIsBroken(play(1, FEW));
    }

    @Test
    @Tag("ci")
    void thousandsOfEveningsKeepTheRules() {
        everythingGoesWrongAndNoRuleIsBroken(play(100_000, THOUSANDS));
    }

    /// `-Dshows=N` plays as many, from `-Dfrom=SEED` on. An evening that breaks a rule does not
    /// keep the others from being played, and what has been played so far is told now and then: the
    /// last that was told of a run that was ended counts, and runs from other seeds add up.
    @Test
    @Tag("long")
    @Timeout(86_400)
    void aMillionEveningsKeepTheRules() {
        long from = Long.getLong("from", 1_000_000);
        long behind = from + Long.getLong("shows", MILLION);
        var all = new Tally();
        for (long next = from; next < behind; next += A_WHILE) {
            play(next, Math.min(A_WHILE, behind - next), all);
            all.print(from, System.out);
        }
        assertThat(all.broken()).isEmpty();
    }

    /// `-Dseed=SEED` plays one evening and prints its script.
    @Test
    @EnabledIfSystemProperty(named = "seed", matches = "\\d+")
    void oneEveningIsPlayedAgain() {
        var evening = new Evening(Long.getLong("seed"), true);
        try {
            evening.play();
        } finally {
            evening.script().forEach(System.out::println);
        }
    }

    @Test
    void aSeedPlaysTheSameEveningAgain() {
        for (long seed = 1; seed < 6; seed++) {
            assertThat(script(seed)).hasSizeGreaterThan(100).isEqualTo(script(seed));
        }
    }

    private static List<String> script(long seed) {
        var evening = new Evening(seed, true);
        evening.play();
        return evening.script();
    }

    private static Tally play(long from, long count) {
        var all = new Tally();
        play(from, count, all);
        all.print(from, System.out);
        return all;
    }

    private static void play(long from, long count, Tally all) {
        LongStream.range(from, from + count).parallel().forEach(seed -> play(seed, all));
    }

    private static void play(long seed, Tally all) {
        var evening = new Evening(seed, false);
        try {
            evening.play();
            all.kept(evening);
        } catch (AssertionError | RuntimeException broken) {
            all.broke(seed, evening, broken);
        }
    }

    private static void everythingGoesWrongAndNoRuleIsBroken(Tally all) {
        all.broken().forEach(SimulationTest::fail);
        assertThat(all.faults()).containsExactlyInAnyOrder(Fault.values());
    }

    private static void fail(long seed, String rule) {
        throw new AssertionError(
                "-Dseed=%d plays this evening again: %s%n%s".formatted(seed, rule, lastOf(seed)));
    }

    private static String lastOf(long seed) {
        var again = new Evening(seed, true);
        try {
            again.play();
            return "It did not fail when it was played again.";
        } catch (AssertionError | RuntimeException _) {
            List<String> script = again.script();
            return String.join(
                    System.lineSeparator(),
                    script.subList(Math.max(0, script.size() - LAST_LINES), script.size()));
        }
    }
}
