package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A PulseAudio of a test's own: a sink of eight channels that plays to nobody, and a microphone
/// that hears what is played into it. Java finds both by the ALSA plugin, as `default`.
final class PulseServer implements AutoCloseable {
    /// The loudspeakers of a 7.1 system, in the order in which ALSA counts them.
    static final String LOUDSPEAKERS =
            "front-left,front-right,rear-left,rear-right,front-center,lfe,side-left,side-right";

    /// Channels that are no loudspeakers.
    static final String NUMBERS = "aux0,aux1,aux2,aux3,aux4,aux5,aux6,aux7";

    private static final String ALSA =
            """
            </usr/share/alsa/alsa.conf>
            pcm.!default { type pulse }
            ctl.!default { type pulse }
            """;

    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();

    PulseServer(Path folder) throws IOException {
        Path socket = folder.resolve("server.sock");
        environment.put("XDG_RUNTIME_DIR", folder.toString());
        environment.put("HOME", folder.toString());
        environment.put("PULSE_SERVER", "unix:" + socket);
        environment.put(
                "ALSA_CONFIG_PATH",
                Files.writeString(folder.resolve("alsa.conf"), ALSA).toString());
        start(
                folder.resolve("pulseaudio.log"),
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket);
        awaitServer();
    }

    private void awaitServer() {
        long deadline = System.nanoTime() + RunningSound.SOON.toNanos();
        while (!Programs.succeeds(environment, "pactl", "info")) {
            assertThat(System.nanoTime()).as("PulseAudio does not start").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    Map<String, String> environment() {
        return environment;
    }

    /// Loads a sink of eight channels, the default from then on.
    ///
    /// @return the module's number
    String loadSink(String channelMap) {
        String module =
                pactl(
                        "load-module",
                        "module-null-sink",
                        "sink_name=radio",
                        "channels=8",
                        "rate=48000",
                        "format=s16le",
                        "channel_map=" + channelMap);
        pactl("set-default-sink", "radio");
        return module;
    }

    /// Loads a microphone, the default from then on, into which somebody speaks.
    ///
    /// @param raw 16-bit samples at 48 kHz
    /// @return the module's number
    String loadMicrophone(Path raw) throws IOException {
        String module =
                pactl(
                        "load-module",
                        "module-null-sink",
                        "sink_name=mic",
                        "channels=1",
                        "rate=48000",
                        "format=s16le");
        pactl("set-default-source", "mic.monitor");
        speak(raw);
        return module;
    }

    void unload(String module) {
        pactl("unload-module", module);
    }

    private String pactl(String... words) {
        var command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        return Programs.run(environment, command.toArray(String[]::new));
    }

    /// Writes down what the sink is given from now on.
    Process record(Path into, String channelMap) throws IOException {
        return start(
                into,
                "parec",
                "-d",
                "radio.monitor",
                "--raw",
                "--channels=8",
                "--rate=48000",
                "--format=s16le",
                "--channel-map=" + channelMap);
    }

    private void speak(Path raw) throws IOException {
        start(
                raw.resolveSibling("pacat.log"),
                "pacat",
                "--playback",
                "-d",
                "mic",
                "--raw",
                "--channels=1",
                "--rate=48000",
                "--format=s16le",
                raw.toString());
    }

    private Process start(Path into, String... command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(into.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    static void end(Process process) {
        process.destroy();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        processes.reversed().forEach(PulseServer::end);
    }
}
