package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The real program, started as its start script does, in a folder that is gone afterwards.
final class AppUnderLoad implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LAST_LINES = 8;

    private final Path folder;
    private final int phonePort = freePort();
    private final int studioPort = freePort();
    private final RestDesk carrier = new RestDesk();
    private final ServerProcess process;
    private final StudioDesk desk;

    /// Starts it, and waits until its studio door answers.
    ///
    /// @param home where the start script and `app/target/partyline.jar` are
    /// @param lines that it is to have
    /// @throws IllegalStateException if it does not start; in its own words
    AppUnderLoad(Path home, int lines, Cores cores) {
        folder = temporaryFolder();
        desk = new StudioDesk(studioPort);
        List<String> command = new ArrayList<>(cores.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm(home));
        command.addAll(List.of("-jar", jar(home).toString(), "serve"));
        process = new ServerProcess(command, settings(lines), folder, folder.resolve("log"));
        awaitDoor();
    }

    private static Path jar(Path home) {
        Path jar = home.resolve("app/target/partyline.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "There is no %s; build it with mvn package -DskipTests, or name the folder with --home."
                            .formatted(jar));
        }
        return jar;
    }

    /// The options with which the start script starts a JVM on this computer.
    static List<String> jvm(Path home) {
        try {
            Process script =
                    new ProcessBuilder(home.resolve("partyline").toString(), "jvm")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String options = new String(script.getInputStream().readAllBytes(), UTF_8).strip();
            if (script.waitFor() != 0 || options.isEmpty()) {
                throw new IllegalStateException(
                        "The start script does not say how it starts a JVM.");
            }
            return List.of(options.split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("The start script cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the start script", e);
        }
    }

    private Map<String, String> settings(int lines) {
        return Map.ofEntries(
                Map.entry("PARTYLINE_DATA", folder.resolve("data").toString()),
                Map.entry("PARTYLINE_PHONE_PORT", Integer.toString(phonePort)),
                Map.entry("PARTYLINE_STUDIO_PORT", Integer.toString(studioPort)),
                Map.entry("PARTYLINE_PHONE_LINES", Integer.toString(lines)),
                Map.entry("PARTYLINE_SOUND_CHANNELS", "32"),
                Map.entry("PARTYLINE_SOUND", "clock"),
                Map.entry("PARTYLINE_LLM", "off"),
                Map.entry("PARTYLINE_STT", "off"),
                Map.entry("TWILIO_ACCOUNT_SID", Account.MADE_UP.sid()),
                Map.entry("TWILIO_AUTH_TOKEN", Account.MADE_UP.token()),
                Map.entry("TWILIO_PHONE_NUMBER", Account.NUMBER),
                Map.entry("TWILIO_WEBHOOK_BASE_URL", Account.MADE_UP.base()),
                Map.entry("TWILIO_API_BASE_URL", carrier.address().toString()));
    }

    private void awaitDoor() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!desk.open()) {
            if (!process.alive() || System.nanoTime() > deadline) {
                List<String> said = process.said();
                close();
                throw new IllegalStateException(
                        "The program did not start. It said: "
                                + String.join(
                                        System.lineSeparator(),
                                        said.subList(
                                                Math.max(0, said.size() - LAST_LINES),
                                                said.size())));
            }
            Naps.nap(BETWEEN_LOOKS);
        }
    }

    int phonePort() {
        return phonePort;
    }

    int studioPort() {
        return studioPort;
    }

    ServerProcess process() {
        return process;
    }

    StudioDesk desk() {
        return desk;
    }

    RestDesk carrier() {
        return carrier;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free.", e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("partyline-load");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder.", e);
        }
    }

    @Override
    public void close() {
        process.close();
        desk.close();
        carrier.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The load's own folder could not be emptied.", e);
        }
    }
}
