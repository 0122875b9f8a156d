package io.partyline.icecast;

import io.partyline.rehearsal.MarkedSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A stream server on this computer that answers as it is told, and keeps all that it is sent.
final class FakeServer implements AutoCloseable {
    static final String PASSWORD = MarkedSecret.of("stream");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ServerSocket server;
    private final List<Visitor> visitors = new CopyOnWriteArrayList<>();
    private volatile String answer;
    private volatile boolean deaf;

    /// One connection: what was asked, and what came behind it.
    static final class Visitor {
        private final Socket socket;
        private final StringBuilder head = new StringBuilder();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        private Visitor(Socket socket) {
            this.socket = socket;
        }

        synchronized String head() {
            return head.toString();
        }

        private synchronized boolean heard(int next) {
            head.append((char) next);
            return hasAsked();
        }

        private synchronized boolean hasAsked() {
            return head.indexOf("\r\n\r\n") >= 0;
        }

        synchronized byte[] body() {
            return body.toByteArray();
        }

        private synchronized void add(byte[] bytes, int count) {
            body.write(bytes, 0, count);
        }

        /// The line is cut.
        void hangUp() {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void serve(String answer, boolean deaf) {
            try (socket) {
                InputStream in = socket.getInputStream();
                int next = in.read();
                while (next >= 0 && !heard(next)) {
                    next = in.read();
                }
                if (answer.isEmpty()) {
                    LockSupport.parkNanos(LIMIT.toNanos());
                    return;
                }
                socket.getOutputStream()
                        .write((answer + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                if (deaf) {
                    LockSupport.parkNanos(LIMIT.toNanos());
                    return;
                }
                var bytes = new byte[4_096];
                for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                    add(bytes, count);
                }
            } catch (IOException gone) {
                add(new byte[0], 0);
            }
        }
    }

    /// @param answer the first line of every answer; nothing for a server that says nothing
    FakeServer(String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::run);
    }

    void answer(String next) {
        answer = next;
    }

    /// Whoever comes from now on is told to go on, and nothing is read of what they send.
    void listenNoMore() throws IOException {
        server.setReceiveBufferSize(4_096);
        deaf = true;
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                var visitor = new Visitor(server.accept());
                visitors.add(visitor);
                Thread.ofVirtual().start(() -> visitor.serve(answer, deaf));
            } catch (IOException closed) {
                return;
            }
        }
    }

    StreamSettings settings(StreamFormat format) {
        return settings(format, server.getLocalPort());
    }

    static StreamSettings settings(StreamFormat format, int port) {
        return new StreamSettings(
                StreamUrl.of("icecast://source:%s@127.0.0.1:%d/live.mp3".formatted(PASSWORD, port)),
                format,
                format.usualKbps(),
                "The Friday Show");
    }

    /// The sources that have come, in order; those who ask something else are not among them.
    List<Visitor> sources() {
        return visitors.stream()
                .filter(Visitor::hasAsked)
                .filter(visitor -> visitor.head().startsWith("PUT "))
                .toList();
    }

    /// What was asked beside the stream, and holds a word.
    Optional<String> asked(String word) {
        return visitors.stream()
                .filter(Visitor::hasAsked)
                .map(Visitor::head)
                .filter(head -> head.contains(word))
                .findFirst();
    }

    static void await(BooleanSupplier done) {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still waiting");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        visitors.forEach(Visitor::hangUp);
    }
}
