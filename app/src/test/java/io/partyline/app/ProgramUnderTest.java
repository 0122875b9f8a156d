package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `partyline serve`, or a rehearsal, as a program of its own, started as the start script does and
/// stopped as an operating system does.
final class ProgramUnderTest implements AutoCloseable {
    private static final Pattern STUDIO_DOOR =
            Pattern.compile("(?:Studio door|The dashboard is at) +http://.*:(\\d+)");

    /// A program takes a second to start; on a busy machine many.
    private static final Duration START = Duration.ofSeconds(100);

    private static final String READY = ".*Stop with Ctrl-C";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();
    private final AtTheDesk desk;

    private ProgramUnderTest(Process process) {
        this.process = process;
        Thread.ofVirtual().name("reader").start(() -> read(process.inputReader()));
        desk = new AtTheDesk(Integer.parseInt(await(STUDIO_DOOR).group(1)));
        await(Pattern.compile(READY + ".*"));
    }

    /// Starts it and waits until it says that it is there.
    ///
    /// @param folder where it is called from; nothing of it may come from anywhere else
    static ProgramUnderTest serve(Path folder, Map<String, String> settings) {
        return start(folder, settings, "serve");
    }

    /// Starts a rehearsal that plays itself.
    static ProgramUnderTest rehearse(Path folder) {
        return start(folder, Map.of("PARTYLINE_STUDIO_PORT", "0"), "rehearse", "--auto");
    }

    private static ProgramUnderTest start(
            Path folder, Map<String, String> settings, String... command) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.command().addAll(List.of(command));
        builder.environment().keySet().removeIf(SettingNames::known);
        builder.environment().putAll(settings);
        try {
            return new ProgramUnderTest(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AtTheDesk desk() {
        return desk;
    }

    /// Waits until it prints such a line.
    void says(String wanted) {
        await(Pattern.compile(".*" + Pattern.quote(wanted) + ".*"));
    }

    /// `kill -9`: the program has no say in it.
    void kill() {
        process.destroyForcibly();
        assertThat(exitCode()).isNotZero();
    }

    /// `kill -STOP`: the program stands still, its sockets stay open.
    void freeze() {
        signal("-STOP");
    }

    /// `kill -CONT`: it goes on.
    void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What Ctrl-C and `kill` do.
    ///
    /// @return the exit code
    int stop() {
        process.destroy();
        return exitCode();
    }

    private int exitCode() {
        try {
            boolean gone = process.waitFor(HouseUnderTest.SOON.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(gone).as("the program has ended; it said %s", said).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Matcher await(Pattern wanted) {
        try {
            for (String line = next(); line != null; line = next()) {
                said.add(line);
                Matcher matcher = wanted.matcher(line);
                if (matcher.matches()) {
                    return matcher;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError("the program never said %s: %s".formatted(wanted, said));
    }

    private @Nullable String next() throws InterruptedException {
        return lines.poll(START.toSeconds(), TimeUnit.SECONDS);
    }

    private void read(BufferedReader output) {
        output.lines().forEach(lines::add);
    }

    @Override
    public void close() {
        desk.close();
        process.destroyForcibly();
    }
}
