package io.partyline.show;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long the AI callers of a show take to answer.
///
/// @param turns of each that was heard, in order
public record AnswerTimes(List<TurnTimes> turns) {
    public AnswerTimes {
        turns = List.copyOf(turns);
    }

    /// The turn that was heard last.
    public Optional<TurnTimes> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /// The time within which so many of a hundred answers were on the air, by the nearest rank.
    public Optional<Duration> within(int percent) {
        List<Duration> gaps = turns.stream().map(TurnTimes::gap).sorted().toList();
        int rank = Math.ceilDiv(gaps.size() * percent, 100);
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.get(Math.max(1, rank) - 1));
    }
}
