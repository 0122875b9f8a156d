package io.partyline.soundfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.port.SoundShelf;
import io.partyline.rehearsal.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of file at the right pitch, as loud as it is and as long as it is.
class FormatsTest {
    /// Has a whole number of periods in a tenth of a second.
    private static final double TONE = 440;

    /// LAME makes some files softer by a twentieth, so that none of them clips.
    private static final double LAME = 0.06;

    private static final Duration LENGTH = Duration.ofMillis(1_500);

    @TempDir Path folder;

    /// The middle of a second is the tone; to both sides of it a filter may ring.
    private static void isTheTone(float[] heard, double noiseDb) {
        isTheTone(heard, noiseDb, 0.01);
    }

    /// @param exact how far the amplitude may be off, as a share of it
    private static void isTheTone(float[] heard, double noiseDb, double exact) {
        int from = 4_800;
        int to = 13 * 4_800;
        assertThat(heard.length).isGreaterThan(to);
        assertThat(TestSounds.amplitude(heard, from, to, TONE)).isCloseTo(0.5, within(0.5 * exact));
        assertThat(TestSounds.noiseDb(heard, from, to, TONE)).isLessThan(noiseDb);
    }

    private Path source(int rate, int channels) {
        return TestSounds.wav(
                folder.resolve("source.wav"), TestSounds.tone(TONE, LENGTH, rate), rate, channels);
    }

    private float[] encoded(int rate, int channels, String name, String... options) {
        try {
            Path file = folder.resolve(name);
            var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
            command.add(source(rate, channels).toString());
            command.addAll(List.of(options));
            command.add(file.toString());
            Tool.run(command.toArray(String[]::new));
            return TestSounds.heard(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 1", "11025, 2", "16000, 1", "22050, 2", "24000, 1", "32000, 2", "37800, 1",
        "44056, 2", "44100, 2", "47999, 1", "48000, 6", "88200, 2", "96000, 2", "192000, 2"
    })
    void wavFilesOfAnyRate(int rate, int channels) {
        float[] heard = TestSounds.heard(source(rate, channels));
        isTheTone(heard, -75);
        assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(4));
    }

    @ParameterizedTest
    @CsvSource({
        "pcm_u8, -36",
        "pcm_s16le, -75",
        "pcm_s24le, -75",
        "pcm_s32le, -75",
        "pcm_f32le, -75",
        "pcm_f64le, -75",
        "pcm_mulaw, -35"
    })
    void wavFilesOfAnyDepth(String codec, double noiseDb) {
        isTheTone(encoded(44_100, 2, "a.wav", "-c:a", codec), noiseDb);
    }

