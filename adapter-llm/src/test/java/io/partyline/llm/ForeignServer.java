package io.partyline.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server for tests that Node runs: a mock of a vendor's that is not ours, with our own look-out
/// in front, or a script of ours around what is not.
final class ForeignServer implements AutoCloseable {
    private static final String PACKAGE = "@dwmkerr/mock-llm@0.1.29";
    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private ForeignServer(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /// Nothing but loopback is listened on.
    static ForeignServer start(Path folder, Path lookOut, String config) throws Exception {
        Npm.install(folder, PACKAGE);
        Path main = folder.resolve("node_modules/@dwmkerr/mock-llm/dist/main.js");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), config);
        return node(
                "--require",
                lookOut.toAbsolutePath().toString(),
                main.toAbsolutePath().toString(),
                "--config",
                rules.toAbsolutePath().toString());
    }

    /// A script that says on which port of loopback it listens.
    static ForeignServer node(String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of("node"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", "0");
        return new ForeignServer(builder.redirectErrorStream(true).start());
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

    @Override
    public void close() {
        process.destroy();
    }
}
