package io.partyline.soundfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/// The comments of Ogg Vorbis and FLAC files: fields such as `TITLE=…`, in UTF-8, each with its
/// length in front. (xiph.org, "Ogg Vorbis I format specification: comment field".)
final class VorbisComments {
    /// More fields are no comment.
    private static final int MOST = 1_000;

    private VorbisComments() {}

    /// @param block from the vendor's length on
    static Tags read(byte[] block) {
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        Tags tags = Tags.NONE;
        if (!skip(bytes) || bytes.remaining() < 4) {
            return tags;
        }
        int count = bytes.getInt();
        for (int i = 0; i < Math.min(count, MOST) && bytes.remaining() >= 4; i++) {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                return tags;
            }
            var field = new byte[length];
            bytes.get(field);
            tags = tags.or(named(new String(field, UTF_8)));
        }
        return tags;
    }

    private static boolean skip(ByteBuffer bytes) {
        if (bytes.remaining() < 4) {
            return false;
        }
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            return false;
        }
        bytes.position(bytes.position() + length);
        return true;
    }

    private static Tags named(String field) {
        int equals = field.indexOf('=');
        if (equals < 0) {
            return Tags.NONE;
        }
        String value = field.substring(equals + 1);
        return switch (field.substring(0, equals).toUpperCase(Locale.ROOT)) {
            case "TITLE" -> new Tags(value, "");
            case "ARTIST" -> new Tags("", value);
            default -> Tags.NONE;
        };
    }
}
