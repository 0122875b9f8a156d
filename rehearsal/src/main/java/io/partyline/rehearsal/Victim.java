package io.partyline.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program in a process of its own, there to be killed, and what it has promised: after each
/// piece of work it prints a line that ends in a number which only rises.
///
/// For one thread at a time.
public final class Victim {
    private static final long PATIENCE_SECONDS = 30;
    private static final String PROMISE = "promised ";

    private final Process process;
    private final BufferedReader said;
    private final List<String> complaints = new ArrayList<>();
    private long promised;

    private Victim(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /// Starts a program with the class path of the test.
    ///
    /// @param arguments what its `main` is given, each as text
    public static Victim start(Class<?> program, Object... arguments) throws IOException {
        return new Victim(
                new ProcessBuilder(command(program, arguments)).redirectErrorStream(true).start());
    }

    /// What starts it.
    static List<String> command(Class<?> program, Object... arguments) {
        var command = new ArrayList<>(java(program));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return command;
    }

    private static List<String> java(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }

    /// Says how much is safe now; for the program itself.
    public static void promise(long number) {
        System.out.println(PROMISE + number);
    }

    /// Waits until it has promised so many times.
    ///
    /// @throws AssertionError if it ends by itself
    public void awaitPromises(int times) throws IOException {
        int count = 0;
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (note(line) && ++count == times) {
                return;
            }
        }
        throw new AssertionError("the program has ended by itself: " + complaints);
    }

    /// Kills it, wherever it is just now (SIGKILL), and hears the rest of what it had said.
    ///
    /// @return the last number that it had promised
    public long kill() throws IOException, InterruptedException {
        // By its handle: killed directly, a process takes what it has said with it.
        if (!process.toHandle().destroyForcibly()
                || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the program cannot be killed");
        }
        said.lines().forEach(this::note);
        return promised;
    }

    /// A number that was cut off by the kill is smaller than the one before it, and not noted.
    private boolean note(String line) {
        if (!line.startsWith(PROMISE)) {
            complaints.add(line);
            return false;
        }
        promised = Math.max(promised, Long.parseLong(line.substring(PROMISE.length())));
        return true;
    }
}
