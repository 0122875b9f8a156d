package io.partyline.rehearsal;

import io.partyline.carrier.sound.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How much a caller still heard of a voice after some moment, as it came out of their telephone.
final class CutOff {
    /// The hold bed under a voice is at 0.004.
    private static final double QUIETEST_VOICE = 0.02;

    /// About a syllable.
    private static final Duration JUST_NOW = Duration.ofMillis(200);

    /// Longer than the pause between two sentences, and over before anybody else has begun.
    static final Duration WATCHED = Duration.ofMillis(600);

    private static final Duration FRAME = Duration.ofMillis(20);

    private CutOff() {}

    /// Whether a voice was there right before a moment.
    static boolean isVoice(Heard all, Duration moment) {
        Duration begin = moment.minus(JUST_NOW);
        return begin.isPositive() && all.from(begin).until(JUST_NOW).level() > QUIETEST_VOICE;
    }

    /// How much of a voice arrived at a caller's telephone from a moment on, up to its last sound.
    ///
    /// Counted in sound that the show sent and not by the clock on the wall: what a busy machine
    /// has left waiting at the telephone makes nobody speak on.
    ///
    /// @return empty if no voice was there at that moment
    static Optional<Duration> behind(Heard all, Instant moment) {
        return all.arrivals().stream()
                .filter(arrival -> !arrival.at().isBefore(moment))
                .findFirst()
                .map(arrival -> Duration.ofMillis((arrival.heard() + arrival.ahead()) / 8))
                .filter(from -> isVoice(all, from))
                .map(from -> lastOf(all.from(from).until(WATCHED)));
    }

    private static Duration lastOf(Heard heard) {
        Duration last = Duration.ZERO;
        for (Duration at = Duration.ZERO; at.compareTo(heard.length()) < 0; at = at.plus(FRAME)) {
            if (heard.from(at).until(FRAME).level() > QUIETEST_VOICE) {
                last = at.plus(FRAME);
            }
        }
        return last;
    }
}
