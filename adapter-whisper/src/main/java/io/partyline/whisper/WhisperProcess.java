package io.partyline.whisper;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One child process with a model in it, from its start to its end.
///
/// Spoken to over a loopback connection that only it can open, because the native code may write
/// what it likes to its standard output. A question is given a limit, and a child that misses it is
/// ended, since nothing else stops native code. For one thread, but [#close] may be called by any.
final class WhisperProcess implements AutoCloseable {
    /// A model of 500 MB from a slow disk.
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /// It ends by itself when its input does.
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    /// What Java needs for a clip and its text. The model's memory is native, and not within this:
    /// some 390 MB for the base model.
    private static final String HEAP = "-Xmx48m";

    /// All that the child may know of our environment, where the keys are.
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "SystemRoot", "LD_LIBRARY_PATH");

    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int WORD_BYTES = 16;

    private final Scratch scratch;
    private final Process process;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private WhisperProcess(Scratch scratch, Process process, Socket socket) throws IOException {
        this.scratch = scratch;
        this.process = process;
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /// Starts one, and waits until its model is there.
    ///
    /// @param born told of the process before anything is waited for
    /// @throws ChildException.UnreadableException if the model file is no good
    static WhisperProcess start(WhisperSettings settings, Consumer<Process> born)
            throws ChildException, ChildException.UnreadableException {
        try {
            return start(settings, Scratch.in(settings.scratch()), born);
        } catch (IOException failed) {
            throw new ChildException("could not be started", failed);
        }
    }

    private static WhisperProcess start(
            WhisperSettings settings, Scratch scratch, Consumer<Process> born)
            throws IOException, ChildException, ChildException.UnreadableException {
        Process process = null;
        boolean ready = false;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            process = launch(settings, scratch, door.getLocalPort());
            born.accept(process);
            WhisperProcess child = welcome(process, scratch, door);
            child.awaitModel(settings.model());
            ready = true;
            return child;
        } finally {
            if (!ready) {
                end(process, scratch);
            }
        }
    }

    private static Process launch(WhisperSettings settings, Scratch scratch, int port)
            throws IOException {
        var command = new ArrayList<>(java(scratch.folder().toString()));
        command.add(WhisperMain.class.getName());
        command.add(Integer.toString(port));
        command.add(Integer.toString(settings.threads()));
        command.add(settings.model().toAbsolutePath().toString());
        settings.smaller().ifPresent(file -> command.add(file.toAbsolutePath().toString()));
        var builder =
                new ProcessBuilder(command)
                        .directory(scratch.folder().toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    private static List<String> java(String folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder + "/crash.log",
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath());
    }

    /// Ours, from where the child stands.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Lets in whoever knows the word that only the child was told.
    private static WhisperProcess welcome(Process process, Scratch scratch, ServerSocket door)
            throws IOException, ChildException {
        var random = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        var _ = process.onExit().thenRun(() -> closeQuietly(door));
        door.setSoTimeout((int) START_LIMIT.toMillis());
        Socket socket = door.accept();
        socket.setTcpNoDelay(true);
        var child = new WhisperProcess(scratch, process, socket);
        if (!child.within(START_LIMIT, child.in::readUTF).equals(word)) {
            throw new ChildException("was not the one who answered");
        }
        return child;
    }

    private static void closeQuietly(ServerSocket door) {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitModel(Path model) throws ChildException, ChildException.UnreadableException {
        if (within(START_LIMIT, in::readByte) != WhisperMain.READY) {
            throw new ChildException.UnreadableException(
                    "The speech model %s cannot be read: it is damaged, not a whisper model, or too large for the memory there is. Remove it and get it again, or a smaller one, with `partyline model get`."
                            .formatted(model.getFileName()));
        }
    }

    /// What the model hears; empty if it refused the clip.
    ///
    /// @throws ChildException if the child did not answer within the limit, or died; it is gone
    ///   then
    String ask(Question question, Duration limit) throws ChildException {
        return within(
                limit,
                () -> {
                    question.write(out);
                    byte kind = in.readByte();
                    int length = in.readInt();
                    if (length < 0 || length > LONGEST_TEXT) {
                        throw new IOException("an answer of %d bytes".formatted(length));
                    }
                    var said = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                    return kind == WhisperMain.SAID ? said : "";
                });
    }

    boolean isAlive() {
        return process.isAlive() && !socket.isClosed();
    }

    long pid() {
        return process.pid();
    }

    /// Something that waits for the child.
    private interface Exchange<T> {
        T result() throws IOException;
    }

    private <T> T within(Duration limit, Exchange<T> exchange) throws ChildException {
        var done = new CountDownLatch(1);
        var late = new AtomicBoolean();
        Thread.ofVirtual().name("hear-watch").start(() -> watch(done, limit, late));
        try {
            return exchange.result();
        } catch (IOException broken) {
            close();
            throw new ChildException(
                    late.get()
                            ? "did not answer within %d seconds"
                                    .formatted(Math.max(1, limit.toSeconds()))
                            : "crashed",
                    broken);
        } finally {
            done.countDown();
        }
    }

    private void watch(CountDownLatch done, Duration limit, AtomicBoolean late) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                late.set(true);
                process.destroyForcibly();
                socket.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the child, and removes what it left. Closing twice is not an error.
    @Override
    public void close() {
        try {
            socket.close();
            process.getOutputStream().close();
            if (!process.waitFor(GOODBYE)) {
                process.destroyForcibly().waitFor(GOODBYE);
            }
        } catch (IOException broken) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        scratch.remove();
    }

    private static void end(@Nullable Process process, Scratch scratch) {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(GOODBYE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        scratch.remove();
    }
}
