package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whole evenings, from a seed and on a clock that is turned by hand, in which AI callers are
/// stopped, muted, spoken over and hung up on, while their models and voices stall and break.
class InterruptedEveningsTest {
    private static final int FEW = 12;
    private static final int SOME = 50;

    /// Each with five incidents.
    private static final int MANY = Integer.getInteger("evenings", 10_000);

    /// The seed of the first of many.
    private static final int FROM = Integer.getInteger("from", FEW + SOME + 1);

    /// Most of an evening somebody waits for another thread: several at once waste nothing.
    private static final int AT_ONCE = 6;

    @Test
    void whoeverIsStoppedFallsSilentAndWhatWasHeardIsWhatIsWrittenAndTheyAnswerAgain() {
        play(1, FEW);
    }

    @Test
    @Tag("ci")
    void soItIsOnMoreEvenings() {
        play(FEW + 1, SOME);
    }

    @Test
    @Tag("long")
    @Timeout(3_600)
    void soItIsOnThousandsOfEvenings() {
        play(FROM, MANY);
    }

    private static void play(int first, int count) {
        List<Recorded.Deviation> errors = errors(first, count);
        errors.sort(Comparator.comparingLong(Recorded.Deviation::samples));
        assertThat(errors.getLast().samples())
                .as("the worst of %d sentences: %s", errors.size(), errors.getLast())
                .isLessThanOrEqualTo(Frames.SAMPLES);
    }

    private static List<Recorded.Deviation> errors(int first, int count) {
        var errors = new ArrayList<Recorded.Deviation>();
        var faults = new ArrayList<Throwable>();
        try (var stages = Executors.newFixedThreadPool(AT_ONCE)) {
            var evenings = new ArrayList<Future<List<Recorded.Deviation>>>();
            for (int i = 0; i < count; i++) {
                int seed = first + i;
                evenings.add(stages.submit(() -> play(seed)));
            }
            evenings.forEach(evening -> collect(evening, errors, faults));
        }
        assertThat(faults).as("evenings that went wrong, of %d", count).isEmpty();
        return errors;
    }

    private static void collect(
            Future<List<Recorded.Deviation>> evening,
            List<Recorded.Deviation> errors,
            List<Throwable> faults) {
        try {
            errors.addAll(evening.get());
        } catch (ExecutionException e) {
            faults.add(e);
        } catch (InterruptedException e) {
            throw new AssertionError("too many evenings for the time there is", e);
        }
    }

    /// Its errors; one that goes wrong says what has happened in it.
    private static List<Recorded.Deviation> play(int seed) {
        try (var evening = new Evening(seed)) {
            try {
                evening.play();
                Recorded recorded = evening.over();
                recorded.isSilentWhereItMustBe();
                return recorded.errors();
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "%n".formatted() + evening.diary(), e);
            }
        }
    }
}
