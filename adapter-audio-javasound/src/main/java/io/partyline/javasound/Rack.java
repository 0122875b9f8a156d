package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sound.sampled.Mixer;
import org.jspecify.annotations.Nullable;

/// The devices of a card, and one tick of them.
///
/// The output sets the pace. Without one, or while it stands still for more than a quarter of a
/// second, the computer's clock does.
final class Rack implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(Frames.MILLIS);

    /// So long the output may stand still before the clock ticks in its place: longer than most
    /// hiccups of drivers (100 ms were measured), shorter than listeners forgive.
    private static final Duration STALL = Duration.ofMillis(250);

    /// So long, and it is closed and looked for anew.
    private static final Duration GONE = Duration.ofSeconds(2);

    /// After this, the clock is not caught up with: the machine was asleep.
    private static final Duration GIVE_UP = Duration.ofSeconds(1);

    private static final Duration SHORTEST_NAP = Duration.ofMillis(1);

    private final SoundDevices devices;
    private final SoundSettings settings;
    private final int channels;
    private final ComputerClock clock;
    private final Watch watch;
    private final Plug<OutputLine> output;
    private final Plug<OutputLine> headphones;
    private final Plug<MicrophoneLine> microphone;

    private final float[] heard = new float[Frames.SAMPLES];
    private final float[][] console;
    private final float[] monitor = new float[Frames.SAMPLES];
    private final float[][] monitors = {monitor, monitor};
    private final Headphones toHeadphones;
    private long due;
    private boolean stalled;
    private long stalledAt;
    private volatile boolean closing;

    /// @param say takes sentences for the host
    Rack(
            SoundDevices devices,
            SoundSettings settings,
            int channels,
            Consumer<String> say,
            ComputerClock clock) {
        this.devices = devices;
        this.settings = settings;
        this.channels = channels;
        this.clock = clock;
        watch = new Watch(clock);
        console = new float[channels][Frames.SAMPLES];
        output =
                new Plug<>(
                        device("output", settings.output()),
                        "The show goes on by the computer's clock.",
                        this::openOutput,
                        say);
        headphones =
                new Plug<>(
                        "The default output, for the host's headphones,",
                        "The show goes on without it.",
                        this::openHeadphones,
                        say);
        microphone =
                new Plug<>(
                        device("microphone", settings.input()),
                        "The show goes on without the host's voice.",
                        this::openMicrophone,
                        say);
        toHeadphones = new Headphones(headphones, watch);
    }

    private static String device(String what, Optional<String> name) {
        return name.map(n -> "The %s \"%s\"".formatted(what, n)).orElse("The default " + what);
    }

    /// A device that the host has named gets the console channels if it has enough of them. The
    /// system's default does not: it may take any number and mix them all into two.
    private OutputLine openOutput() throws NoDeviceException {
        Mixer mixer = present(devices.output(settings.output()));
        if (settings.output().isPresent()) {
            try {
                return OutputLine.open(mixer, Formats.console(channels), channels, clock);
            } catch (NoDeviceException _) {
                // Too few channels, most likely: it may still do as headphones.
            }
        }
        return OutputLine.open(mixer, Formats.monitor(), monitors.length, clock);
    }

    private OutputLine openHeadphones() throws NoDeviceException {
        return OutputLine.open(
                present(devices.output(Optional.empty())),
                Formats.monitor(),
                monitors.length,
                clock);
    }

    private MicrophoneLine openMicrophone() throws NoDeviceException {
        return MicrophoneLine.open(
                present(devices.input(settings.input())), Formats.microphone(), clock);
    }

    private static Mixer present(Optional<Mixer> mixer) throws NoDeviceException {
        return mixer.orElseThrow(() -> new NoDeviceException("is not there"));
    }

    /// Looks after what is missing. May take seconds; for the thread `sound devices`.
    void tend() {
        output.tend();
        if (needsHeadphones()) {
            headphones.tend();
        } else {
            headphones.letGo();
        }
        microphone.tend();
    }

    /// Sets the audio thread free if a device keeps it. For the thread `sound devices`.
    void free() {
        watch.free();
    }

    /// Whether the output is the console's alone, so that the host hears nothing from it.
    private boolean needsHeadphones() {
        return headphones.line() == null
                && isConsole(output.line())
                && !devices.outputName(Optional.empty())
                        .equals(devices.outputName(settings.output()));
    }

    private boolean isConsole(@Nullable OutputLine line) {
        return line != null && line.channels() >= channels;
    }

    /// The first tick is now. Audio thread only.
    void begin() {
        due = clock.nanos();
    }

    /// Waits until it is time, and turns the mixer once. Audio thread only.
    void turn(Ticking ticking) {
        OutputLine line = output.line();
        if (line == null) {
            awaitClock();
        } else if (stalled) {
            awaitClock();
            recover(line);
        } else {
            awaitRoom(line);
        }
        if (!closing) {
            hear();
            ticking.tick(heard, console, monitor);
            play();
            toHeadphones.play(monitor);
        }
    }

    private void awaitClock() {
        due += TICK.toNanos();
        for (long left = due - clock.nanos(); left > 0 && !closing; ) {
            clock.park(left);
            left = due - clock.nanos();
        }
        due = Math.max(due, clock.nanos() - GIVE_UP.toNanos());
    }

    private void awaitRoom(OutputLine line) {
        due = clock.nanos();
        for (long wait = line.untilRoom(); wait > 0 && !closing; wait = line.untilRoom()) {
            long now = clock.nanos();
            if (now - due > STALL.toNanos()) {
                stalled = true;
                stalledAt = due;
                due = now;
                return;
            }
            clock.park(Math.clamp(wait, SHORTEST_NAP.toNanos(), TICK.toNanos()));
        }
    }

    /// A device that stands still may only be breathing: what it misses is left out.
    private void recover(OutputLine line) {
        stalled = line.untilRoom() > 0;
        if (stalled && clock.nanos() - stalledAt > GONE.toNanos()) {
            stalled = false;
            output.pull(line);
        }
    }

    private void hear() {
        MicrophoneLine line = microphone.line();
        if (line == null) {
            Frames.silence(heard);
            return;
        }
        watch.enter(line);
        if (!line.read(heard)) {
            microphone.pull(line);
        }
        watch.leave();
    }

    private void play() {
        OutputLine line = output.line();
        if (line != null && !stalled) {
            watch.enter(line);
            if (!line.play(isConsole(line) ? console : monitors)) {
                output.pull(line);
            }
            watch.leave();
        }
    }

    String words() {
        String host = headphones.line() == null ? "" : "; headphones: " + headphones.words();
        return "%s; microphone: %s%s".formatted(output.words(), microphone.words(), host);
    }

    /// Lets a waiting [#turn] go. Any thread.
    void stop() {
        closing = true;
    }

    boolean stopped() {
        return closing;
    }

    /// Once nobody turns or tends any more.
    @Override
    public void close() {
        output.close();
        headphones.close();
        microphone.close();
    }
}
