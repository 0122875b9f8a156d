package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The baseline: a server of the same protocol that does no more than it must. One thread, no
/// library; callers are put into rooms of two as they come, and hear each other.
///
/// It knows no show, checks no signature and keeps nothing, so it is what the telephone side of a
/// JVM costs at least. It ends when its input does, so that it never outlives who started it.
public final class PlainPeer implements AutoCloseable {
    private static final long PERIOD = 20_000_000;
    private static final long LONGEST_NAP = 250_000;
    private static final int BACKLOG = 1024;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// Rooms share the 20 ms between them in so many steps.
    private static final int STEPS = 20;

    private final Selector selector;
    private final ServerSocketChannel door;
    private final List<PeerRoom> rooms = new ArrayList<>();
    private final Thread thread;
    private long nextStep;
    private long steps;
    private int rung;
    private volatile boolean closed;

    /// @param port on loopback; 0 picks a free one
    PlainPeer(int port) throws IOException {
        selector = Selector.open();
        door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        nextStep = System.nanoTime();
        thread = Thread.ofPlatform().name("peer").start(this::run);
    }

    /// Says its port, and serves until its input ends.
    public static void main(String... args) throws IOException {
        try (PlainPeer peer = new PlainPeer(0)) {
            System.out.println(peer.port());
            var _ = System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    int port() {
        return door.socket().getLocalPort();
    }

    private void run() {
        try {
            while (!closed) {
                step();
                var _ = selector.selectNow(this::ready);
                LockSupport.parkNanos(Math.min(LONGEST_NAP, nextStep - System.nanoTime()));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline's own sockets failed.", e);
        }
    }

    /// Plays to the rooms of this millisecond.
    private void step() {
        while (System.nanoTime() >= nextStep) {
            for (int i = (int) (steps % STEPS); i < rooms.size(); i += STEPS) {
                rooms.get(i).tick();
            }
            steps++;
            nextStep += PERIOD / STEPS;
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.attachment() instanceof Caller caller) {
                caller.ready(key);
            }
        } catch (IOException e) {
            gone(key);
        }
    }

    private static void gone(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket on this computer cannot be closed.", e);
        }
        if (key.attachment() instanceof Caller caller) {
            caller.leave();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = door.accept();
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Caller(new WireSocket(channel, key, false)));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A connection: a webhook, or a call's stream.
    private final class Caller implements WireSocket.Receiver {
        private final WireSocket socket;
        private Optional<PeerRoom.Seat> seat = Optional.empty();

        Caller(WireSocket socket) {
            this.socket = socket;
        }

        void ready(SelectionKey key) throws IOException {
            if (key.isWritable()) {
                socket.flush();
            }
            if (key.isReadable()) {
                socket.read(this);
            }
        }

        void leave() {
            seat.ifPresent(PeerRoom.Seat::leave);
        }

        @Override
        public void head(String head) throws IOException {
            String wanted = "sec-websocket-key:";
            Optional<String> nonce =
                    head.lines()
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                            .map(line -> line.substring(wanted.length()).strip())
                            .findFirst();
            if (nonce.isPresent()) {
                upgrade(nonce.get());
            } else {
                socket.sendHead(answer());
            }
        }

        private void upgrade(String nonce) throws IOException {
            socket.sendHead(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + accept(nonce)
                            + "\r\n\r\n");
            socket.upgrade();
        }

        /// Two who ring one after the other share a room.
        private String answer() {
            String twiml =
                    "<Response><Connect><Stream url=\"wss://peer.example/stream\"><Parameter name=\"room\" value=\"%d\"/></Stream></Connect></Response>"
                            .formatted(rung++ / 2);
            return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(twiml.length(), twiml);
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            if (seat.isPresent()) {
                seat.get().hears(bytes, from, to);
            } else {
                seat =
                        PeerRoom.start(new String(bytes, from, to - from, ISO_8859_1))
                                .map(this::sit);
            }
        }

        private PeerRoom.Seat sit(PeerRoom.Start start) {
            while (rooms.size() <= start.room()) {
                rooms.add(new PeerRoom());
            }
            return rooms.get(start.room()).sit(socket, start.stream());
        }
    }

    private static String accept(String nonce) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((nonce + MAGIC).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1; this one has not.", e);
        }
    }
}
