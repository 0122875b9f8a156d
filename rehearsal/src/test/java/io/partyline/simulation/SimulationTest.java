package io.partyline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
        Map<Fault, Long> faults = play(1, FEW);
        assertThat(faults.keySet()).containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    @Tag("ci")
    void thousandsOfEveningsKeepTheRules() {
        assertThat(play(100_000, THOUSANDS).keySet()).containsExactlyInAnyOrder(Fault.values());
    }

    /// `-Dshows=N` plays as many, from `-Dfrom=SEED` on.
    @Test
    @Tag("long")
    @Timeout(86_400)
    void aMillionEveningsKeepTheRules() {
        play(Long.getLong("from", 1_000_000), Long.getLong("shows", MILLION));
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

    private static Map<Fault, Long> play(long from, long count) {
        var all = new EnumMap<Fault, Long>(Fault.class);
        var events = new AtomicLong();
        LongStream.range(from, from + count)
                .parallel()
                .forEach(seed -> {
                    Evening evening = play(seed);
                    events.addAndGet(evening.events());
                    synchronized (all) {
                        evening.faults().forEach((f, n) -> all.merge(f, n, Long::sum));
                    }
                });
        System.out.printf("%,d evenings from seed %d, %,d events%n", count, from, events.get());
        all.forEach((fault, times) -> System.out.printf("%,12d  %s%n", times, fault));
        return all;
    }

    private static Evening play(long seed) {
        var evening = new Evening(seed, false);
        try {
            evening.play();
            return evening;
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "-Dseed=%d plays this evening again: %s%n%s"
                            .formatted(seed, broken.getMessage(), lastOf(seed)),
                    broken);
        }
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
