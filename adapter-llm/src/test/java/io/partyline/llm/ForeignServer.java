package io.partyline.llm;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mock of a vendor's server that is not ours: a package of npm, installed below `target` and run
/// by Node with our own look-out in front.
final class ForeignServer implements AutoCloseable {
    static final String PACKAGE = "@dwmkerr/mock-llm@0.1.29";
    private static final int INSTALL_LIMIT_SECONDS = 240;
    private static final int LIMIT_SECONDS = 30;

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private ForeignServer(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /// Scripts of the packages are not run, and nothing but loopback is listened on.
    static ForeignServer start(Path folder, Path lookOut, String config) throws Exception {
        Files.createDirectories(folder);
        Path main = folder.resolve("node_modules/@dwmkerr/mock-llm/dist/main.js");
        if (!Files.exists(main)) {
            install(folder);
        }
        Path rules = Files.writeString(folder.resolve("rules.yaml"), config);
        var builder =
                new ProcessBuilder(
                        "node",
                        "--require",
                        lookOut.toAbsolutePath().toString(),
                        main.toAbsolutePath().toString(),
                        "--config",
                        rules.toAbsolutePath().toString());
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", "0");
        return new ForeignServer(builder.redirectErrorStream(true).start());
    }

    private static void install(Path folder) throws Exception {
        Process npm =
                new ProcessBuilder(
                                "npm",
                                "install",
                                "--prefix",
                                folder.toString(),
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--no-save",
                                PACKAGE)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("npm.log").toFile())
                        .start();
        if (!npm.waitFor(INSTALL_LIMIT_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new AssertionError(Files.readString(folder.resolve("npm.log")));
        }
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException closed) {
            said.add("watch: gone");
        }
    }

    /// Waits for a line that begins so, and gives the rest of it.
    String awaited(String start) throws InterruptedException {
        var before = new StringBuilder();
        for (String line = next(); line != null; line = next()) {
            if (line.startsWith(start)) {
                return line.substring(start.length()).strip();
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("it never said \"%s\", but: %s".formatted(start, before));
    }

    private @Nullable String next() throws InterruptedException {
        return said.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    URI base() throws InterruptedException {
        return URI.create("http://127.0.0.1:" + awaited("watch: port") + "/v1");
    }

    static boolean canRun(List<String> programs) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> folders = Pattern.compile(File.pathSeparator).splitAsStream(path).toList();
        return programs.stream()
                .allMatch(program ->
                        folders.stream()
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
