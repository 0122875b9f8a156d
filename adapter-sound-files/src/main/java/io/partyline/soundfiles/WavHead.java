package io.partyline.soundfiles;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/// What stands in a WAV file beside its samples.
///
/// @param from the byte where the samples begin
/// @param to the byte behind the last of them
record WavHead(int rate, int channels, Form form, long from, long to, Tags tags) {
    /// How a sample is written, the lowest byte first.
    enum Form {
        WHOLE_8(1),
        WHOLE_16(2),
        WHOLE_24(3),
        WHOLE_32(4),
        FLOAT_32(4),
        FLOAT_64(8),
        MULAW(1);

        private final int bytes;

        Form(int bytes) {
            this.bytes = bytes;
        }
    }

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int WHOLE = 1;
    private static final int FLOAT = 3;
    private static final int TELEPHONE = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    /// Chunks that are looked at: more is no sound file.
    private static final int MOST_CHUNKS = 256;

    /// Of a chunk that is no sound so much is read.
    private static final int MOST_BYTES = 16 * 1024;

    int bytesAFrame() {
        return channels * form.bytes;
    }

    /// Whether a file begins as one of these does.
    static boolean begins(ByteBuffer first) {
        return (is(first, 0, "RIFF") || is(first, 0, "RF64")) && is(first, 8, "WAVE");
    }

    private static boolean is(ByteBuffer bytes, int at, String word) {
        if (bytes.limit() < at + 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (bytes.get(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static WavHead read(SeekableByteChannel file) throws IOException {
        var chunks = new Chunks(file);
        long at = RIFF_HEAD;
        for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEAD <= file.size(); i++) {
            at = chunks.next(at);
        }
        return chunks.head();
    }

    /// Reads one chunk after the other.
    private static final class Chunks {
        private final SeekableByteChannel file;
        private @Nullable ByteBuffer format;
        private long from = -1;
        private long to;
        private long longLength = -1;
        private Tags tags = Tags.NONE;

        private Chunks(SeekableByteChannel file) {
            this.file = file;
        }

        /// @return where the next one begins
        private long next(long at) throws IOException {
            ByteBuffer head = part(at, CHUNK_HEAD);
            long length = head.getInt(4) & 0xFFFF_FFFFL;
            long content = at + CHUNK_HEAD;
            if (is(head, 0, "data") && from < 0) {
                return data(content, length);
            }
            if (is(head, 0, "fmt ")) {
                format = part(content, length);
            } else if (is(head, 0, "ds64")) {
                ByteBuffer sizes = part(content, length);
                longLength = sizes.limit() >= 16 ? sizes.getLong(8) : -1;
            } else if (is(head, 0, "LIST")) {
                tags = tags.or(info(part(content, length)));
            }
            return content + length + (length & 1);
        }

        /// A length of -1 stands elsewhere, or was never written.
        private long data(long content, long length) throws IOException {
            long told = length == 0xFFFF_FFFFL ? longLength : length;
            from = content;
            boolean believed = told >= 0 && told <= file.size() - content;
            to = believed ? content + told : file.size();
            return to + (told & 1);
        }

        private ByteBuffer part(long at, long length) throws IOException {
            var part =
                    ByteBuffer.allocate((int) Math.min(length, MOST_BYTES))
                            .order(ByteOrder.LITTLE_ENDIAN);
            Bytes.fill(file, at, part);
            return part;
        }

        private WavHead head() throws BrokenSoundException {
            ByteBuffer known = format;
            if (known == null || known.limit() < 16) {
                throw new BrokenSoundException("its head is damaged");
            }
            if (from < 0) {
                throw new BrokenSoundException("there is no sound in it");
            }
            int channels = Limits.channels(known.getShort(2) & 0xFFFF);
            int rate = Limits.rate(known.getInt(4));
            return new WavHead(rate, channels, form(known), from, to, tags);
        }

        private static Form form(ByteBuffer format) throws BrokenSoundException {
            int code = format.getShort(0) & 0xFFFF;
            int bits = format.getShort(14) & 0xFFFF;
            int meant =
                    code == EXTENSIBLE && format.limit() >= 26
                            ? format.getShort(24) & 0xFFFF
                            : code;
            return switch (meant << 16 | bits) {
                case WHOLE << 16 | 8 -> Form.WHOLE_8;
                case WHOLE << 16 | 16 -> Form.WHOLE_16;
                case WHOLE << 16 | 24 -> Form.WHOLE_24;
                case WHOLE << 16 | 32 -> Form.WHOLE_32;
                case FLOAT << 16 | 32 -> Form.FLOAT_32;
                case FLOAT << 16 | 64 -> Form.FLOAT_64;
                case TELEPHONE << 16 | 8 -> Form.MULAW;
                default ->
                        throw new BrokenSoundException(
                                "its samples are of a kind that is not known here (%d, %d bits)"
                                        .formatted(meant, bits));
            };
        }

        private static Tags info(ByteBuffer list) {
            if (!is(list, 0, "INFO")) {
                return Tags.NONE;
            }
            Tags tags = Tags.NONE;
            int at = 4;
            while (at + CHUNK_HEAD <= list.limit()) {
                var id = new byte[4];
                list.get(at, id);
                int length = list.getInt(at + 4);
                if (length < 0 || length > list.limit() - at - CHUNK_HEAD) {
                    return tags;
                }
                var text = new byte[length];
                list.get(at + CHUNK_HEAD, text);
                tags = tags.or(named(new String(id, US_ASCII), text));
                at += CHUNK_HEAD + length + (length & 1);
            }
            return tags;
        }

        private static Tags named(String id, byte[] content) {
            String text = Tags.text(content);
            int end = text.indexOf('\0');
            String whole = end < 0 ? text : text.substring(0, end);
            return switch (id) {
                case "INAM" -> new Tags(whole, "");
                case "IART" -> new Tags("", whole);
                default -> Tags.NONE;
            };
        }
    }
}
