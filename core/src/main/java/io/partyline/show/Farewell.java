package io.partyline.show;

import java.time.Instant;

/// What is left of the time of an AI caller who was asked to finish: two turns, the second of which
/// is their goodbye. Then they hang up.
///
/// A turn that was going on when they were asked is none of the two, since its words were chosen
/// before; neither is one that failed, since nobody heard a last word. One that was stopped or
/// talked over is.
///
/// @param since when they were asked
/// @param turns how many turns they have had since
public record Farewell(Instant since, int turns) {
    /// Enough for a last thought and a goodbye.
    static final int MOST = 2;

    static Farewell asked(Instant at) {
        return new Farewell(at, 0);
    }

    /// Whether the next turn is the last one.
    public boolean lastTurn() {
        return turns >= MOST - 1;
    }

    boolean over() {
        return turns >= MOST;
    }

    /// What is left after a turn.
    Farewell after(Turn turn, TurnOutcome outcome) {
        boolean counts = !turn.since().isBefore(since) && outcome != TurnOutcome.FAILED;
        return counts ? new Farewell(since, turns + 1) : this;
    }
}
