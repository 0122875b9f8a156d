package io.partyline.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ComputerClockTest {
    private static final int TICKS = 25;

    @Test
    void itIsNoFasterThanTimeAndItsThreadIsNamedAudio() throws Exception {
        var ticks = new CountDownLatch(TICKS);
        var thread = new AtomicReference<>("none");
        var clock = new ComputerClock();
        long begun = System.nanoTime();
        clock.start(() -> {
            thread.set(Thread.currentThread().getName());
            ticks.countDown();
        });
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        clock.close();
        assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis((TICKS - 1) * Frames.MILLIS));
        assertThat(thread).hasValue("audio");
    }

    /// Each asks for itself: its own thread before the first tick, and whoever joins.
    @Test
    void whoeverKeepsItsPaceAsksToRunInTime() throws Exception {
        var asked = new LinkedBlockingQueue<String>();
        var ticks = new CountDownLatch(1);
        var clock = new ComputerClock(() -> asked.add(Thread.currentThread().getName()));
        clock.start(() -> {
            asked.add("ticks");
            ticks.countDown();
        });
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        clock.close();
        assertThat(asked).startsWith("audio", "ticks");
        asked.clear();
        Thread.ofPlatform().name("phone").start(clock::joined).join();
        assertThat(asked).containsExactly("phone");
    }

    @Test
    void lateTicksAreMadeUpFor() throws Exception {
        var held = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var ticks = new CountDownLatch(10);
        var clock = new ComputerClock();
        clock.start(() -> {
            started.countDown();
            await(held);
            ticks.countDown();
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        held.countDown();
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        clock.close();
        assertThat(clock.faults()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anErrorInATickStopsNoClock() throws Exception {
        var ticks = new CountDownLatch(TICKS);
        var clock = new ComputerClock();
        clock.start(() -> {
            ticks.countDown();
            throw new StackOverflowError("a fault that is no exception");
        });
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        clock.close();
        assertThat(clock.faults()).isGreaterThanOrEqualTo(TICKS);
    }
}
