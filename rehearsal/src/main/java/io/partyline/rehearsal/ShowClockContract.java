package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every clock of a show keeps to.
public abstract class ShowClockContract {
    private static final int TICKS = 25;

    private final AtomicInteger ticks = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(TICKS);

    /// For subclasses.
    protected ShowClockContract() {}

    /// A clock that has not been started.
    protected abstract ShowClock clock();

    /// Lets a clock that has been started tick so often: by waiting, if it ticks by itself.
    protected void pass(ShowClock clock, int count) {}

    @Test
    void itTicksOnOneThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        run(clock(), () -> threads.add(Thread.currentThread()));
        assertEquals(1, threads.size());
    }

    @Test
    void aTickThatThrowsIsCountedAndTheNextOnesComeAllTheSame() throws Exception {
        ShowClock clock = clock();
        var first = new AtomicInteger();
        run(
                clock,
                () -> {
                    if (first.incrementAndGet() <= 2) {
                        throw new IllegalStateException("a fault in a tick");
                    }
                });
        assertEquals(2, clock.faults());
    }

    @Test
    void nothingTicksAfterItWasClosed() throws Exception {
        ShowClock clock = clock();
        run(clock, () -> {});
        int atTheEnd = ticks.get();
        clock.close();
        assertEquals(atTheEnd, ticks.get());
        assertEquals(0, clock.faults());
    }

    @Test
    void aClockThatWasNeverStartedCanBeClosed() {
        ShowClock clock = clock();
        clock.close();
        assertEquals(0, clock.faults());
    }

    private void run(ShowClock clock, Ticking ticking) throws InterruptedException {
        clock.start(() -> {
            ticks.incrementAndGet();
            enough.countDown();
            ticking.tick();
        });
        try {
            pass(clock, TICKS);
            assertTrue(enough.await(30, TimeUnit.SECONDS), "the clock stands still");
        } finally {
            clock.close();
        }
    }
}
