package io.partyline.http;

import io.partyline.show.AnswerTimes;
import io.partyline.show.TurnTimes;
import java.time.Duration;
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
        static Latency of(AnswerTimes times) {
            return new Latency(
                    times.turns().size(),
                    times.last().map(Steps::of),
                    times.within(50).map(Duration::toMillis),
                    times.within(95).map(Duration::toMillis));
        }
    }

    void into(Routes routes) {
        routes.get("/api/latency", _ -> Latency.of(control.show().floor().answerTimes()));
    }
}
