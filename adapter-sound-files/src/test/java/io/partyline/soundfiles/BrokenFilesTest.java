package io.partyline.soundfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever lies in the folder, the worst that happens is a sentence that names it.
class BrokenFilesTest {
    private static final int SEEDS = 60;

    @TempDir Path folder;

    private String trouble(String name, byte[] bytes) {
        TestSounds.write(folder.resolve(name), bytes);
        var shelf = new FolderShelf(folder, true);
        shelf.look();
        return shelf.pieces().stream()
                .filter(piece -> piece.id().equals(name))
                .findFirst()
                .flatMap(SoundShelf.Piece::trouble)
                .orElse("");
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(BrokenFilesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] wav() {
        float[] tone = TestSounds.tone(440, Duration.ofSeconds(1), 44_100);
        ByteBuffer data = ByteBuffer.allocate(2 * tone.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : tone) {
            data.putShort((short) (sample * 32_767));
        }
        return TestSounds.wav(1, 16, 44_100, 1, data.array());
    }

    @Test
    void whatIsWrongIsSaidInWordsOfTheHost() {
        assertThat(trouble("a.wav", new byte[0]))
                .isEqualTo("\"a.wav\" cannot be played: it is empty.");
        assertThat(trouble("a.mp3", TestSounds.ascii("Dear Dave, this is a letter.")))
                .isEqualTo(
                        "\"a.mp3\" cannot be played: it is none of MP3, Ogg Vorbis, FLAC and WAV.");
        assertThat(trouble("b.wav", TestSounds.wav(1, 16, 48_000, 65_535, new byte[100])))
                .isEqualTo(
                        "\"b.wav\" cannot be played: it has 65,535 channels, and 16 are the most.");
        assertThat(trouble("c.wav", TestSounds.wav(1, 16, 0, 1, new byte[100])))
                .contains("it has 0 samples a second, and 4,000 to 384,000 are possible");
        assertThat(trouble("d.wav", TestSounds.wav(85, 0, 48_000, 1, new byte[100])))
                .contains("its samples are of a kind that is not known here");
        assertThat(trouble("e.wav", TestSounds.wav(1, 16, 48_000, 1, new byte[0])))
                .contains("there is no sound in it");
        assertThat(trouble("f.wav", Arrays.copyOf(wav(), 30))).contains("its head is damaged");
        assertThat(trouble("g.ogg", TestSounds.ascii("OggS and nothing else")))
                .contains("it does not begin as an Ogg file does");
        assertThat(trouble("h.flac", Arrays.copyOf(resource("tone-16.flac"), 20)))
                .contains("it ends within its head");
    }

    /// 44 bytes that promise four gigabytes.
    @Test
    void aLengthThatTheHeadTellsWronglyIsNotBelieved() {
        byte[] promising = TestSounds.wav(1, 16, 48_000, 1, new byte[960]);
        ByteBuffer.wrap(promising).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0xFFFF_FFF0);
        Path file = TestSounds.write(folder.resolve("a.wav"), promising);
        assertThat(TestSounds.heard(file)).hasSize(480);
    }

    /// A sparse file, which takes no room on the disk.
    @Test
    void aFileThatIsTooLargeIsRefusedByTheNumber() throws IOException {
        Path file = TestSounds.write(folder.resolve("a.wav"), wav());
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(Limits.LARGEST + 1).write(ByteBuffer.wrap(new byte[1]));
        }
        assertThatThrownBy(() -> new SoundFile(file, "a.wav").open())
                .hasMessage("\"a.wav\" cannot be played: it is larger than 4 GB.");
    }

    /// A tag that says it is 256 MB long, in front of a piece that is not.
    @Test
    void aTagThatNeverEndsIsNotReadIntoMemory() {
        var tag = new byte[200];
        System.arraycopy(TestSounds.ascii("ID3"), 0, tag, 0, 3);
        tag[3] = 4;
        Arrays.fill(tag, 6, 10, (byte) 0x7F);
        assertThat(trouble("a.mp3", tag)).contains("\"a.mp3\" cannot be played");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.ogg", "tone-16.flac"})
    void aFileThatIsCutOffIsPlayedAsFarAsItGoes(String name) {
        byte[] whole = resource(name);
        Path file =
                TestSounds.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * 2 / 3));
        float[] heard = TestSounds.heard(file);
        assertThat(heard.length).isBetween(Frames.RATE * 2 / 5, Frames.RATE * 3 / 2);
    }

    static Stream<String> kinds() {
        return Stream.of("tone.mp3", "tone.ogg", "tone-16.flac", "tone.wav");
    }

    /// Bytes here and there become others, pieces are missing or come twice: it is played somehow,
    /// or refused by name, and it is never more than it could have been.
    @ParameterizedTest
    @MethodSource("kinds")
    void whateverBecomesOfAFileItIsPlayedOrRefusedByName(String name) {
        byte[] whole = name.endsWith("wav") ? wav() : resource(name);
        int played = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] broken = broken(whole, new Random(seed));
            Path file = TestSounds.write(folder.resolve(name), broken);
            try {
                float[] heard = TestSounds.heard(file);
                played++;
                for (float sample : heard) {
                    assertThat(Math.abs(sample)).as("seed %d", seed).isLessThan(100);
                }
            } catch (SoundException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining(name);
            }
        }
        assertThat(played).isPositive();
    }

    private static byte[] broken(byte[] whole, Random chance) {
        byte[] bytes = whole.clone();
        int wounds = 1 + chance.nextInt(4);
        int near = chance.nextBoolean() ? 200 : bytes.length;
        for (int i = 0; i < wounds; i++) {
            bytes[chance.nextInt(Math.min(near, bytes.length))] = (byte) chance.nextInt();
        }
        int from = chance.nextInt(bytes.length);
        int to = from + chance.nextInt(bytes.length - from);
        return switch (chance.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, to);
            case 1 -> without(bytes, from, to);
            default -> bytes;
        };
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    @Test
    void aPieceThatBecomesShorterWhileItIsPlayedIsNamed() throws IOException {
        Path file = TestSounds.write(folder.resolve("a.wav"), wav());
        try (var stream = new FileStream(new SoundFile(file, "a.wav"))) {
            var some = new float[1_000];
            stream.read(some);
            Files.write(file, Arrays.copyOf(wav(), 200));
            assertThatThrownBy(
                            () -> {
                                while (stream.read(some) > 0) {
                                    Arrays.fill(some, 0);
                                }
                            })
                    .isInstanceOf(SoundException.class)
                    .hasMessageContaining("\"a.wav\"");
        }
    }
}
