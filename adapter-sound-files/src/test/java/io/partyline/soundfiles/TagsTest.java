package io.partyline.soundfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsTest {
    private static final String TITLE = "Größer Fluß";
    private static final String ARTIST = "Søren";

    private static byte[] frame(
            String id, int encoding, Charset charset, String text, int version) {
        byte[] words = text.getBytes(charset);
        int size = 1 + words.length;
        ByteBuffer frame = ByteBuffer.allocate((version == 2 ? 6 : 10) + size);
        frame.put(id.getBytes(ISO_8859_1));
        if (version == 2) {
            frame.put((byte) 0).putShort((short) size);
        } else {
            frame.putInt(size).putShort((short) 0);
        }
        return frame.put((byte) encoding).put(words).array();
    }

    private static byte[] tag(int version, byte[]... frames) throws IOException {
        var body = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            body.write(frame);
        }
        body.write(new byte[50]);
        int size = body.size();
        var tag = new ByteArrayOutputStream();
        tag.write(new byte[] {'I', 'D', '3', (byte) version, 0, 0});
        tag.write(new byte[] {0, 0, (byte) (size >> 7), (byte) (size & 0x7F)});
        tag.write(body.toByteArray());
        return tag.toByteArray();
    }

    private static Tags read(byte[] tag) throws IOException {
        return Id3.inFront(new ByteArrayInputStream(tag));
    }

    @Test
    void tagsInFrontOfAnMp3AreReadInEveryVersionAndAlphabet() throws IOException {
        var expected = new Tags(TITLE, ARTIST);
        for (int version : new int[] {3, 4}) {
            assertThat(
                            read(
                                    tag(
                                            version,
                                            frame("TIT2", 3, UTF_8, TITLE, version),
                                            frame("TPE1", 1, UTF_16, ARTIST, version))))
                    .isEqualTo(expected);
        }
        assertThat(
                        read(
                                tag(
                                        2,
                                        frame("TT2", 0, ISO_8859_1, TITLE, 2),
                                        frame("TP1", 0, ISO_8859_1, ARTIST, 2))))
                .isEqualTo(expected);
    }

    @Test
    void theTagBehindAnMp3IsReadIfThereIsNoneInFront(@TempDir Path folder) throws IOException {
        var bytes = new byte[300];
        System.arraycopy("TAG".getBytes(ISO_8859_1), 0, bytes, 172, 3);
        System.arraycopy(TITLE.getBytes(ISO_8859_1), 0, bytes, 175, 11);
        System.arraycopy(ARTIST.getBytes(ISO_8859_1), 0, bytes, 205, 5);
        Path file = Files.write(folder.resolve("a.mp3"), bytes);
        try (var channel = Files.newByteChannel(file)) {
            assertThat(Id3.behind(channel)).isEqualTo(new Tags(TITLE, ARTIST));
        }
    }

    @Test
    void vorbisCommentsAreReadWhateverTheirCapitals() {
        ByteBuffer block = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        put(block, "a vendor");
        block.putInt(3);
        put(block, "tItLe=" + TITLE);
        put(block, "nonsense");
        put(block, "ARTIST=" + ARTIST);
        assertThat(VorbisComments.read(block.array())).isEqualTo(new Tags(TITLE, ARTIST));
    }

    private static void put(ByteBuffer block, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        block.putInt(bytes.length).put(bytes);
    }

    @Test
    void aTagWhoseLengthsAreWrongIsReadAsFarAsItMakesSense() throws IOException {
        byte[] tag = tag(3, frame("TIT2", 3, UTF_8, TITLE, 3), frame("TPE1", 3, UTF_8, ARTIST, 3));
        tag[10 + 10 + 14 + 4] = 0x7F;
        assertThat(read(tag).title()).isEqualTo(TITLE);
        ByteBuffer block = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(-5);
        assertThat(VorbisComments.read(block.array())).isEqualTo(Tags.NONE);
    }

    @Test
    void aTitleIsOneLineOfABearableLength() {
        var tags = new Tags("  a\n\tb\u0000\u202E c  ", "x".repeat(5_000));
        assertThat(tags.title()).isEqualTo("a b c");
        assertThat(tags.artist()).hasSize(200);
    }

    @Test
    void aLongTitleIsCutAndNoCharacterInHalf() {
        assertThat(new Tags("a".repeat(199) + "🚤", "").title()).isEqualTo("a".repeat(199));
        assertThat(new Tags("🚤".repeat(101), "").title()).isEqualTo("🚤".repeat(100));
    }
}
