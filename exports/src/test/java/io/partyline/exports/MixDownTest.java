package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.files.WavHead;
import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.OtherMeter;
import io.partyline.rehearsal.Tool;
import io.partyline.show.Cuts;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The mix as it is published, measured by somebody else.
class MixDownTest {
    private static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0);
    private static final int SECOND = Frames.RATE;

    @TempDir Path data;

    /// Something like talk: noise in the band of a voice, in syllables, with pauses, and with peaks
    /// far above the rest.
    private static float[] talk(int seconds, double level) {
        return talk(seconds, level, true);
    }

    private static float[] talk(int seconds, double level, boolean shouts) {
        var chance = new Random(3);
        var talk = new float[seconds * SECOND];
        double low = 0;
        double lower = 0;
        for (int i = 0; i < talk.length; i++) {
            double syllable = Math.sin(2 * Math.PI * 4.3 * i / SECOND);
            boolean pause = i / (SECOND / 2) % 7 == 6;
            boolean shout = shouts && i / SECOND % 11 == 5;
            double strength = pause ? 0.002 : syllable * syllable * (shout ? 3 : 1);
            low += (chance.nextGaussian() - low) * 0.25;
            lower += (low - lower) * 0.04;
            talk[i] = (float) (level * strength * (low - lower));
        }
        return talk;
    }

    private RecordedStem record(float[] sound) throws IOException {
        try (var recorder = new WavStemRecorder(data, () -> BEGUN)) {
            StemRecorder.Stem stem = recorder.open(FridayShow.ID, "00_Mix");
            stem.write(0, sound, sound.length);
            stem.holdsAiVoices();
            recorder.finish(FridayShow.ID, sound.length);
        }
        StemFile stem = StemFile.in(WavStemRecorder.stems(data, FridayShow.ID)).getFirst();
        return new RecordedStem(stem.name(), "00_Mix.wav", stem.samples(), stem::copy);
    }

    private Path published(RecordedStem mix, Cuts.Cut... dumped) throws IOException {
        Path file = data.resolve("mix.wav");
        try (var out = Files.newOutputStream(file)) {
            new MixDown(StemSound.of(new StemSamples(mix), new Cuts(List.of(dumped)))).writeTo(out);
        }
        return file;
    }

    /// From hardly audible to far too loud.
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.15, 0.5, 2})
    void itIsAsLoudAsAPodcastHoweverLoudTheShowWas(double level) throws Exception {
        Path file = published(record(talk(40, level)));
        OtherMeter read = OtherMeter.of(file);
        assertThat(read.integrated()).isCloseTo(-19, within(0.5));
        assertThat(OtherMeter.twice(file).integrated()).isCloseTo(-16, within(0.5));
        assertThat(read.truePeak()).isLessThanOrEqualTo(-0.9);
        assertThat(Tool.soxSamples(file)).isEqualTo(40L * SECOND);
    }

    @Test
    void itsHeadSaysHowLoudItIsAndThatAiVoicesAreInIt() throws Exception {
        Path file = published(record(talk(20, 0.1)));
        WavHead head = WavHead.read(ByteBuffer.wrap(Files.readAllBytes(file))).orElseThrow();
        OtherMeter read = OtherMeter.of(file);
        WavHead.Measured said = head.loudness().orElseThrow();
        assertThat(said.integrated()).isCloseTo(read.integrated(), within(0.1));
        assertThat(said.range()).isCloseTo(read.range(), within(0.3));
        assertThat(said.truePeak()).isCloseTo(read.truePeak(), within(0.2));
        assertThat(head.begun()).isEqualTo(BEGUN);
        assertThat(head.description()).contains("-16 LUFS").contains("AI voice");
    }

    /// What peaks do not ask for is not done: every sample is the stem's, raised.
    @Test
    void whereNoPeakIsInTheWayItIsTheStemAndAGain() throws Exception {
        float[] talk = talk(10, 0.02, false);
        float[] out = samples(published(record(talk)));
        double gain = Frames.rms(out, out.length) / Frames.rms(talk, talk.length);
        for (int i = 0; i < talk.length; i++) {
            assertThat((double) out[i]).isCloseTo(talk[i] * gain, within(1e-5));
        }
    }

    /// Dumped seconds are gone from it, to the sample, and the stem keeps them.
    @Test
    void whatIsLeftOutIsGoneAndNothingElse() throws Exception {
        float[] talk = talk(30, 0.03, false);
        for (int i = 10 * SECOND; i < 13 * SECOND; i++) {
            talk[i] = (float) (0.3 * Math.sin(2 * Math.PI * 1_000 * i / SECOND));
        }
        RecordedStem mix = record(talk);
        byte[] before = Files.readAllBytes(stem());
        float[] out = samples(published(mix, new Cuts.Cut(10 * SECOND, 13 * SECOND)));
        assertThat(out).hasSize(27 * SECOND);
        assertThat(tone(out)).isLessThan(0.02);
        double gain = out[9 * SECOND] / (double) talk[9 * SECOND];
        for (int i = 0; i < SECOND; i++) {
            assertThat((double) out[15 * SECOND + i])
                    .isCloseTo(talk[18 * SECOND + i] * gain, within(1e-3));
        }
        assertThat(Files.readAllBytes(stem())).isEqualTo(before);
        assertThat(steepest(out)).isLessThan(steepest(talk) * gain * 1.5);
    }

    @Test
    void aSilentShowStaysSilent() throws Exception {
        float[] out = samples(published(record(new float[2 * SECOND])));
        assertThat(out).hasSize(2 * SECOND).containsOnly(0f);
    }

    @Test
    void ofAShowThatWasNotRecordedThereIsNone() {
        var exports = new ShowExports(_ -> FridayShow.entries(), _ -> List.of());
        assertThat(exports.formats()).contains("mix");
        assertThatThrownBy(() -> exports.export(FridayShow.ID, "mix"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Nothing of this show was recorded.");
    }

    private Path stem() {
        return WavStemRecorder.stems(data, FridayShow.ID).resolve("00_Mix.wav");
    }

    private static float[] samples(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var sound = new ByteArrayOutputStream();
        sound.write(bytes, WavHead.SIZE, bytes.length - WavHead.SIZE);
        byte[] pcm = sound.toByteArray();
        var samples = new float[pcm.length / 3];
        for (int i = 0; i < samples.length; i++) {
            int low = (pcm[3 * i] & 0xFF) | ((pcm[3 * i + 1] & 0xFF) << 8);
            samples[i] = (low | (pcm[3 * i + 2] << 16)) / (float) (1 << 23);
        }
        return samples;
    }

    /// How much of the tone that was left out can still be found in any second.
    private static double tone(float[] samples) {
        double most = 0;
        for (int from = 0; from + SECOND <= samples.length; from += SECOND) {
            double real = 0;
            double imaginary = 0;
            for (int i = from; i < from + SECOND; i++) {
                real += samples[i] * Math.cos(2 * Math.PI * 1_000 * i / SECOND);
                imaginary += samples[i] * Math.sin(2 * Math.PI * 1_000 * i / SECOND);
            }
            most = Math.max(most, 2 * Math.hypot(real, imaginary) / SECOND);
        }
        return most;
    }

    private static double steepest(float[] samples) {
        double most = 0;
        for (int i = 1; i < samples.length; i++) {
            most = Math.max(most, Math.abs((double) samples[i] - samples[i - 1]));
        }
        return most;
    }
}
