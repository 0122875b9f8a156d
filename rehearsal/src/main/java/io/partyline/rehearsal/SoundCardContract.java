package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.SoundCard;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every sound card keeps to that has a clock of its own.
public abstract class SoundCardContract {
    private static final int CHANNELS = 8;
    private static final int TICKS = 25;

    /// So many ticks a card may be ahead of what is heard.
    private static final int MOST_AHEAD = 8;

    private final AtomicInteger ticks = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(TICKS);

    /// For subclasses.
    protected SoundCardContract() {}

    /// A card that has not been started.
    protected abstract SoundCard card();

    @Test
    void itHasANameBeforeAndAfterItWasStarted() throws Exception {
        SoundCard card = card();
        assertFalse(card.name().isBlank());
        run(card, (_, _, _) -> {});
        assertFalse(card.name().isBlank());
    }

    @Test
    void everyTickHasAFrameForTheMicrophoneEachChannelAndTheMonitor() throws Exception {
        var wrong = new AtomicInteger();
        run(
                card(),
                (microphone, channels, monitor) -> {
                    boolean right = microphone.length == Frames.SAMPLES;
                    right &= monitor.length == Frames.SAMPLES && channels.length == CHANNELS;
                    for (float[] channel : channels) {
                        right &= channel.length == Frames.SAMPLES;
                    }
                    wrong.addAndGet(right ? 0 : 1);
                });
        assertEquals(0, wrong.get());
    }

    @Test
    void itTicksOnOneThreadThatIsNamedAudio() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        run(card(), (_, _, _) -> threads.add(Thread.currentThread()));
        assertEquals(1, threads.size());
        assertEquals("audio", threads.iterator().next().getName());
    }

    @Test
    void itIsNoFasterThanTime() throws Exception {
        long begun = System.nanoTime();
        run(card(), (_, _, _) -> {});
        var least = Duration.ofMillis((long) (TICKS - MOST_AHEAD) * Frames.MILLIS);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(least) >= 0, "%d ticks in %s".formatted(TICKS, took));
    }

    @Test
    void nothingTicksAfterItWasClosed() throws Exception {
        SoundCard card = card();
        run(card, (_, _, _) -> {});
        int atTheEnd = ticks.get();
        card.close();
        assertEquals(atTheEnd, ticks.get());
    }

    @Test
    void aCardThatWasNeverStartedCanBeClosed() {
        SoundCard card = card();
        card.close();
        assertFalse(card.name().isBlank());
    }

    private void run(SoundCard card, Ticking ticking) throws InterruptedException {
        card.start(
                CHANNELS,
                (microphone, channels, monitor) -> {
                    ticking.tick(microphone, channels, monitor);
                    ticks.incrementAndGet();
                    enough.countDown();
                });
        try {
            assertTrue(enough.await(30, TimeUnit.SECONDS), "the card stands still");
        } finally {
            card.close();
        }
    }
}
