package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Locale;

/// One end of a WebSocket on a channel that never waits, with the HTTP that comes before it.
///
/// As lean as it can be, because a thousand of them share one thread with the clock that measures:
/// no object is made for a message, and what is read is handed on where it lies. Owned by one
/// thread.
final class WireSocket {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /// What may wait for the other end beyond the system's own buffers: half a second of audio.
    private static final int MOST_UNSENT = 12 * 1024;

    /// Longest message, and longest request before it.
    private static final int LONGEST = 16 * 1024;

    private static final int LONGEST_HEADER = 14;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);

    /// Takes what the other end says.
    interface Receiver {
        /// A request or an answer, while the socket still speaks HTTP.
        void head(String head) throws IOException;

        /// A text message: these bytes, only until this returns.
        void text(byte[] bytes, int from, int to) throws IOException;
    }

    private final SocketChannel channel;
    private final SelectionKey key;
    private final boolean masks;
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST);
    private final ByteBuffer out = ByteBuffer.allocate(MOST_UNSENT);
    private boolean upgraded;
    private int mask = 0x5EED_1234;

    /// @param masks whether this end is the client, which must mask what it says
    WireSocket(SocketChannel channel, SelectionKey key, boolean masks) throws IOException {
        this.channel = channel;
        this.key = key;
        this.masks = masks;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /// From the next byte on the other end speaks WebSocket.
    void upgrade() {
        upgraded = true;
    }

    boolean upgraded() {
        return upgraded;
    }

    /// Reads what is there.
    ///
    /// @throws EOFException if the other end has closed
    void read(Receiver receiver) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The other end has closed the stream.");
        }
        in.flip();
        boolean more = true;
        while (more) {
            more = upgraded ? message(receiver) : head(receiver);
        }
        in.compact();
        if (!in.hasRemaining()) {
            throw new IOException("A message is longer than " + LONGEST + " bytes.");
        }
    }

    /// Says one message, or keeps what the socket does not take for later.
    void send(int kind, byte[] body, int length) throws IOException {
        if (out.remaining() < length + LONGEST_HEADER) {
            throw new IOException("The other end has not read for half a second.");
        }
        out.put((byte) (LAST | kind));
        int masked = masks ? MASKED : 0;
        if (length < SHORT) {
            out.put((byte) (masked | length));
        } else {
            out.put((byte) (masked | SHORT)).putShort((short) length);
        }
        if (masks) {
            mask = mask * 1_664_525 + 1_013_904_223;
            out.putInt(mask);
        }
        int at = out.position();
        out.put(body, 0, length);
        if (masks) {
            mask(out, at, length);
        }
        flush();
    }

    /// Says this in HTTP.
    void sendHead(String head) throws IOException {
        out.put(head.getBytes(ISO_8859_1));
        flush();
    }

    /// Sends what waits.
    void flush() throws IOException {
        out.flip();
        channel.write(out);
        out.compact();
        int wanted =
                out.position() > 0
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }

    /// Eight bytes at a time, as far as they go.
    private void mask(ByteBuffer bytes, int from, int length) {
        long twice = (mask & 0xFFFF_FFFFL) << Integer.SIZE | (mask & 0xFFFF_FFFFL);
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            bytes.putLong(at, bytes.getLong(at) ^ twice);
        }
        for (int i = at; i < end; i++) {
            bytes.put(i, (byte) (bytes.get(i) ^ mask >>> (24 - 8 * (i - from & 3))));
        }
    }

    /// Whether a whole head was there.
    private boolean head(Receiver receiver) throws IOException {
        byte[] bytes = in.array();
        int end = find(bytes, in.position(), in.limit(), END_OF_HEAD);
        if (end < 0) {
            return false;
        }
        String head = new String(bytes, in.position(), end - in.position(), ISO_8859_1);
        int next = end + END_OF_HEAD.length + bodyLength(head);
        if (next > in.limit()) {
            return false;
        }
        in.position(next);
        receiver.head(head);
        return true;
    }

    private static int bodyLength(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /// Whether a whole message was there.
    private boolean message(Receiver receiver) throws IOException {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int kind = in.get() & 0x0F;
        int second = in.get() & 0xFF;
        int length = second & 0x7F;
        boolean isMasked = (second & MASKED) != 0;
        int more = (length == SHORT ? Short.BYTES : 0) + (isMasked ? Integer.BYTES : 0);
        if (length > SHORT || in.remaining() < more) {
            return tooLongOrLater(length, start);
        }
        if (length == SHORT) {
            length = in.getShort() & 0xFFFF;
        }
        int theirs = isMasked ? in.getInt() : 0;
        if (in.remaining() < length) {
            in.position(start);
            return false;
        }
        int from = in.position();
        in.position(from + length);
        unmask(in.array(), from, length, theirs);
        take(kind, from, length, receiver);
        return true;
    }

    private boolean tooLongOrLater(int length, int start) throws IOException {
        if (length > SHORT) {
            throw new IOException("A message is longer than 64 KiB.");
        }
        in.position(start);
        return false;
    }

    private static void unmask(byte[] bytes, int from, int length, int theirs) {
        if (theirs != 0) {
            for (int i = 0; i < length; i++) {
                bytes[from + i] ^= (byte) (theirs >>> (24 - 8 * (i & 3)));
            }
        }
    }

    private void take(int kind, int from, int length, Receiver receiver) throws IOException {
        switch (kind) {
            case TEXT -> receiver.text(in.array(), from, from + length);
            case PING -> send(PONG, Arrays.copyOfRange(in.array(), from, from + length), length);
            case CLOSE ->
                    throw new EOFException(
                            "The other end has closed the stream, code "
                                    + code(from, length)
                                    + ".");
            default -> {}
        }
    }

    private int code(int from, int length) {
        return length < 2 ? 0 : in.getShort(from) & 0xFFFF;
    }

    /// Where `what` begins between `from` and `to`, or -1.
    static int find(byte[] bytes, int from, int to, byte[] what) {
        for (int i = from; i <= to - what.length; i++) {
            if (bytes[i] == what[0] && matches(bytes, i, what)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] what) {
        for (int i = 1; i < what.length; i++) {
            if (bytes[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }
}
