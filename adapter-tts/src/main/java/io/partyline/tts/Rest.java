package io.partyline.tts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How one voice of a chain fares: one that has failed is left alone for a while, each time twice
/// as long, and is then tried again by itself. For many threads.
final class Rest {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private Duration next = FIRST;
    private Instant until = Instant.MIN;
    private String why = "";

    Rest(InstantSource clock) {
        this.clock = clock;
    }

    /// It could not speak a text that was begun at that time. What was begun before it last failed
    /// says nothing new.
    synchronized void failed(Instant begun, String sentence) {
        why = sentence;
        if (begun.isBefore(until)) {
            return;
        }
        until = clock.instant().plus(next);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    /// It has spoken a text to its end.
    synchronized void spoke() {
        until = Instant.MIN;
        next = FIRST;
        why = "";
    }

    synchronized boolean over() {
        return !clock.instant().isBefore(until);
    }

    /// What is wrong and until when, in a sentence; empty if nothing is.
    synchronized Optional<String> trouble() {
        if (why.isEmpty()) {
            return Optional.empty();
        }
        Duration left =
                Duration.between(
                        clock.instant(), until.equals(Instant.MIN) ? clock.instant() : until);
        return Optional.of(
                left.isPositive()
                        ? "%s It is tried again in %s."
                                .formatted(why, Patience.words(left.plusMillis(999)))
                        : "%s It is tried again with the next sentence.".formatted(why));
    }
}
