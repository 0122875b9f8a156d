package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A [SoundProgram] that runs, and is asked how it is.
final class RunningSound implements AutoCloseable {
    /// What a test waits for happens in a second or two; a busy machine may need more.
    static final Duration SOON = Duration.ofSeconds(40);

    private static final Duration ROUND = Duration.ofMillis(50);

    private final Process process;
    private final PrintStream asks;
    private final BufferedReader answers;

    /// @param environment by which the sound library finds its devices
    RunningSound(int channels, Map<String, String> environment) throws IOException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SoundProgram.class.getName(),
                                Integer.toString(channels))
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        asks = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    private String ask() throws IOException {
        asks.println();
        String answer = answers.readLine();
        assertThat(answer).as("an answer of the program").isNotNull();
        return answer;
    }

    /// Asks until the answer fits.
    String await(Predicate<String> fits) throws IOException {
        long deadline = System.nanoTime() + SOON.toNanos();
        String answer = ask();
        while (!fits.test(answer)) {
            assertThat(System.nanoTime()).as("still " + answer).isLessThan(deadline);
            LockSupport.parkNanos(ROUND.toNanos());
            answer = ask();
        }
        return answer;
    }

    static double microphone(String answer) {
        return Double.parseDouble(answer.split("[ ;]", 3)[1]);
    }

    @Override
    public void close() throws IOException {
        asks.close();
        try {
            assertThat(process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
