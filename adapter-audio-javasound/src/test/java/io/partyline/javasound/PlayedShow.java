package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A show on a computer's devices: channel N plays N / 16, the monitor plays -1 / 2. Both threads
/// of the card are played by the test's own: it ticks, and it keeps the devices when it chooses to.
final class PlayedShow implements AutoCloseable {
    static final int CHANNELS = 8;
    static final float MONITOR = -0.5f;
    private static final int MOST_TICKS = 1_000;

    private final List<String> said = new ArrayList<>();
    private final ComputerClock clock;
    private final Rack rack;
    private int ticks;
    private float heard;

    private PlayedShow(FakeComputer computer, Optional<String> output) {
        clock = computer.clock;
        var settings = new SoundSettings(output, Optional.empty());
        rack = new Rack(computer.devices(), settings, CHANNELS, said::add, clock);
        rack.tend();
        rack.begin();
    }

    static PlayedShow on(FakeComputer computer, String output) {
        return new PlayedShow(computer, Optional.of(output));
    }

    static PlayedShow onDefaultsOf(FakeComputer computer) {
        return new PlayedShow(computer, Optional.empty());
    }

    private void tick(float[] microphone, float[][] channels, float[] monitor) {
        heard = microphone[microphone.length - 1];
        for (int i = 0; i < channels.length; i++) {
            Arrays.fill(channels[i], level(i + 1));
        }
        Arrays.fill(monitor, MONITOR);
        ticks++;
    }

    static float level(int channel) {
        return channel / 16f;
    }

    int ticks() {
        return ticks;
    }

    float heard() {
        return heard;
    }

    String name() {
        return rack.words();
    }

    /// Ticks so many times more.
    ///
    /// @return how long it took
    Duration tick(int more) {
        long begun = clock.nanos();
        int before = ticks;
        for (int i = 0; i < more; i++) {
            rack.turn(this::tick);
        }
        assertThat(ticks - before).as("every turn is a tick").isEqualTo(more);
        return Duration.ofNanos(clock.nanos() - begun);
    }

    /// Ticks until something is so.
    ///
    /// @return how long it took
    Duration until(BooleanSupplier something) {
        var took = Duration.ZERO;
        for (int i = 0; i < MOST_TICKS && !something.getAsBoolean(); i++) {
            took = took.plus(tick(1));
        }
        assertThat(something.getAsBoolean()).isTrue();
        return took;
    }

    /// What the thread `sound devices` does every second.
    void keep() {
        rack.free();
        rack.tend();
    }

    /// Everything that the host was told so far.
    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        rack.close();
    }
}
