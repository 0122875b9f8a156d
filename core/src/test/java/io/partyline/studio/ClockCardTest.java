package io.partyline.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockCardTest {
    @Test
    void itTicksWithAFrameForEveryChannelUntilItIsClosed() throws Exception {
        var ticks = new AtomicInteger();
        var wrong = new AtomicInteger();
        var five = new CountDownLatch(5);
        var card = ClockCard.silent();
        card.start(
                8,
                (microphone, channels, monitor) -> {
                    boolean right = microphone.length == Frames.SAMPLES && channels.length == 8;
                    wrong.addAndGet(right && monitor.length == Frames.SAMPLES ? 0 : 1);
                    ticks.incrementAndGet();
                    five.countDown();
                });
        assertThat(five.await(30, TimeUnit.SECONDS)).isTrue();
        card.close();
        int atTheEnd = ticks.get();
        card.close();
        assertThat(wrong).hasValue(0);
        assertThat(ticks).hasValue(atTheEnd);
    }

    @Test
    void theMicrophoneIsHeard() throws Exception {
        var heard = new CountDownLatch(1);
        var card =
                new ClockCard(frame -> {
                    frame[0] = 0.5f;
                    return true;
                });
        card.start(
                5,
                (microphone, _, _) -> {
                    if (microphone[0] == 0.5f) {
                        heard.countDown();
                    }
                });
        assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        card.close();
    }

    @Test
    void lateTicksAreMadeUpFor() throws Exception {
        var held = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var ticks = new CountDownLatch(10);
        var card = ClockCard.silent();
        card.start(
                5,
                (_, _, _) -> {
                    started.countDown();
                    await(held);
                    ticks.countDown();
                });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        held.countDown();
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        card.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCardThatNeverTickedCanBeClosed() {
        var card = ClockCard.silent();
        card.close();
        assertThat(card.name()).contains("no sound card");
    }
}
