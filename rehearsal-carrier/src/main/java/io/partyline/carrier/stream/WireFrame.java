package io.partyline.carrier.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;

/// One frame of RFC 6455 on the wire.
///
/// Owned by whoever made it; it keeps the payload as given.
public final class WireFrame {
    public static final int CONTINUED = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    static final int PONG = 0xA;

    /// Longest frame accepted: a minute of audio in Base64 is 640 kB.
    private static final int LIMIT = 4 * 1024 * 1024;

    private final boolean last;
    private final int opcode;
    private final byte[] payload;

    public WireFrame(boolean last, int opcode, byte[] payload) {
        this.last = last;
        this.opcode = opcode;
        this.payload = payload;
    }

    boolean last() {
        return last;
    }

    public int opcode() {
        return opcode;
    }

    public byte[] payload() {
        return payload;
    }

    /// Reads the next frame, masked or not.
    ///
    /// @throws IOException if the connection ends, or the frame is larger than 4 MiB
    public static WireFrame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        byte[] mask = new byte[(second & 0x80) == 0 ? 0 : 4];
        byte[] payload = new byte[length(second & 0x7F, in)];
        in.readFully(mask);
        in.readFully(payload);
        if (mask.length > 0) {
            apply(mask, payload);
        }
        return new WireFrame((first & 0x80) != 0, first & 0x0F, payload);
    }

    private static int length(int given, DataInputStream in) throws IOException {
        long length =
                switch (given) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> in.readLong();
                    default -> given;
                };
        if (length < 0 || length > LIMIT) {
            throw new IOException("A WebSocket frame of " + length + " bytes is too long.");
        }
        return (int) length;
    }

    /// The bytes of this frame as a client sends it: masked.
    public byte[] masked(Random random) throws IOException {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        byte[] covered = payload.clone();
        apply(mask, covered);
        return bytes(0x80, mask, covered);
    }

    /// The bytes of this frame as a server sends it: not masked.
    public byte[] plain() throws IOException {
        return bytes(0, new byte[0], payload);
    }

    private byte[] bytes(int maskBit, byte[] mask, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 14);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte((last ? 0x80 : 0) | opcode);
        if (body.length < 126) {
            out.writeByte(maskBit | body.length);
        } else if (body.length < 65_536) {
            out.writeByte(maskBit | 126);
            out.writeShort(body.length);
        } else {
            out.writeByte(maskBit | 127);
            out.writeLong(body.length);
        }
        out.write(mask);
        out.write(body);
        return bytes.toByteArray();
    }

    private static void apply(byte[] mask, byte[] payload) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
    }
}
