package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.http.Setup.Outcome;
import io.partyline.http.Setup.State;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final Finding WORKS = Finding.ok("model", "It works.");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Bench bench = new Bench(Duration.ofMinutes(5));

    @AfterEach
    void leave() {
        over.countDown();
        bench.close();
    }

    /// Lasts until the test says so, or until it is interrupted.
    private Finding lasting() {
        begun.countDown();
        try {
            over.await();
            return WORKS;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Finding.no("model", "It was interrupted.");
        }
    }

    private CompletableFuture<Outcome> asked(Supplier<Finding> trying) throws Exception {
        CompletableFuture<Outcome> answer =
                CompletableFuture.supplyAsync(() -> bench.attempt(HousePart.MIND, trying));
        begun.await();
        return answer;
    }

    private static void turned(Outcome outcome, State state, String sentence) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Tried.class,
                        tried -> {
                            assertThat(tried.part()).isEqualTo("mind");
                            assertThat(tried.state()).isEqualTo(state);
                            assertThat(tried.sentence()).isEqualTo(sentence);
                        });
    }

    @Test
    void whatIsFoundIsTold() {
        turned(bench.attempt(HousePart.MIND, () -> WORKS), State.FINE, "It works.");
        turned(
                bench.attempt(HousePart.MIND, () -> Finding.off("model", "None.")),
                State.OFF,
                "None.");
        turned(
                bench.attempt(HousePart.MIND, () -> Finding.no("model", "It is broken.")),
                State.TROUBLE,
                "It is broken.");
        assertThat(bench.trying()).isEmpty();
    }

    @Test
    void oneThingIsTriedAtATime() throws Exception {
        CompletableFuture<Outcome> first = asked(this::lasting);
        assertThat(bench.trying()).contains(HousePart.MIND);
        assertThat(bench.attempt(HousePart.VOICES, () -> WORKS))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.why()).contains("being tried already", "stop it"));
        over.countDown();
        turned(first.get(), State.FINE, "It works.");
        turned(bench.attempt(HousePart.MIND, () -> WORKS), State.FINE, "It works.");
    }

    @Test
    void whoeverAskedIsToldAtOnceThatItWasStopped() throws Exception {
        CompletableFuture<Outcome> answer = asked(this::lasting);
        bench.stop();
        turned(answer.get(), State.STOPPED, "Stopped.");
        bench.stop();
    }

    @Test
    void whatTakesTooLongIsGivenUpAndKeepsItsPlaceUntilItsThreadHasEnded() throws Exception {
        try (var hasty = new Bench(Duration.ZERO)) {
            var stubborn = new CountDownLatch(1);
            turned(
                    hasty.attempt(HousePart.MIND, () -> deaf(stubborn)),
                    State.TROUBLE,
                    "No answer within 0 seconds: it was given up.");
            assertThat(hasty.attempt(HousePart.MIND, () -> WORKS))
                    .isInstanceOf(Outcome.Refused.class);
            stubborn.countDown();
            Patience.until(() -> hasty.trying().isEmpty(), () -> "it is tried on");
        }
    }

    /// Something that does not hear that it is interrupted.
    private static Finding deaf(CountDownLatch until) {
        while (true) {
            try {
                until.await();
                return WORKS;
            } catch (InterruptedException _) {
                // It goes on waiting, as some libraries do.
            }
        }
    }

    @Test
    void aMistakeOfOursIsToldAndFreesThePlace() {
        turned(
                bench.attempt(
                        HousePart.MIND,
                        () -> {
                            throw new IllegalStateException("a mistake");
                        }),
                State.TROUBLE,
                "It could not be tried: that is a mistake of ours.");
        turned(bench.attempt(HousePart.MIND, () -> WORKS), State.FINE, "It works.");
    }

    @Test
    void nothingIsTriedOnceTheShowCloses() throws Exception {
        CompletableFuture<Outcome> answer = asked(this::lasting);
        bench.close();
        turned(answer.get(), State.STOPPED, "Stopped.");
        assertThat(bench.attempt(HousePart.MIND, () -> WORKS)).isInstanceOf(Outcome.Refused.class);
    }
}
