package io.partyline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// A stream server on this computer that takes whatever is sent, and counts it.
final class StreamServer implements AutoCloseable {
    private static final byte[] GO_ON =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final AtomicLong taken = new AtomicLong();

    StreamServer() {
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::run);
    }

    /// As the setting names it.
    String address(String password) {
        return "icecast://source:%s@127.0.0.1:%d/live".formatted(password, server.getLocalPort());
    }

    /// How many bytes have come.
    long taken() {
        return taken.get();
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket visitor = server.accept();
                Thread.ofVirtual().start(() -> take(visitor));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void take(Socket visitor) {
        try (visitor) {
            OutputStream answer = visitor.getOutputStream();
            answer.write(GO_ON);
            answer.flush();
            visitor.getInputStream().transferTo(counter());
        } catch (IOException e) {
            throw new UncheckedIOException("the stream broke", e);
        }
    }

    private OutputStream counter() {
        return new OutputStream() {
            @Override
            public void write(int one) {
                taken.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                taken.addAndGet(count);
            }
        };
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
