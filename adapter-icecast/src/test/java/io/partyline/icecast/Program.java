package io.partyline.icecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Another program of this computer that a test runs and kills. It is installed, or the test is
/// left out; in CI it has to be installed.
final class Program implements AutoCloseable {
    private static final int STARTS = 3;

    private final List<String> command;
    private final Path log;
    private Process process;

    Program(Path log, String... command) {
        this.command = List.of(command);
        this.log = log;
        process = start();
    }

    /// Whether a test may go on without programs that are not there.
    static boolean areHere(String... names) {
        boolean here = Arrays.stream(names).allMatch(Program::isHere);
        if (!here && Boolean.getBoolean("ci")) {
            throw new AssertionError("in CI all of these are installed: " + Arrays.toString(names));
        }
        return here;
    }

    private static boolean isHere(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private Process start() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it answers. One that ends before is started again, twice at most: whether a
    /// server of somebody else's comes up at the first try is not what is tested here. What it has
    /// said is told if it never does.
    void awaitUp(BooleanSupplier up) {
        var ends = new ArrayList<Integer>();
        while (!isUp(up)) {
            ends.add(process.exitValue());
            if (ends.size() == STARTS) {
                throw new AssertionError(
                        "%s has ended with %s, and said: %s".formatted(command, ends, said()));
            }
            startAgain();
        }
    }

    /// @return false if it has ended
    private boolean isUp(BooleanSupplier up) {
        try {
            FakeServer.await(() -> !process.isAlive() || up.getAsBoolean());
            return process.isAlive();
        } catch (AssertionError never) {
            throw new AssertionError(command + " said: " + said(), never);
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        process = start();
    }

    /// As a power cut would end it.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
