package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whole evenings, from a seed and on a clock that is turned by hand, in which AI callers are
/// stopped, muted, spoken over and hung up on, while their models and voices stall and break.
class InterruptedEveningsTest {
    private static final int SOME = 50;

    /// Each with five incidents.
    private static final int MANY = Integer.getInteger("evenings", 10_000);

    /// The seed of the first of many.
    private static final int FROM = Integer.getInteger("from", SOME + 1);

    @Test
    void whoeverIsStoppedFallsSilentAndWhatWasHeardIsWhatIsWrittenAndTheyAnswerAgain() {
        play(1, SOME);
    }

    @Test
    @Tag("long")
    @Timeout(3_600)
    void soItIsOnThousandsOfEvenings() {
        play(FROM, MANY);
    }

    private static void play(int first, int count) {
        var errors = new ArrayList<Recorded.Deviation>();
        for (int seed = first; seed < first + count; seed++) {
            errors.addAll(play(seed));
        }
        errors.sort(Comparator.comparingLong(Recorded.Deviation::samples));
        assertThat(errors.getLast().samples())
                .as("the worst of %d sentences: %s", errors.size(), errors.getLast())
                .isLessThanOrEqualTo(Frames.SAMPLES);
    }

    private static List<Recorded.Deviation> play(int seed) {
        try (var evening = new Evening(seed)) {
            evening.play();
            Recorded recorded = evening.over();
            recorded.isSilentWhereItMustBe();
            return recorded.errors();
        }
    }
}
