package io.partyline.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A model's server on loopback, down to the bytes: it can stream, stall, cut and refuse.
final class Provider implements AutoCloseable {
    /// What the server does with one question.
    interface Manner {
        void answer(Guest guest) throws IOException;
    }

    /// One question, as it came.
    record Asked(String head, String body) {}

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Manner manner;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    Provider(Manner manner) throws IOException {
        this.manner = manner;
        Thread.ofVirtual().start(this::welcome);
    }

    /// A server that says these pieces, and then that it has finished.
    static Provider saying(String piece) {
        return saying("stop", piece);
    }

    /// A server that says these pieces, and then why it has finished.
    static Provider saying(String reason, String... pieces) {
        try {
            return new Provider(guest -> {
                for (String piece : pieces) {
                    guest.say(piece);
                }
                guest.finish(reason);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server that refuses.
    static Provider refusing(int status, String body) throws IOException {
        return new Provider(guest -> guest.refuse(status, body));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/v1");
    }

    Asked asked() throws InterruptedException {
        Asked next = asked.poll(1, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nobody asked");
        }
        return next;
    }

    /// Questions that came and have not been looked at.
    int left() {
        return asked.size();
    }

    int connections() {
        return connections.get();
    }

    /// Whether somebody hung up within a minute.
    boolean hungUp() throws InterruptedException {
        return hungUp.await(1, TimeUnit.MINUTES);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var next = read(in); next.isPresent(); next = read(in)) {
                manner.answer(new Guest(socket, in, next.get().body()));
            }
        } catch (IOException gone) {
            // A connection that breaks is what some tests are about.
        } finally {
            hungUp.countDown();
        }
    }

    private Optional<Asked> read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        String lengths = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        var question =
                new Asked(
                        head.toString(),
                        new String(
                                in.readNBytes(Integer.parseInt(lengths)), StandardCharsets.UTF_8));
        asked.add(question);
        return Optional.of(question);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
