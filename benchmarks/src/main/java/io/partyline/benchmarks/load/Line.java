package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.stream.Collectors;

/// One call's media stream, as the carrier holds it: a frame every 20 ms on its own grid, marks
/// answered when what lies before them has been played, and everything measured that comes back.
///
/// Owned by the trunk's thread; only [#state()] and [#why()] may be read by others.
final class Line implements WireSocket.Receiver {
    /// The carrier's media format, in which nothing changes between two calls.
    private static final String FORMAT =
            "\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}";

    private static final byte[] MEDIA = bytes("{\"event\":\"media\",\"sequenceNumber\":\"");
    private static final byte[] CHUNK = bytes("\",\"media\":{\"track\":\"inbound\",\"chunk\":\"");
    private static final byte[] TIMESTAMP = bytes("\",\"timestamp\":\"");
    private static final byte[] PAYLOAD = bytes("\",\"payload\":\"");
    private static final byte[] STREAM = bytes("\"},\"streamSid\":\"");
    private static final byte[] END = bytes("\"}");
    private static final byte[] PAYLOAD_FIELD = bytes("\"payload\"");
    private static final byte[] EVENT_FIELD = bytes("\"event\"");
    private static final byte[] NAME_FIELD = bytes("\"name\"");
    private static final int MS_PER_FRAME = 20;
    private static final int NORMAL = 1000;

    /// How long the other end may take to close after we have.
    private static final long LINGER_NANOS = 1_000_000_000;

    enum State {
        NEW,
        OPENING,
        OPEN,
        CLOSING,
        OVER
    }

    private final int index;
    private final Dialled dialled;
    private final Account account;
    private final Party party;
    private final byte[] streamSid;
    private final Letters letters = new Letters();
    private final Playout playout = new Playout();
    private Pace pace = new Pace();
    private Optional<WireSocket> socket = Optional.empty();
    private volatile State state = State.NEW;
    private volatile String why = "";
    private long sequence = 1;
    private long chunk;
    private long heardAt;
    private long closeBy;

