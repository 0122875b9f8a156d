package io.partyline.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// All chance of one evening, from one seed, and the count of what went wrong by it.
final class Chance {
    private final SplittableRandom random;
    private final double harm;
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private boolean calm;

    Chance(long seed) {
        random = new SplittableRandom(seed);
        harm = List.of(0.0, 0.3, 1.0, 1.0, 3.0).get(random.nextInt(5));
    }

    /// Nothing goes wrong from here on.
    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    /// Whether this goes wrong now.
    boolean strikes(Fault fault, double share) {
        boolean strikes = !calm && random.nextDouble() < share * harm;
        if (strikes) {
            count(fault);
        }
        return strikes;
    }

    void count(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    boolean often(double share) {
        return random.nextDouble() < share;
    }

    /// From `least`, and less than `most`.
    long between(long least, long most) {
        return random.nextLong(least, most);
    }

    int below(int most) {
        return random.nextInt(most);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
