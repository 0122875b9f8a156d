package io.partyline.icecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the coders make, as FFmpeg hears it.
class CodersTest {
    private static final int TICKS = 50;

    @TempDir private Path folder;

    @BeforeEach
    void ffmpegIsHere() {
        assumeTrue(Program.areHere("ffmpeg", "ffprobe"), "ffmpeg is not installed");
    }

    private static void tone(float[] frame, long at, double frequency, double level) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = (float) (level * Math.sin(2 * Math.PI * frequency * (at + i) / Frames.RATE));
        }
    }

    /// Seconds of a tone.
    private Path coded(StreamFormat format, int kbps, int seconds, double frequency)
            throws IOException {
        Path file = folder.resolve("coded");
        var frame = new float[Frames.SAMPLES];
        try (OutputStream out = Files.newOutputStream(file)) {
            Coder coder = format.coder(kbps, out);
            for (int tick = 0; tick < seconds * TICKS; tick++) {
                tone(frame, (long) tick * Frames.SAMPLES, frequency, 0.25);
                coder.code(frame);
            }
            coder.finish();
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void aToneKeepsItsLevelAndIsClean(StreamFormat format)
            throws IOException, InterruptedException {
        Decoded heard = Decoded.of(coded(format, format.usualKbps(), 4, 1_000));
        // LAME turns everything down by half a decibel, so that its own ripple does not clip.
        assertThat(heard.amplitude(48_000, 144_000, 1_000)).isCloseTo(0.25, within(0.015));
        assertThat(heard.noiseBelow(48_000, 144_000, 1_000)).isGreaterThan(45);
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void highTonesAreThereToo(StreamFormat format) throws IOException, InterruptedException {
        Decoded heard = Decoded.of(coded(format, format.usualKbps(), 3, 12_000));
        assertThat(heard.amplitude(48_000, 96_000, 12_000)).isCloseTo(0.25, within(0.03));
    }

    @Test
    void anMp3StreamHasTheRateThatWasAskedFor() throws IOException, InterruptedException {
        Path file = coded(StreamFormat.MP3, 64, 5, 440);
        assertThat(probed(file, "stream=codec_name,sample_rate,channels")).isEqualTo("mp3,48000,1");
        assertThat(Files.size(file)).isBetween(39_000L, 42_000L);
    }

    @Test
    void anOpusStreamHasEverySampleThatWasPutIn() throws IOException, InterruptedException {
        Path file = coded(StreamFormat.OPUS, 96, 5, 440);
        assertThat(probed(file, "stream=codec_name,sample_rate,channels"))
                .isEqualTo("opus,48000,1");
        assertThat(Decoded.of(file).samples()).hasSize(5 * Frames.RATE);
    }

    @Test
    void aTitleBeginsAnotherStreamInTheStreamAndNoSampleIsLost()
            throws IOException, InterruptedException {
        Path file = folder.resolve("chained.opus");
        var frame = new float[Frames.SAMPLES];
        try (OutputStream out = Files.newOutputStream(file)) {
            Coder coder = StreamFormat.OPUS.coder(96, out);
            coder.title("Host");
            for (int tick = 0; tick < 4 * TICKS; tick++) {
                if (tick == 2 * TICKS) {
                    coder.title("Host with Dave");
                }
                tone(frame, (long) tick * Frames.SAMPLES, 1_000, 0.25);
                coder.code(frame);
            }
            coder.finish();
        }
        Decoded heard = Decoded.of(file);
        assertThat(heard.samples()).hasSize(4 * Frames.RATE);
        assertThat(heard.amplitude(24_000, 72_000, 1_000)).isCloseTo(0.25, within(0.01));
        assertThat(heard.amplitude(120_000, 168_000, 1_000)).isCloseTo(0.25, within(0.01));
        assertThat(probed(file, "stream_tags=title")).isEqualTo("Host");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("title=Host with Dave", "OpusTags");
    }

    @Test
    void ofTitlesThatComeFasterThanASecondTheLastOneCounts() throws IOException {
        var out = new ByteArrayOutputStream();
        var frame = new float[Frames.SAMPLES];
        Coder coder = StreamFormat.OPUS.coder(96, out);
        coder.title("Host");
        for (int tick = 0; tick < 3 * TICKS; tick++) {
            if (tick > 10 && tick < 20) {
                coder.title("Host with caller " + tick);
            }
            coder.code(frame);
        }
        coder.finish();
        String stream = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(stream.split("OpusTags", -1)).hasSize(3);
        assertThat(stream).contains("title=Host", "title=Host with caller 19");
    }

    private static String probed(Path file, String what) throws IOException, InterruptedException {
        return Tool.run(
                "ffprobe", "-v", "error", "-show_entries", what, "-of", "csv=p=0", file.toString());
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void whatIsLouderThanFullScaleIsClippedAndNothingBreaks(StreamFormat format)
            throws IOException {
        var frame = new float[Frames.SAMPLES];
        Coder coder = format.coder(format.usualKbps(), OutputStream.nullOutputStream());
        for (int tick = 0; tick < TICKS; tick++) {
            tone(frame, (long) tick * Frames.SAMPLES, 50, 5);
            coder.code(frame);
        }
        coder.finish();
        assertThat(Pcm.of(5)).isEqualTo(Short.MAX_VALUE);
        assertThat(Pcm.of(-5)).isEqualTo((short) -Short.MAX_VALUE);
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void ffmpegCodesTheSame(StreamFormat format) throws IOException, InterruptedException {
        Path file = folder.resolve("coded-by-ffmpeg");
        var frame = new float[Frames.SAMPLES];
        try (OutputStream out = Files.newOutputStream(file);
                Coder coder = new FfmpegCoder(format, format.usualKbps(), out)) {
            for (int tick = 0; tick < 4 * TICKS; tick++) {
                if (tick == 2 * TICKS) {
                    coder.title("Host with Dave");
                }
                tone(frame, (long) tick * Frames.SAMPLES, 1_000, 0.25);
                coder.code(frame);
            }
            coder.finish();
        }
        Decoded heard = Decoded.of(file);
        assertThat(heard.seconds()).isCloseTo(4, within(0.1));
        assertThat(heard.amplitude(24_000, 72_000, 1_000)).isCloseTo(0.25, within(0.015));
        assertThat(heard.amplitude(120_000, 168_000, 1_000)).isCloseTo(0.25, within(0.015));
    }

    @Test
    void aLineThatBreaksBehindFfmpegIsNoticed() throws IOException {
        var broken =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("the line is gone");
                    }
                };
        var frame = new float[Frames.SAMPLES];
        try (Coder coder = new FfmpegCoder(StreamFormat.MP3, 128, broken)) {
            assertThatThrownBy(
                            () -> {
                                for (int tick = 0; tick < 60 * TICKS; tick++) {
                                    coder.code(frame);
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
    }
}
