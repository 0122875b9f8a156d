package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A show on a computer's devices: channel N plays N / 64, the monitor plays -1 / 2. All threads,
/// the clock's and the devices', are played by the test's own as time passes; it keeps the devices
/// when it chooses to.
final class PlayedShow implements AutoCloseable {
    static final float MONITOR = -0.5f;
    static final Duration TICK = Duration.ofMillis(Frames.MILLIS);
    private static final int MOST_TICKS = 1_000;

    private final List<String> said = new ArrayList<>();
    private final HandTime time;
    private final JavaSoundSeat seat;
    private final Optional<JavaSoundConsole> console;
    private final List<Device> devices = new ArrayList<>();
    private final float[] microphone = new float[Frames.SAMPLES];
    private final float[] monitor = new float[Frames.SAMPLES];
    private final float[][] channels;
    private int ticks;
    private boolean over;

    private PlayedShow(FakeComputer computer, SoundSettings settings) {
        time = (HandTime) computer.time;
        SoundDevices all = computer.devices();
        Duration never = Duration.ofHours(1);
        seat = new JavaSoundSeat(all, settings, never, said::add, time);
        console =
                settings.output()
                        .filter(_ -> !JavaSoundConsole.of(settings, all).off())
                        .map(_ -> new JavaSoundConsole(all, settings, never, said::add, time));
        devices.addAll(seat.devices());
        console.ifPresent(there -> devices.addAll(there.devices()));
        channels = new float[settings.channels()][Frames.SAMPLES];
        Arrays.fill(monitor, MONITOR);
        for (int i = 0; i < channels.length; i++) {
            Arrays.fill(channels[i], level(i + 1));
        }
        devices.forEach(Device::tend);
        devices.forEach(this::turn);
        time.in(TICK, this::tick);
    }

    static PlayedShow on(FakeComputer computer, String output) {
        return on(computer, output, 8);
    }

    static PlayedShow on(FakeComputer computer, String output, int channels) {
        return new PlayedShow(
                computer, new SoundSettings(Optional.of(output), Optional.empty(), channels));
    }

    static PlayedShow onDefaultsOf(FakeComputer computer) {
        return new PlayedShow(computer, new SoundSettings(Optional.empty(), Optional.empty(), 8));
    }

    private void tick() {
        if (!over) {
            time.in(TICK, this::tick);
            seat.microphone().read(microphone);
            seat.monitor().write(monitor);
            console.ifPresent(there -> there.play(channels));
            ticks++;
        }
    }

    private void turn(Device device) {
        if (!over) {
            long wait = device.turn();
            time.in(Duration.ofNanos(wait), () -> turn(device));
        }
    }

    static float level(int channel) {
        return channel / 64f;
    }

    int ticks() {
        return ticks;
    }

    /// What came from the microphone last.
    float heard() {
        return microphone[microphone.length - 1];
    }

    String seat() {
        return seat.name();
    }

    Optional<String> trouble() {
        return seat.trouble();
    }

    String console() {
        return console.map(JavaSoundConsole::name).orElse("none");
    }

    /// Lets so many ticks pass: no device makes one come late, or not at all.
    void tick(int more) {
        for (int i = 0; i < more; i++) {
            int before = ticks;
            long begun = time.nanos();
            time.park(TICK.toNanos());
            assertThat(ticks - before).isEqualTo((time.nanos() - begun) / TICK.toNanos());
        }
    }

    /// Ticks until something is so.
    ///
    /// @return how long it took
    Duration until(BooleanSupplier something) {
        long begun = time.nanos();
        for (int i = 0; i < MOST_TICKS && !something.getAsBoolean(); i++) {
            tick(1);
        }
        assertThat(something.getAsBoolean()).isTrue();
        return Duration.ofNanos(time.nanos() - begun);
    }

    /// What the threads that look after devices do every second.
    void keep() {
        devices.forEach(Device::free);
        devices.forEach(Device::tend);
    }

    /// Everything that the host was told so far.
    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        over = true;
        devices.forEach(Device::close);
    }
}
