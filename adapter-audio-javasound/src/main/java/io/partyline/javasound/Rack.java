package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.JitterBuffer;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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

    /// No tick and no write takes so long, however busy the computer is.
    private static final Duration STUCK = Duration.ofSeconds(1);

    /// After this, the clock is not caught up with: the machine was asleep.
    private static final Duration GIVE_UP = Duration.ofSeconds(1);

    /// Frames for the headphones in one tick: one, and one more when their clock is ahead.
    private static final int MOST_LATES = 2;

    private static final Duration SHORTEST_NAP = Duration.ofMillis(1);

    private final SoundDevices devices;
    private final SoundSettings settings;
    private final int channels;
    private final Plug<OutputLine> output;
    private final Plug<OutputLine> headphones;
    private final Plug<MicrophoneLine> microphone;

    private final float[] heard = new float[Frames.SAMPLES];
    private final float[][] console;
    private final float[] monitor = new float[Frames.SAMPLES];
    private final float[][] monitors = {monitor, monitor};
    private final JitterBuffer toHeadphones = new JitterBuffer();
    private final float[] late = new float[Frames.SAMPLES];
    private final float[][] lates = {late, late};
    private long due;
    private boolean stalled;
    private long stalledAt;
    private final AtomicLong turns = new AtomicLong();
    private volatile boolean closing;

    /// Of the thread `sound devices`.
    private long turnsBefore;

    private long turnedAt = System.nanoTime();

    Rack(SoundDevices devices, SoundSettings settings, int channels, Consumer<String> say) {
        this.devices = devices;
        this.settings = settings;
        this.channels = channels;
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
                return OutputLine.open(mixer, Formats.console(channels), channels);
            } catch (NoDeviceException _) {
                // Too few channels, most likely: it may still do as headphones.
            }
        }
        return OutputLine.open(mixer, Formats.monitor(), monitors.length);
    }

    private OutputLine openHeadphones() throws NoDeviceException {
        return OutputLine.open(
                present(devices.output(Optional.empty())), Formats.monitor(), monitors.length);
    }

    private MicrophoneLine openMicrophone() throws NoDeviceException {
        return MicrophoneLine.open(present(devices.input(settings.input())), Formats.microphone());
    }

    private static Mixer present(Optional<Mixer> mixer) throws NoDeviceException {
        return mixer.orElseThrow(() -> new NoDeviceException("is not there"));
    }

    /// Looks after what is missing. May take seconds; for the thread `sound devices`.
    void tend() {
        output.tend();
        if (needsHeadphones()) {
            headphones.tend();
        }
        microphone.tend();
    }

    /// Closes an output in which the audio thread is stuck, which sets it free: Java Sound waits in
    /// a write for as long as the device says that it works.
    void free() {
        OutputLine line = output.line();
        long now = System.nanoTime();
        if (turns.getAcquire() != turnsBefore) {
            turnsBefore = turns.getAcquire();
            turnedAt = now;
        } else if (line != null && now - turnedAt > STUCK.toNanos()) {
            line.close();
        }
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
        due = System.nanoTime();
    }

    /// Waits until it is time, and turns the mixer once. Audio thread only.
    void turn(Ticking ticking) {
        OutputLine line = output.line();
        if (line == null) {
            stalled = false;
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
            turns.setRelease(turns.getPlain() + 1);
        }
    }

    private void awaitClock() {
        due += TICK.toNanos();
        for (long left = due - System.nanoTime(); left > 0 && !closing; ) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        due = Math.max(due, System.nanoTime() - GIVE_UP.toNanos());
    }

    private void awaitRoom(OutputLine line) {
        due = System.nanoTime();
        for (long wait = line.untilRoom(); wait > 0 && !closing; wait = line.untilRoom()) {
            long now = System.nanoTime();
            if (now - due > STALL.toNanos()) {
                stalled = true;
                stalledAt = due;
                due = now;
                return;
            }
            LockSupport.parkNanos(Math.clamp(wait, SHORTEST_NAP.toNanos(), TICK.toNanos()));
        }
    }

    /// A device that stands still may only be breathing: what it misses is left out.
    private void recover(OutputLine line) {
        if (line.untilRoom() == 0) {
            stalled = false;
        } else if (System.nanoTime() - stalledAt > GONE.toNanos()) {
            output.pull(line);
        }
    }

    private void hear() {
        MicrophoneLine line = microphone.line();
        if (line == null) {
            Frames.silence(heard);
        } else if (!line.read(heard)) {
            microphone.pull(line);
        }
    }

    private void play() {
        OutputLine line = output.line();
        if (line != null && !stalled && !line.play(isConsole(line) ? console : monitors)) {
            output.pull(line);
        }
        OutputLine second = headphones.line();
        if (second != null) {
            playLate(second);
        }
    }

    /// The headphones' clock is not the output's: as often as they have room, and from a buffer
    /// that makes up for the difference.
    private void playLate(OutputLine line) {
        toHeadphones.write(monitor, 0, Frames.SAMPLES);
        for (int i = 0; i < MOST_LATES && line.untilRoom() == 0; i++) {
            toHeadphones.read(late);
            if (!line.play(lates)) {
                headphones.pull(line);
                return;
            }
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
