package io.partyline.http;

import io.partyline.show.TurnTimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long the AI callers take to answer.
record LatencyRoutes(Control control) {
    /// Of one turn, in milliseconds from the end of the words that it answers.
    record Steps(
            long heardMs,
            long decidedMs,
            long firstTokenMs,
            long firstSentenceMs,
            long firstSoundMs,
            long onAirMs) {
        static Steps of(TurnTimes times) {
            return new Steps(
                    since(times, times.heard()),
                    since(times, times.decided()),
                    since(times, times.firstToken()),
                    since(times, times.firstSentence()),
                    since(times, times.firstSound()),
                    since(times, times.onAir()));
        }

        private static long since(TurnTimes times, long step) {
            return TurnTimes.between(times.spokenUntil(), step).toMillis();
        }
    }

    /// Of the show so far.
    ///
    /// @param last the turn that was heard last
    /// @param p50Ms half of them were on the air within this time
    /// @param p95Ms 95 of a hundred were
    record Latency(int turns, Optional<Steps> last, Optional<Long> p50Ms, Optional<Long> p95Ms) {
        static Latency of(List<TurnTimes> times) {
            List<Long> gaps =
                    times.stream().map(TurnTimes::gap).map(Duration::toMillis).sorted().toList();
            return new Latency(
                    gaps.size(),
                    times.isEmpty() ? Optional.empty() : Optional.of(Steps.of(times.getLast())),
                    percentile(gaps, 50),
                    percentile(gaps, 95));
        }

        /// The nearest rank.
        private static Optional<Long> percentile(List<Long> sorted, int percent) {
            int rank = Math.ceilDiv(sorted.size() * percent, 100);
            return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
        }
    }

    void into(Routes routes) {
        routes.get("/api/latency", _ -> Latency.of(control.show().floor().times()));
    }
}
