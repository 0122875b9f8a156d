package io.partyline.javasound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.port.HostSeat;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The microphone and the headphones at this computer, as the show's [HostSeat].
///
/// A device that is missing, or goes away in the middle of a show, is said once and looked for
/// every second; until it is back, the show goes on without it.
public final class JavaSoundSeat implements HostSeat {
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// Both ears hear the same.
    private static final int EARS = 2;

    private final Microphone microphone;
    private final Output headphones;
    private final Attendance attendance;
    private final FrameSink monitor;

    /// Opens nothing yet.
    public JavaSoundSeat(SoundSettings settings) {
        this(
                SoundDevices.ofThisComputer(),
                settings,
                LOOK_AGAIN,
                JavaSoundSeat::log,
                NanoTime.ofThisComputer());
    }

    /// @param lookAgain how long between two looks for what is missing
    /// @param say takes sentences for the host
    JavaSoundSeat(
            SoundDevices devices,
            SoundSettings settings,
            Duration lookAgain,
            Consumer<String> say,
            NanoTime time) {
        microphone = microphone(devices, settings, say, time);
        headphones = headphones(new Outputs(devices, settings), say, time);
        monitor = headphones.mono();
        attendance =
                new Attendance("seat devices", devices(), Attendance.FIRST_LOOK, lookAgain, time);
    }

    static void log(String sentence) {
        System.getLogger(JavaSoundSeat.class.getName()).log(Level.WARNING, sentence);
    }

    private static Microphone microphone(
            SoundDevices devices, SoundSettings settings, Consumer<String> say, NanoTime time) {
        var plug =
                new Plug<MicrophoneLine>(
                        () -> Outputs.device("microphone", settings.input()),
                        "The show goes on without the host's voice.",
                        () ->
                                MicrophoneLine.open(
                                        Outputs.present(devices.input(settings.input())),
                                        Formats.microphone(),
                                        time),
                        say);
        return new Microphone(plug, time);
    }

    private static Output headphones(Outputs outputs, Consumer<String> say, NanoTime time) {
        var plug =
                new Plug<OutputLine>(
                        outputs::monitorName,
                        "The host hears nothing, the show goes on.",
                        () -> OutputLine.open(outputs.monitor(), Formats.monitor(), EARS, time),
                        say);
        return new Output("headphones", plug, 1, EARS, time);
    }

    List<Device> devices() {
        return List.of(microphone, headphones);
    }

    @Override
    public String name() {
        return "microphone: %s; headphones: %s".formatted(microphone.words(), headphones.words());
    }

    @Override
    public Optional<String> trouble() {
        String sentences =
                Stream.of(microphone.trouble(), headphones.trouble())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return Optional.of(sentences).filter(words -> !words.isEmpty());
    }

    @Override
    public void open() {
        attendance.start();
    }

    @Override
    public FrameSource microphone() {
        return microphone.sound();
    }

    @Override
    public FrameSink monitor() {
        return monitor;
    }

    @Override
    public void close() {
        attendance.close();
    }
}
