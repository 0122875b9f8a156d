package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How much of what is said the AI callers say, counted in words: everybody speaks about as fast.
record AirShare(Show show, Instant now) {
    /// What was said longer ago is forgiven.
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /// Of fewer words a share says nothing.
    private static final int FEWEST_WORDS = 80;

    private static final int PERCENT = 100;

    boolean spent() {
        List<Utterance> lately =
                show.conversation().utterances().stream()
                        .filter(said -> said.at().isAfter(now.minus(WINDOW)))
                        .toList();
        long all = words(lately);
        long ai =
                words(
                        lately.stream()
                                .filter(said -> said.speaker() instanceof Speaker.AiCaller)
                                .toList());
        return all >= FEWEST_WORDS
                && ai * PERCENT > all * show.floor().panel().eagerness().percent();
    }

    private static long words(List<Utterance> said) {
        return said.stream().mapToLong(one -> one.text().strip().split("\\s+", -1).length).sum();
    }
}
