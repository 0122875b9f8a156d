package io.partyline.javasound;

import io.partyline.port.Console;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An output of this computer with enough channels, as the show's [Console].
///
/// If it is missing, or goes away in the middle of a show, that is said once and it is looked for
/// every second; until it is back, the show goes on without it.
public final class JavaSoundConsole implements Console {
    private final Output output;
    private final Attendance attendance;
    private final int channels;

    /// Opens nothing yet.
    ///
    /// @param settings with an output that is named
    public JavaSoundConsole(SoundSettings settings) {
        this(
                SoundDevices.ofThisComputer(),
                settings,
                JavaSoundSeat.LOOK_AGAIN,
                JavaSoundSeat::log,
                NanoTime.ofThisComputer());
    }

    /// @param lookAgain how long between two looks for what is missing
    /// @param say takes sentences for the host
    JavaSoundConsole(
            SoundDevices devices,
            SoundSettings settings,
            Duration lookAgain,
            Consumer<String> say,
            NanoTime time) {
        channels = settings.channels();
        output = output(new Outputs(devices, settings), settings, say, time);
        attendance =
                new Attendance("console device", devices(), Attendance.FIRST_LOOK, lookAgain, time);
    }

    private static Output output(
            Outputs outputs, SoundSettings settings, Consumer<String> say, NanoTime time) {
        int channels = settings.channels();
        var plug =
                new Plug<OutputLine>(
                        () -> Outputs.device("output", settings.output()),
                        "The show goes on without the console channels.",
                        () ->
                                OutputLine.open(
                                        outputs.console(),
                                        Formats.console(channels),
                                        channels,
                                        time),
                        say);
        return new Output("console", plug, channels, 1, time);
    }

    /// The console of this computer; none if no output is named, or the named one is there and has
    /// too few channels, so that it is the host's headphones.
    public static Console of(SoundSettings settings, SoundDevices devices) {
        boolean none =
                settings.output().isEmpty() || new Outputs(devices, settings).namedIsMonitor();
        return none ? Console.none() : new JavaSoundConsole(settings);
    }

    List<Device> devices() {
        return List.of(output);
    }

    @Override
    public boolean off() {
        return false;
    }

    @Override
    public String name() {
        return output.words();
    }

    @Override
    public Optional<String> trouble() {
        return output.trouble();
    }

    @Override
    public void open(int count) {
        if (count != channels) {
            throw new IllegalArgumentException(
                    "a console of %d channels, opened for %d".formatted(channels, count));
        }
        attendance.start();
    }

    @Override
    public void play(float[][] frames) {
        output.write(frames);
    }

    @Override
    public void close() {
        attendance.close();
    }
}
