package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A show on a computer's devices: channel N plays N / 16, the monitor plays -1 / 2.
final class PlayedShow implements AutoCloseable {
    static final int CHANNELS = 8;
    static final float MONITOR = -0.5f;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Semaphore ticked = new Semaphore(0);
    private final AtomicInteger ticks = new AtomicInteger();
    private final JavaSoundCard card;
    private volatile float heard;

    PlayedShow(FakeComputer computer, Optional<String> output, Optional<String> input) {
        card =
                new JavaSoundCard(
                        computer.devices(),
                        new SoundSettings(output, input),
                        Duration.ofMillis(20),
                        said::add);
        card.start(CHANNELS, this::tick);
    }

    static PlayedShow on(FakeComputer computer, String output) {
        return new PlayedShow(computer, Optional.of(output), Optional.empty());
    }

    static PlayedShow onDefaultsOf(FakeComputer computer) {
        return new PlayedShow(computer, Optional.empty(), Optional.empty());
    }

    private void tick(float[] microphone, float[][] channels, float[] monitor) {
        heard = microphone[microphone.length - 1];
        for (int i = 0; i < channels.length; i++) {
            Arrays.fill(channels[i], level(i + 1));
        }
        Arrays.fill(monitor, MONITOR);
        ticks.incrementAndGet();
        ticked.release();
    }

    static float level(int channel) {
        return channel / 16f;
    }

    int ticks() {
        return ticks.get();
    }

    float heard() {
        return heard;
    }

    String name() {
        return card.name();
    }

    /// Waits for more ticks, each for half a minute at the most.
    PlayedShow tick(int more) throws InterruptedException {
        ticked.drainPermits();
        assertThat(ticked.tryAcquire(more, 30, TimeUnit.SECONDS)).as("it ticks").isTrue();
        return this;
    }

    /// Lets the show go on until something is so.
    void until(BooleanSupplier something) throws InterruptedException {
        for (int round = 0; round < 1_000 && !something.getAsBoolean(); round++) {
            tick(1);
        }
        assertThat(something.getAsBoolean()).isTrue();
    }

    /// The next thing that the host is told.
    String nextSaid() throws InterruptedException {
        return String.valueOf(said.poll(30, TimeUnit.SECONDS));
    }

    List<String> saidBesides() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        card.close();
    }
}
