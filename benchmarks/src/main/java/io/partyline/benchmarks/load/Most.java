package io.partyline.benchmarks.load;

import java.util.function.IntFunction;

/// Looks for the largest number of lines that are held.
///
/// The number grows by three tenths until it is too much, then the gap is halved until it is a
/// sixteenth. Each number is tried with a new server.
///
/// @param trial what happens with so many lines
/// @param limit no number is tried above this
/// @param report where each trial is told
record Most(IntFunction<Outcome> trial, int limit, Report report) {
    private static final int MOST_TRIALS = 16;
    private static final double GROWTH = 1.3;
    private static final int CLOSE_ENOUGH = 16;

    /// Finds the largest number that is held; 0 if none is.
    ///
    /// @param name of what is tried, in the report
    /// @param from what is tried first
    int search(String name, int from) {
        int held = 0;
        int tooMany = limit + 1;
        int next = from;
        for (int i = 0; i < MOST_TRIALS && next > held && next < tooMany; i++) {
            Outcome seen = trial.apply(next);
            report.row(name + " " + next, seen);
            if (seen.held()) {
                held = next;
            } else {
                tooMany = next;
            }
            next = next(held, tooMany);
        }
        return held;
    }

    private int next(int held, int tooMany) {
        if (tooMany > limit) {
            return Math.min(limit, (int) Math.ceil(held * GROWTH));
        }
        int step = tooMany - held;
        return step <= Math.max(2, held / CLOSE_ENOUGH) ? held : held + step / 2;
    }
}
