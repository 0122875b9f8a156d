package io.partyline.soundfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The tags of MP3 files: those in front of the sound (ID3v2.2 to 2.4, by the informal standard at
/// id3.org) and the old one behind it (ID3v1).
final class Id3 {
    private static final int HEAD = 10;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;

    /// Of a tag so much is read; pictures lie behind the names as a rule, and are skipped.
    private static final int MOST = 256 * 1024;

    /// Tags in front of each other: a second one is rare, a third a mistake.
    private static final int MOST_TAGS = 4;

    private static final int OLD_TAG = 128;
    private static final int OLD_FIELD = 30;

    private Id3() {}

    /// Reads the tags in front of the sound and goes behind them.
    ///
    /// @param in at the file's beginning; must know `mark`
    static Tags inFront(InputStream in) throws IOException {
        Tags tags = Tags.NONE;
        for (int i = 0; i < MOST_TAGS; i++) {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            if (!isHead(head)) {
                in.reset();
                return tags;
            }
            tags = tags.or(tag(in, head));
        }
        return tags;
    }

    private static boolean isHead(byte[] head) {
        return head.length == HEAD
                && head[0] == 'I'
                && head[1] == 'D'
                && head[2] == '3'
                && (head[6] | head[7] | head[8] | head[9]) >= 0;
    }

    private static Tags tag(InputStream in, byte[] head) throws IOException {
        int size = sevenBits(ByteBuffer.wrap(head, 6, 4));
        byte[] body = in.readNBytes(Math.min(size, MOST));
        Bytes.skip(in, size - (long) body.length);
        boolean footer = head[3] >= 4 && (head[5] & 0x10) != 0;
        if (footer) {
            Bytes.skip(in, HEAD);
        }
        byte[] plain = (head[5] & UNSYNCHRONISED) != 0 ? synchronised(body) : body;
        return frames(ByteBuffer.wrap(plain), head[3], (head[5] & EXTENDED) != 0);
    }

    private static int sevenBits(ByteBuffer four) {
        return four.get() << 21 | four.get() << 14 | four.get() << 7 | four.get();
    }

    /// Takes out the zeros that keep players from taking a tag for sound.
    private static byte[] synchronised(byte[] body) {
        var plain = new byte[body.length];
        int length = 0;
        for (int i = 0; i < body.length; i++) {
            boolean stuffed = i > 0 && body[i] == 0 && body[i - 1] == (byte) 0xFF;
            if (!stuffed) {
                plain[length++] = body[i];
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private static Tags frames(ByteBuffer body, int version, boolean extended) {
        if (extended && body.remaining() >= 4) {
            int size = version >= 4 ? sevenBits(body.slice()) : 4 + body.getInt(body.position());
            body.position(Math.clamp(size, 0, body.limit()));
        }
        int idLength = version == 2 ? 3 : 4;
        int headLength = version == 2 ? 6 : HEAD;
        Tags tags = Tags.NONE;
        while (body.remaining() > headLength) {
            var id = new byte[idLength];
            body.get(id);
            int size = size(body, version);
            if (id[0] == 0 || size < 0 || size > body.remaining()) {
                return tags;
            }
            var content = new byte[size];
            body.get(content);
            tags = tags.or(named(new String(id, StandardCharsets.ISO_8859_1), content));
        }
        return tags;
    }

    private static int size(ByteBuffer body, int version) {
        if (version == 2) {
            return (body.get() & 0xFF) << 16 | (body.get() & 0xFF) << 8 | (body.get() & 0xFF);
        }
        int size = version >= 4 ? sevenBits(body) : body.getInt();
        body.getShort();
        return size;
    }

    private static Tags named(String id, byte[] content) {
        return switch (id) {
            case "TIT2", "TT2" -> new Tags(text(content), "");
            case "TPE1", "TP1" -> new Tags("", text(content));
            default -> Tags.NONE;
        };
    }

    /// The first byte says how the others are written; of several texts the first counts.
    private static String text(byte[] content) {
        if (content.length == 0) {
            return "";
        }
        byte[] rest = Arrays.copyOfRange(content, 1, content.length);
        String text =
                switch (content[0]) {
                    case 1 -> new String(rest, StandardCharsets.UTF_16);
                    case 2 -> new String(rest, StandardCharsets.UTF_16BE);
                    case 3 -> new String(rest, StandardCharsets.UTF_8);
                    default -> Tags.text(rest);
                };
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /// The tag behind the sound.
    static Tags behind(SeekableByteChannel file) throws IOException {
        if (file.size() < OLD_TAG) {
            return Tags.NONE;
        }
        var tag = ByteBuffer.allocate(OLD_TAG);
        Bytes.fill(file, file.size() - OLD_TAG, tag);
        byte[] bytes = tag.array();
        boolean there = bytes[0] == 'T' && bytes[1] == 'A' && bytes[2] == 'G';
        return there ? new Tags(field(bytes, 3), field(bytes, 3 + OLD_FIELD)) : Tags.NONE;
    }

    private static String field(byte[] tag, int from) {
        String text = Tags.text(Arrays.copyOfRange(tag, from, from + OLD_FIELD));
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
