package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program in a process of its own, and what it has said.
final class Victim {
    /// What it had promised: the last event, and the samples in each stem.
    record Promised(long written, long recorded) {}

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader said;
    private long written;
    private long recorded;
    private final List<String> complaints = new ArrayList<>();

    private Victim(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /// Starts a program with the class path of the test.
    static Victim start(Class<?> program, Object... arguments) throws IOException {
        var command = new ArrayList<>(java(program));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> java(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }

    /// Waits until it has said so many lines that begin with this word.
    void awaitSaid(String word, int times) throws IOException {
        int count = 0;
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (note(line).equals(word) && ++count == times) {
                return;
            }
        }
        throw new AssertionError("the program has ended by itself: " + complaints);
    }

    /// Kills it, wherever it is just now (SIGKILL), and hears the rest of what it had said.
    Promised kill() throws IOException, InterruptedException {
        // By its handle: killed directly, a process takes what it has said with it.
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        said.lines().forEach(this::note);
        return new Promised(written, recorded);
    }

    /// A number that was cut off by the kill is smaller than the one before it, and not noted.
    private String note(String line) {
        int space = line.lastIndexOf(' ') + 1;
        String word = line.substring(0, space);
        switch (word) {
            case KilledShow.WRITTEN -> written = Math.max(written, number(line, space));
            case KilledShow.RECORDED -> recorded = Math.max(recorded, number(line, space));
            default -> complaints.add(line);
        }
        return word;
    }

    private static long number(String line, int from) {
        return Long.parseLong(line.substring(from));
    }
}
