package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What comes on a WebSocket: frames of a known kind, up to the first that is none, and each piece
/// of a text a text by itself.
public final class FramesFuzz {
    private static final int LONGEST = 16 * 1024;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;

    private FramesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws CharacterCodingException {
        var frames = new Frames(Bytes.of(input, 5), LONGEST);
        boolean inText = false;
        try {
            for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
                int kind = frame[0] & 0x0f;
                assertThat(kind).isIn(0, 1, 2, 8, 9, 10);
                inText = kind == TEXT || (inText && kind != 2);
                if (inText && (kind == TEXT || kind == CONTINUATION)) {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload(frame)));
                }
            }
        } catch (BrokenFrameException refused) {
            assertThat(refused.code()).isIn(1002, 1007, 1009);
        }
    }

    static byte[] payload(byte[] frame) {
        int told = frame[1] & 0x7f;
        int mask = 2 + (told == 126 ? 2 : told == 127 ? 8 : 0);
        byte[] payload = Arrays.copyOfRange(frame, mask + 4, frame.length);
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= frame[mask + (at & 3)];
        }
        return payload;
    }
}
