package io.partyline.carrier.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.carrier.plan.StreamHabits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// A WebSocket client on a plain socket, because a rehearsal has to be able to end a connection as
/// rudely as a network does, which the JDK's own client does not offer.
///
/// One thread listens, any may send.
public final class MediaSocket implements AutoCloseable {
    private static final int CONNECT_MS = 5_000;

    /// Hears what the server says.
    interface Listener {
        void text(String message);

        void binary(int length);
    }

    private final Socket socket;
    private final DataInputStream in;
    private final Random masks;
    private final ReentrantLock sending = new ReentrantLock();
    private final CountDownLatch cut = new CountDownLatch(1);
    private volatile boolean deaf;

    private MediaSocket(Socket socket, Random masks) throws IOException {
        this.socket = socket;
        this.masks = masks;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /// Connects and shakes hands, each within 5 s.
    ///
    /// @throws HandshakeRefusedException if the answer is not 101
    /// @throws IOException if there is no answer
    static MediaSocket open(
            URI where, Map<String, String> headers, StreamHabits habits, Random masks)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(where.getHost(), where.getPort()), CONNECT_MS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(CONNECT_MS);
            MediaSocket media = new MediaSocket(socket, masks);
            Handshake.shake(where, headers, habits, media.in, socket.getOutputStream(), masks);
            socket.setSoTimeout(0);
            return media;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void send(String message) throws IOException {
        send(new WireFrame(true, WireFrame.TEXT, message.getBytes(UTF_8)));
    }

    void send(WireFrame frame) throws IOException {
        byte[] bytes = frame.masked(masks);
        sending.lock();
        try {
            if (!deaf) {
                socket.getOutputStream().write(bytes);
            }
        } finally {
            sending.unlock();
        }
    }

    /// Listens until the server says goodbye with a close frame.
    ///
    /// @throws IOException if the connection ends without one
    void listen(Listener listener) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int kind = WireFrame.TEXT;
        while (true) {
            WireFrame frame = WireFrame.read(in);
            if (deaf) {
                waitForCut();
            }
            switch (frame.opcode()) {
                case WireFrame.CLOSE -> {
                    send(new WireFrame(true, WireFrame.CLOSE, frame.payload()));
                    return;
                }
                case WireFrame.PING -> send(new WireFrame(true, WireFrame.PONG, frame.payload()));
                case WireFrame.TEXT, WireFrame.BINARY, WireFrame.CONTINUED -> {
                    kind = frame.opcode() == WireFrame.CONTINUED ? kind : frame.opcode();
                    message.writeBytes(frame.payload());
                    if (frame.last()) {
                        tell(listener, kind, message);
                    }
                }
                default -> {}
            }
        }
    }

    private static void tell(Listener listener, int kind, ByteArrayOutputStream message) {
        if (kind == WireFrame.TEXT) {
            listener.text(message.toString(UTF_8));
        } else {
            listener.binary(message.size());
        }
        message.reset();
    }

    private void waitForCut() throws IOException {
        try {
            cut.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("The line was dead.");
    }

    /// Says goodbye properly; the connection ends once the server has answered.
    void goodbye() throws IOException {
        send(new WireFrame(true, WireFrame.CLOSE, new byte[] {0x03, (byte) 0xE8}));
    }

    /// From now on sends and reads nothing, and keeps the connection: the server cannot tell.
    void playDead() {
        deaf = true;
    }

    /// Ends our half without a close frame (TCP FIN).
    void finish() throws IOException {
        cut.countDown();
        socket.shutdownOutput();
    }

    /// Tears the connection down (TCP RST).
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    @Override
    public void close() {
        cut.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket that cannot even be closed.", e);
        }
    }
}
