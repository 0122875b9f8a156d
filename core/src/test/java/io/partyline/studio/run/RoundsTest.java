package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Work that is done round by round goes on, whatever becomes of one of them.
class RoundsTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final BlockingQueue<String> made = new LinkedBlockingQueue<>();

    private void awaitRound() throws InterruptedException {
        assertThat(made.poll(2, TimeUnit.MINUTES)).isEqualTo("a round");
    }

    private Supplier<Duration> rest(Duration rest) {
        return () -> {
            made.add("a round");
            return rest;
        };
    }

    @Test
    void theFirstRoundIsMadeAtOnceAndTheNextAfterItsRest() throws Exception {
        try (var rounds = new Rounds("rounds", rest(SHORT), LONG)) {
            rounds.start();
            awaitRound();
            awaitRound();
            awaitRound();
        }
    }

    @Test
    void whoeverHasSomethingToDoDoesNotWaitForTheRestToEnd() throws Exception {
        try (var rounds = new Rounds("rounds", rest(LONG), LONG)) {
            rounds.start();
            awaitRound();
            rounds.nudge();
            awaitRound();
        }
    }

    @Test
    void whatComesUpDuringARoundIsSeenToByAnother() throws Exception {
        var goOn = new CountDownLatch(1);
        Supplier<Duration> round =
                () -> {
                    made.add("a round");
                    return awaited(goOn) ? LONG : SHORT;
                };
        try (var rounds = new Rounds("rounds", round, LONG)) {
            rounds.start();
            awaitRound();
            rounds.nudge();
            rounds.nudge();
            goOn.countDown();
            awaitRound();
        }
        assertThat(made).as("two nudges are one round").isEmpty();
    }

    @Test
    void aMistakeDoesNotKeepTheNextRoundFromBeingMade() throws Exception {
        Supplier<Duration> mistaken =
                () -> {
                    made.add("a round");
                    throw new IllegalStateException("a mistake");
                };
        try (var rounds = new Rounds("rounds", mistaken, SHORT)) {
            rounds.start();
            awaitRound();
            awaitRound();
        }
    }

    @Test
    void whoeverClosesItWaitsForARoundThatIsBeingMade() throws Exception {
        var never = new CountDownLatch(1);
        var over = new AtomicBoolean();
        Supplier<Duration> round =
                () -> {
                    made.add("a round");
                    over.set(!awaited(never));
                    return SHORT;
                };
        try (var rounds = new Rounds("rounds", round, LONG)) {
            rounds.start();
            awaitRound();
        }
        assertThat(over).isTrue();
        assertThat(made).as("none follows").isEmpty();
    }

    @Test
    void oneThatWasNeverStartedCanBeClosed() {
        new Rounds("rounds", rest(SHORT), LONG).close();
        assertThat(made).isEmpty();
    }

    /// Whether it came to that; false if the thread was interrupted, and still is.
    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
