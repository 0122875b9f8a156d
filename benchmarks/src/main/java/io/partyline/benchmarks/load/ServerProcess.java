package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server that is measured: a program of its own, which ends with this one at the latest.
final class ServerProcess implements Cost, AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(20);
    private static final String RESIDENT = "VmRSS";
    private static final String SHARED = "RssShmem";
    private static final long KIB = 1024;

    private final Process process;
    private final Path log;
    private final Thread killer;

    /// Starts it.
    ///
    /// @param log where what it says goes
    ServerProcess(List<String> command, Map<String, String> settings, Path folder, Path log) {
        this.log = log;
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PARTYLINE_") || name.startsWith("TWILIO_"));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be started: " + command, e);
        }
        killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public long residentKb() {
        return statusKb(RESIDENT);
    }

    /// What it cannot do without, in KiB: what lives in its heap, and all that it has outside of
    /// it. The heap itself is as large as there was no need yet to collect; ZGC keeps it in memory
    /// that could be shared.
    long neededKb() {
        long live = Histogram.of(pid()).bytes() / KIB;
        return live + statusKb(RESIDENT) - statusKb(SHARED);
    }

    private long statusKb(String name) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try {
            var found = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(Files.readString(status));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The server has ended.", e);
        }
    }

    /// What it has said so far.
    List<String> said() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("What the server says cannot be read.", e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.destroy();
            if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            var _ = Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
