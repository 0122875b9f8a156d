package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.Recorded.Deviation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whole evenings, from a seed and on a clock that is turned by hand, in which AI callers are
/// stopped, muted, spoken over and hung up on, while their models and voices stall and break.
class InterruptedEveningsTest {
    private static final int FEW = 12;
    private static final int SOME = 50;

    /// Each with five incidents, besides what models and voices do.
    private static final int MANY = Integer.getInteger("evenings", 10_000);

    /// The seed of the first of many.
    private static final int FROM = Integer.getInteger("from", FEW + SOME + 1);

    /// Most of an evening somebody waits for another thread: several at once waste nothing.
    private static final int AT_ONCE = 6;

    /// 150 ms: how long a voice that is stopped goes on.
    private static final long A_FADE = 150 * Frames.SAMPLES / Frames.MILLIS;

    private final Tally tally = new Tally();
    private final List<Deviation> errors = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger owedToCallers = new AtomicInteger();
    private final AtomicInteger heardByCallers = new AtomicInteger();

    @Test
    void whoeverIsStoppedFallsSilentAndWhatWasHeardIsWhatIsWrittenAndTheyAnswerAgain() {
        play(1, FEW);
    }

    @Test
    @Tag("ci")
    void soItIsOnMoreEvenings() {
        play(FEW + 1, SOME);
        assertThat(tally.counts().keySet()).containsExactlyInAnyOrder(Incident.values());
    }

    /// `-Devenings=N` plays as many, from `-Dfrom=SEED` on.
    @Test
    @Tag("long")
    @Timeout(86_400)
    void soItIsOnThousandsOfEvenings() {
        play(FROM, MANY);
    }

    private void play(int first, int count) {
        List<Throwable> faults = faults(first, count);
        errors.sort(Comparator.comparingLong(Deviation::samples));
        if (!errors.isEmpty()) {
            report(first, count);
        }
        assertThat(faults).as("evenings that went wrong, of %d", count).isEmpty();
        assertThat(errors.get((errors.size() - 1) * 99 / 100).samples())
                .as("99 in 100 of %d sentences", errors.size())
                .isLessThanOrEqualTo(Frames.SAMPLES);
        assertThat(errors.getLast().samples())
                .as("the worst of %d sentences: %s", errors.size(), errors.getLast())
                .isLessThanOrEqualTo(A_FADE);
        assertThat(heardByCallers.get())
                .as("frames that callers heard while nobody may, of %d", owedToCallers.get())
                .isGreaterThanOrEqualTo(owedToCallers.get() / 2);
    }

    private List<Throwable> faults(int first, int count) {
        var faults = new ArrayList<Throwable>();
        try (var stages = Executors.newFixedThreadPool(AT_ONCE)) {
            var evenings = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) {
                int seed = first + i;
                evenings.add(stages.submit(() -> play(seed)));
            }
            evenings.forEach(evening -> await(evening, faults));
        }
        return faults;
    }

    private static void await(Future<?> evening, List<Throwable> faults) {
        try {
            evening.get();
        } catch (ExecutionException e) {
            faults.add(e);
        } catch (InterruptedException e) {
            throw new AssertionError("too many evenings for the time there is", e);
        }
    }

    /// What is off by more than is usual is told with all that has happened: of 11,000 sentences
    /// one was, by 47 ms, and not when it was played again.
    private void add(List<Deviation> found, Evening evening) {
        errors.addAll(found);
        found.stream()
                .filter(error -> error.samples() > Frames.SAMPLES)
                .forEach(error -> System.out.println(error + "; " + evening.diary()));
    }

    /// One that goes wrong says what has happened in it.
    private void play(int seed) {
        try (var evening = new Evening(seed)) {
            try {
                evening.play();
                Recorded recorded = evening.over();
                recorded.isSilentWhereItMustBe();
                add(recorded.errors(), evening);
                tally.addAll(evening.tally());
                owedToCallers.addAndGet(evening.owedToCallers());
                heardByCallers.addAndGet(recorded.silentAtTheTelephone().size());
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "%n".formatted() + evening.diary(), e);
            }
        }
    }

    private void report(int first, int count) {
        System.out.printf(
                Locale.ROOT,
                "%,d evenings from seed %d, %,d sentences; what was written of one is off by %s ms"
                        + " (half), %s (99 in 100), %s (at most); %,d of %,d frames heard at"
                        + " telephones where nobody may be%n",
                count,
                first,
                errors.size(),
                millis(0.5),
                millis(0.99),
                millis(1),
                heardByCallers.get(),
                owedToCallers.get());
        tally.counts()
                .forEach((incident, times) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%,12d  %s, %,d in mid-sentence%n",
                                times.all(),
                                incident,
                                times.midSentence()));
    }

    /// How far off the best of that share of all sentences are at most.
    private double millis(double share) {
        int place = (int) Math.ceil(share * errors.size()) - 1;
        return errors.get(place).samples() * 1_000.0 / Frames.RATE;
    }
}
