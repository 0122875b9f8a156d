package io.partyline.audio.delay;

/// Finds how far one can jump inside sound so that nobody hears it: by as much as the sound repeats
/// itself, which in a voice is a period or two of its pitch (waveform similarity overlap and add,
/// Verhelst and Roelands 1993). The pitch stays, and 2.5 to 20 ms come or go.
///
/// For one thread; does not allocate.
final class Splices {
    /// The period of 400 Hz: the shortest jump that is worth it.
    static final int SHORTEST = 120;

    /// The period of 50 Hz.
    static final int LONGEST = 960;

    /// What is compared, and faded over: 10 ms.
    static final int FADE = 480;

    /// At first only every fourth sample and lag is looked at.
    private static final int COARSE = 4;

    private double likeness;

    /// How like each other the two sounds of the jump that was found are: 1 for the same, 0 for
    /// nothing in common.
    double likeness() {
        return likeness;
    }

    /// The best jump.
    ///
    /// @param at where the sound is left
    /// @param direction 1 to jump ahead, -1 to jump back
    /// @param most the longest jump allowed, at least [#SHORTEST]
    int find(Reel reel, long at, int direction, int most) {
        int best = best(reel, at, direction, SHORTEST, Math.min(most, LONGEST), COARSE);
        int from = Math.max(SHORTEST, best - COARSE);
        int to = Math.min(Math.min(most, LONGEST), best + COARSE);
        return best(reel, at, direction, from, to, 1);
    }

    private int best(Reel reel, long at, int direction, int from, int to, int step) {
        int best = from;
        likeness = -1;
        for (int lag = from; lag <= to; lag += step) {
            double like = likeness(reel, at, at + (long) direction * lag, step);
            if (like > likeness) {
                likeness = like;
                best = lag;
            }
        }
        return best;
    }

    /// Two sounds as loud as each other, and in step.
    private static double likeness(Reel reel, long one, long other, int step) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < FADE; i += step) {
            double a = reel.at(one + i);
            double b = reel.at(other + i);
            both += a * b;
            first += a * a;
            second += b * b;
        }
        double louder = Math.max(first, second);
        return louder < 1e-9 ? 0 : both / louder;
    }
}
