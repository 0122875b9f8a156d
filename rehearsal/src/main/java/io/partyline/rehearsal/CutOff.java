package io.partyline.rehearsal;

import io.partyline.carrier.sound.Heard;
import java.time.Duration;
import java.util.Optional;

/// How long a caller still heard a voice after some moment, as it came out of their telephone.
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

    /// From a moment to the end of the last sound of a voice, of what came right behind it.
    ///
    /// @return empty if no voice was there at that moment
    static Optional<Duration> after(Heard all, Duration moment) {
        if (!isVoice(all, moment)) {
            return Optional.empty();
        }
        Heard behind = all.from(moment).until(WATCHED);
        Duration last = Duration.ZERO;
        for (Duration at = Duration.ZERO; at.compareTo(behind.length()) < 0; at = at.plus(FRAME)) {
            if (behind.from(at).until(FRAME).level() > QUIETEST_VOICE) {
                last = at.plus(FRAME);
            }
        }
        return Optional.of(last);
    }
}