    @Test
    void longWavFilesOfTheOtherKindOfHead() {
        float[] heard = encoded(48_000, 2, "a.wav", "-rf64", "always", "-c:a", "pcm_s24le");
        isTheTone(heard, -75);
        assertThat(heard).hasSize(Frames.samplesOf(LENGTH));
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 2, s16, 16",
        "48000, 1, s16, 16",
        "44100, 2, s32, 24",
        "96000, 6, s32, 24",
        "8000, 1, s16, 16",
        "192000, 2, s32, 24"
    })
    void flacFilesOfAnyDepth(int rate, int channels, String form, String bits) {
        float[] heard =
                encoded(
                        rate,
                        channels,
                        "a.flac",
                        "-sample_fmt",
                        form,
                        "-bits_per_raw_sample",
                        bits,
                        "-strict",
                        "-2");
        isTheTone(heard, -75);
        assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(2));
    }

    @ParameterizedTest
    @CsvSource({"44100, 2", "48000, 1", "22050, 1", "16000, 2", "32000, 2", "8000, 1"})
    void oggVorbisFilesOfAnyRateAndTheirExactLength(int rate, int channels) {
        float[] heard = encoded(rate, channels, "a.ogg", "-c:a", "libvorbis", "-q:a", "6");
        isTheTone(heard, -30, 0.02);
        assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(2));
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 2, 128k",
        "48000, 2, 320k",
        "32000, 1, 64k",
        "22050, 2, 64k",
        "24000, 1, 48k",
        "16000, 1, 32k",
        "11025, 1, 32k",
        "8000, 1, 24k"
    })
    void mp3FilesOfAnyRateWithoutWhatTheEncoderAdded(int rate, int channels, String bits) {
        float[] heard = encoded(rate, channels, "a.mp3", "-c:a", "libmp3lame", "-b:a", bits);
        isTheTone(heard, -30, LAME);
        assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(4));
        // The tone begins where it should: its phase is that of a sine from the first sample on.
        double expected = TestSounds.tone(TONE, LENGTH, Frames.RATE)[10_000];
        assertThat((double) heard[10_000]).isCloseTo(expected, within(0.04));
    }

    @ParameterizedTest
    @CsvSource({"0, -30", "4, -30", "9, -20"})
    void mp3FilesOfVariableBitrate(String quality, double noiseDb) {
        float[] heard = encoded(44_100, 2, "a.mp3", "-c:a", "libmp3lame", "-q:a", quality);
        isTheTone(heard, noiseDb, LAME);
        assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(2));
    }

    @Test
    void mp3FilesWhoseEncoderSaysNothing() {
        float[] heard = encoded(44_100, 2, "a.mp3", "-c:a", "libmp3lame", "-write_xing", "0");
        isTheTone(heard, -30, LAME);
        assertThat(heard.length)
                .isBetween(Frames.samplesOf(LENGTH), Frames.samplesOf(LENGTH) + 6_000);
    }

    /// So that this is tried where no encoder is installed.
    @ParameterizedTest
    @CsvSource({"tone.mp3, -30", "tone.ogg, -30", "tone-16.flac, -75", "tone-24.flac, -75"})
    void filesThatOthersHaveMade(String name, double noiseDb) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FormatsTest.class.getResourceAsStream(name), name)) {
            Path file = TestSounds.write(folder.resolve(name), in.readAllBytes());
            float[] heard = TestSounds.heard(file);
            isTheTone(heard, noiseDb, LAME);
            assertThat(heard.length).isCloseTo(Frames.samplesOf(LENGTH), within(2));
        }
        var shelf = new FolderShelf(folder, true);
        shelf.look();
        SoundShelf.Piece piece = shelf.pieces().getFirst();
        assertThat(piece.title()).isEqualTo("Harbour Song");
        assertThat(piece.artist()).isEqualTo("The Überboats");
        assertThat(piece.length().orElseThrow().toMillis()).isCloseTo(1_500, within(1L));
    }

    @Test
    void aFileIsKnownByItsContentAndNotByItsName() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FormatsTest.class.getResourceAsStream("tone-16.flac"))) {
            Path file = TestSounds.write(folder.resolve("flac.mp3"), in.readAllBytes());
            isTheTone(TestSounds.heard(file), -75);
        }
    }

    @Test
    void severalChannelsBecomeTheirMeanWhichNeverClips() {
        ByteBuffer data = ByteBuffer.allocate(4 * 3_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 3_000; i++) {
            data.putShort(Short.MAX_VALUE).putShort(i < 1_500 ? Short.MAX_VALUE : (short) 0);
        }
        Path file =
                TestSounds.write(
                        folder.resolve("a.wav"), TestSounds.wav(1, 16, 48_000, 2, data.array()));
        float[] heard = TestSounds.heard(file);
        assertThat(heard[100]).isCloseTo(1, within(1e-4f));
        assertThat(heard[2_000]).isCloseTo(0.5f, within(1e-4f));
    }

    @Test
    void namesStandInWavFilesToo() throws IOException, InterruptedException {
        Path file = folder.resolve("named.wav");
        Tool.run(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                source(44_100, 1).toString(),
                "-metadata",
                "title=Harbour Song",
                "-metadata",
                "artist=The Überboats",
                file.toString());
        var shelf = new FolderShelf(folder, true);
        shelf.look();
        assertThat(shelf.pieces().getFirst().title()).isEqualTo("Harbour Song");
        assertThat(shelf.pieces().getFirst().artist()).isEqualTo("The Überboats");
    }
}