    Line(int index, Dialled dialled, Account account, Party party) {
        this.index = index;
        this.dialled = dialled;
        this.account = account;
        this.party = party;
        streamSid = bytes("MZ%032x".formatted(0x10AD_0000L + index));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    int index() {
        return index;
    }

    String call() {
        return dialled.call();
    }

    Party party() {
        return party;
    }

    State state() {
        return state;
    }

    /// Why the stream broke, or nothing.
    String why() {
        return why;
    }

    long saidFrames() {
        return chunk + index;
    }

    /// Forgets what came so far.
    ///
    /// @return what came since the last time
    Pace measured() {
        Pace before = pace;
        pace = new Pace();
        return before;
    }

    /// Connects; the rest follows as the other end answers.
    void open(Selector selector, int port) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ, this);
        WireSocket opened = new WireSocket(channel, key, true);
        socket = Optional.of(opened);
        state = State.OPENING;
        opened.sendHead(
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cGFydHlsaW5lIGxvYWQhIQ==\r\nX-Twilio-Signature: %s\r\n\r\n"
                        .formatted(dialled.path(), port, account.handshake(dialled.stream())));
    }

    /// The stream's turn, every 20 ms.
    ///
    /// @return whether it wants another
    boolean turn(long now) throws IOException {
        switch (state) {
            case OPEN -> {
                answerMarks(now);
                sendMedia(party.says(this, now));
            }
            case CLOSING -> {
                if (now > closeBy) {
                    over();
                }
            }
            case NEW, OPENING, OVER -> {}
        }
        return state != State.OVER;
    }

    void ready(SelectionKey key) throws IOException {
        WireSocket open = socket.orElseThrow();
        if (key.isWritable()) {
            open.flush();
        }
        if (key.isReadable()) {
            heardAt = System.nanoTime();
            open.read(this);
        }
    }

    /// The connection has ended or was broken.
    void broken(IOException e) {
        if (state != State.CLOSING && state != State.OVER) {
            why = String.valueOf(e.getMessage());
        }
        over();
    }

    /// The call is over at the carrier, which ends its stream.
    void end(long now) throws IOException {
        if (state == State.OPEN) {
            letters.begin().put("{\"event\":\"stop\",\"sequenceNumber\":\"").put(sequence++);
            letters.put("\",\"stop\":{\"accountSid\":\"").put(account.sid());
            letters.put("\",\"callSid\":\"").put(call()).put(STREAM).put(streamSid).put(END);
            sendText();
            WireSocket open = socket.orElseThrow();
            open.send(WireSocket.CLOSE, new byte[] {NORMAL >> 8, (byte) (NORMAL & 0xFF)}, 2);
            closeBy = now + LINGER_NANOS;
            state = State.CLOSING;
        }
    }

    private void over() {
        state = State.OVER;
        socket.ifPresent(Line::close);
    }

    private static void close(WireSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket on this computer cannot be closed.", e);
        }
    }

    @Override
    public void head(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException("A stream was refused: " + head.lines().findFirst().orElse(""));
        }
        socket.orElseThrow().upgrade();
        letters.begin()
                .put("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
        sendText();
        letters.begin().put("{\"event\":\"start\",\"sequenceNumber\":\"").put(sequence++);
        letters.put("\",\"start\":{\"accountSid\":\"").put(account.sid());
        letters.put("\",\"streamSid\":\"").put(streamSid).put("\",\"callSid\":\"").put(call());
        letters.put("\",").put(FORMAT).put(",\"customParameters\":{").put(parameters());
        letters.put("}},\"streamSid\":\"").put(streamSid).put(END);
        sendText();
        state = State.OPEN;
    }

    private String parameters() {
        return dialled.parameters().entrySet().stream()
                .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(","));
    }

    private void sendMedia(byte[] payload) throws IOException {
        letters.begin().put(MEDIA).put(sequence++).put(CHUNK).put(++chunk);
        letters.put(TIMESTAMP).put((chunk - 1) * MS_PER_FRAME).put(PAYLOAD).put(payload);
        letters.put(STREAM).put(streamSid).put(END);
        sendText();
    }

    private void answerMarks(long now) throws IOException {
        for (String name = playout.due(now); !name.isEmpty(); name = playout.due(now)) {
            letters.begin().put("{\"event\":\"mark\",\"sequenceNumber\":\"").put(sequence++);
            letters.put("\",\"mark\":{\"name\":\"").put(name).put(STREAM).put(streamSid).put(END);
            sendText();
        }
    }

    private void sendText() throws IOException {
        socket.orElseThrow().send(WireSocket.TEXT, letters.bytes(), letters.length());
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        int payload = WireSocket.find(bytes, from, to, PAYLOAD_FIELD);
        if (payload >= 0) {
            int start = value(bytes, payload + PAYLOAD_FIELD.length, to);
            audio(bytes, start, end(bytes, start, to));
            return;
        }
        int event = WireSocket.find(bytes, from, to, EVENT_FIELD);
        int word = event < 0 ? to : value(bytes, event + EVENT_FIELD.length, to);
        if (word < to && bytes[word] == 'c') {
            playout.clear(heardAt);
        } else if (word < to && bytes[word] == 'm') {
            int name = WireSocket.find(bytes, from, to, NAME_FIELD);
            int start = value(bytes, name + NAME_FIELD.length, to);
            playout.mark(
                    heardAt, new String(bytes, start, end(bytes, start, to) - start, ISO_8859_1));
        }
    }

    private void audio(byte[] bytes, int from, int to) {
        int samples = Voice.samples(bytes, from, to);
        pace.arrived(heardAt, samples);
        playout.add(heardAt, samples);
        if (Voice.isLoud(bytes, from, to)) {
            party.hears(this, heardAt);
        }
    }

    /// Where the text value that follows begins.
    private static int value(byte[] bytes, int from, int to) {
        return Math.min(to, end(bytes, from, to) + 1);
    }

    private static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at++;
        }
        return at;
    }
}
