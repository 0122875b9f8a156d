package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The [PlainPeer] as a program of its own, with the JVM's defaults.
final class PeerUnderLoad implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path log;
    private final ServerProcess process;
    private final int port;

    /// Starts it, and waits until it says where it is.
    PeerUnderLoad(Cores cores) {
        try {
            log = Files.createTempFile("partyline-peer", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder.", e);
        }
        List<String> command = new ArrayList<>(cores.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(PlainPeer.class.getName());
        process = new ServerProcess(command, Map.of(), Path.of("."), log);
        port = awaitPort();
    }

    private int awaitPort() {
        long deadline = System.nanoTime() + START.toNanos();
        while (process.said().isEmpty()) {
            if (!process.alive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("The baseline did not start.");
            }
            Naps.nap(BETWEEN_LOOKS);
        }
        return Integer.parseInt(process.said().getFirst().strip());
    }

    int port() {
        return port;
    }

    ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline's own file could not be deleted.", e);
        }
    }
}
