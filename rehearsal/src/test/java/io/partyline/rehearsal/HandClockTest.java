package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A test turns the clock, and the studio's threads come along.
class HandClockTest {
    /// What a tape holds, in frames.
    private static final int TAPE = 100;

    private static final Duration FRAME = Duration.ofMillis(20);

    private final HandClock clock = new HandClock();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong furthestBehind = new AtomicLong();

    @BeforeEach
    void start() {
        clock.start(() -> {});
    }

    private static HandClock impatient() {
        var clock = new HandClock(Duration.ofMillis(50));
        clock.start(() -> {});
        return clock;
    }

    @AfterEach
    void end() {
        over.set(true);
    }

    /// Takes its time in each round, as on a busy computer; the clock knows it when it is here.
    private Thread follower(String name) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread thread =
                Thread.ofPlatform()
                        .name(name)
                        .start(() -> {
                            long seen = clock.turns();
                            while (!over.get()) {
                                long now = clock.turns();
                                furthestBehind.accumulateAndGet(now - seen, Math::max);
                                seen = now;
                                clock.pause(FRAME.toNanos());
                                begun.countDown();
                                LockSupport.parkNanos(FRAME.dividedBy(10).toNanos());
                            }
                        });
        begun.await();
        return thread;
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "hear", "music"})
    void whoTakesSoundOffTheMixerNeverFallsBehindByATape(String name) throws Exception {
        Thread follower = follower(name);
        clock.crank(20 * TAPE);
        over.set(true);
        follower.join();
        assertThat(furthestBehind.get()).isBetween(1L, (long) TAPE - 1);
    }

    @Test
    void oneThatIsStuckHoldsNobodyUp() throws Exception {
        HandClock impatient = impatient();
        var waits = new CountDownLatch(1);
        var stuck = new CountDownLatch(1);
        Thread recorder =
                Thread.ofPlatform()
                        .name("record")
                        .start(() -> {
                            impatient.pause(1);
                            waits.countDown();
                            try {
                                stuck.await();
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                        });
        waits.await();
        impatient.crank(20 * TAPE);
        assertThat(impatient.turns()).isEqualTo(20 * TAPE);
        stuck.countDown();
        recorder.join();
    }

    @Test
    void oneThatHasEndedHoldsNobodyUp() throws Exception {
        Thread recorder = Thread.ofPlatform().name("record").start(() -> clock.pause(1));
        recorder.join();
        clock.crank(2 * TAPE);
        assertThat(clock.turns()).isEqualTo(2 * TAPE);
    }
}
