package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static final int LONGEST = 16 * 1024;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    /// A frame as a client sends it, its length written in the shortest way.
    static byte[] frame(int first, byte[] payload) {
        byte[] mask = {0x12, (byte) 0xfe, 0x00, 0x7f};
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(MASKED | payload.length);
        } else if (payload.length < 1 << 16) {
            out.write(MASKED | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(MASKED | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        out.writeBytes(mask);
        for (int at = 0; at < payload.length; at++) {
            out.write(payload[at] ^ mask[at & 3]);
        }
        return out.toByteArray();
    }

    private static byte[] text(String words) {
        return frame(LAST | TEXT, words.getBytes(UTF_8));
    }

    private static Frames reading(byte[]... frames) {
        var out = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            out.writeBytes(frame);
        }
        return new Frames(Bytes.of(out.toByteArray(), 5), LONGEST);
    }

    private static void readAll(byte[]... frames) {
        Frames read = reading(frames);
        for (byte[] frame : frames) {
            assertThat(read.next()).isEqualTo(frame);
        }
        assertThat(read.next()).isNull();
    }

    private static void assertBreaks(int code, byte[]... frames) {
        Frames read = reading(frames);
        assertThatThrownBy(
                        () -> {
                            while (read.next() != null) {
                                // On to the one that breaks.
                            }
                        })
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenFrameException.class))
                .extracting(BrokenFrameException::code)
                .isEqualTo(code);
    }

    @Test
    void framesAreHandedOnAsTheyCame() {
        readAll(
                text(""),
                text("Zoë 🎙"),
                text("a".repeat(125)),
                text("a".repeat(126)),
                text("a".repeat(LONGEST)),
                frame(LAST | PING, new byte[125]),
                frame(LAST | BINARY, new byte[] {-1}),
                frame(LAST | CLOSE, new byte[] {3, (byte) 0xe8}));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void aKindThatIsReservedIsAgainstTheProtocol(int kind) {
        assertBreaks(1002, frame(LAST | kind, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x20, 0x40, 0x70})
    void bitsThatNobodyHasAgreedOnAreAgainstTheProtocol(int bits) {
        assertBreaks(1002, frame(LAST | bits | TEXT, new byte[0]));
    }

    @Test
    void aFrameWithoutAMaskIsAgainstTheProtocol() {
        assertBreaks(1002, new byte[] {(byte) (LAST | TEXT), 1, 'a'});
    }

    @Test
    void aLongOrBrokenUpPingIsAgainstTheProtocol() {
        assertBreaks(1002, frame(LAST | PING, new byte[126]));
        assertBreaks(1002, frame(PING, new byte[1]));
        assertBreaks(1002, frame(CLOSE, new byte[0]));
    }

    @Test
    void piecesWithoutABeginningOrWithTwoAreAgainstTheProtocol() {
        assertBreaks(1002, frame(LAST, new byte[1]));
        assertBreaks(1002, frame(TEXT, new byte[0]), text("again"));
        assertBreaks(1002, text("whole"), frame(LAST, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
    void aCloseWithACodeThatMayNotBeSentIsAgainstTheProtocol(int code) {
        assertBreaks(1002, frame(LAST | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4999})
    void aCloseWithACodeThatMayBeSentIsFine(int code) {
        readAll(frame(LAST | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
    }

    @Test
    void whoeverHasEnoughMayCloseInTheMiddleOfAMessage() {
        readAll(frame(TEXT, new byte[] {'a'}), frame(LAST | CLOSE, new byte[] {3, (byte) 0xe8}));
    }

    @Test
    void aCloseOfOneByteIsAgainstTheProtocol() {
        assertBreaks(1002, frame(LAST | CLOSE, new byte[] {3}));
    }

    @Test
    void textThatIsNoneHasItsOwnCode() {
        assertBreaks(1007, frame(LAST | TEXT, new byte[] {(byte) 0xc3}));
        assertBreaks(1007, frame(TEXT, new byte[] {(byte) 0xff}));
        assertBreaks(1007, frame(TEXT, new byte[] {(byte) 0xc3}), frame(LAST, new byte[] {'a'}));
        assertBreaks(1007, frame(LAST | CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xc3}));
    }

    @Test
    void whatIsTooLongHasItsOwnCodeAndIsNotWaitedFor() {
        assertBreaks(1009, text("a".repeat(LONGEST + 1)));
        byte[] huge = {(byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1};
        assertBreaks(1009, huge);
        byte[] negative = {(byte) 0x81, (byte) 0xff, -1, -1, -1, -1, -1, -1, -1, -1};
        assertBreaks(1002, negative);
    }

    @Test
    void aFrameThatIsCutOffIsNone() {
        byte[] whole = text("hello");
        for (int length = 0; length < whole.length; length++) {
            var cut = java.util.Arrays.copyOf(whole, length);
            assertThat(new Frames(Bytes.of(cut, 3), LONGEST).next()).isNull();
        }
    }

    /// Whoever reads behind the doorway reads each piece by itself.
    @Test
    void aLetterThatIsCutInTwoIsHandedOnWithThePieceThatEndsIt() {
        byte[] words = "a\u00e9\u20ac\ud83d\ude00z".getBytes(UTF_8);
        var out = new ByteArrayOutputStream();
        for (int at = 0; at < words.length; at++) {
            int first = (at == 0 ? TEXT : 0) | (at == words.length - 1 ? LAST : 0);
            out.writeBytes(frame(first, new byte[] {words[at]}));
            out.writeBytes(frame(LAST | PING, new byte[] {7}));
        }
        var read = new Frames(Bytes.of(out.toByteArray(), 5), LONGEST);
        var heard = new StringBuilder();
        for (byte[] next = read.next(); next != null; next = read.next()) {
            if ((next[0] & 0x0f) != PING) {
                heard.append(new String(FramesFuzz.payload(next), UTF_8)).append('|');
            }
        }
        assertThat(heard).hasToString("a||\u00e9|||\u20ac||||\ud83d\ude00|z|");
    }

    /// The longest whose length stands in one byte has 125; what is handed on here may have more.
    @ParameterizedTest
    @ValueSource(ints = {124, 125, 126, 127})
    void aPieceThatBeginsWithTheRestOfALetterIsHandedOnWhole(int length) {
        byte[] rest = ("\u00a9" + "a".repeat(length - 2)).getBytes(ISO_8859_1);
        Frames read = reading(frame(TEXT, new byte[] {(byte) 0xc3}), frame(LAST, rest));
        assertThat(FramesFuzz.payload(Objects.requireNonNull(read.next()))).isEmpty();
        assertThat(new String(FramesFuzz.payload(Objects.requireNonNull(read.next())), UTF_8))
                .isEqualTo("\u00e9" + "a".repeat(length - 2));
        assertThat(read.next()).isNull();
    }

    @Test
    void anEmptyTextMayTellItsLengthInTheLongestForm() {
        byte[] empty = {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4};
        readAll(empty);
    }
}
