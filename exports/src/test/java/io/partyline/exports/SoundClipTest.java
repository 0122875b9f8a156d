package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.files.WavHead;
import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.Riff;
import io.partyline.show.Cuts;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A piece is cut out of a loud tone, where it is at its loudest.
class SoundClipTest {
    private static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0);
    private static final int SECOND = 48_000;
    private static final int FADE = 240;
    private static final int FULL = 1 << 23;

    @TempDir Path data;

    /// 200 Hz: a period is 240 samples, and every quarter of a second begins at its peak.
    private static double tone(long at) {
        return 0.5 * Math.cos(2 * Math.PI * 200 * at / SECOND);
    }

    private RecordedStem recorded() throws IOException {
        var tone = new float[10 * SECOND];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) tone(i);
        }
        try (var recorder = new WavStemRecorder(data, () -> BEGUN)) {
            StemRecorder.Stem stem = recorder.open(FridayShow.ID, "00_Mix");
            stem.write(0, tone, tone.length);
            stem.holdsAiVoices();
            recorder.finish(FridayShow.ID, tone.length);
        }
        StemFile stem = StemFile.in(WavStemRecorder.stems(data, FridayShow.ID)).getFirst();
        return new RecordedStem(stem.name(), "00_Mix.wav", stem.samples(), stem::copy);
    }

    private int[] clip(Cuts.Cut... parts) throws IOException {
        Path file = data.resolve("clip.wav");
        try (var out = Files.newOutputStream(file)) {
            new SoundClip(recorded(), List.of(parts)).writeTo(out);
        }
        Riff clip = Riff.read(file);
        return clip.samples(0, (int) clip.samples());
    }

    private static double steepest(int[] samples) {
        double most = Math.max(Math.abs(samples[0]), Math.abs(samples[samples.length - 1]));
        for (int i = 1; i < samples.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - samples[i - 1]));
        }
        return most / FULL;
    }

    /// The steepest that the tone itself is, and what the fade adds to it at its loudest.
    private static final double UNHEARD = 0.5 * 2 * Math.PI * 200 / SECOND + 0.5 / FADE;

    @Test
    void itComesAndGoesWithoutAClick() throws IOException {
        int[] clip = clip(new Cuts.Cut(2 * SECOND, 4 * SECOND));
        assertThat(clip).hasSize(2 * SECOND);
        assertThat(steepest(clip)).isLessThan(UNHEARD);
        assertThat(clip[0] / (double) FULL).isCloseTo(0.5 / FADE, within(1e-6));
        assertThat(clip[clip.length - 1] / (double) FULL)
                .isCloseTo(tone(4 * SECOND - 1) / FADE, within(1e-6));
    }

    @Test
    void betweenItsEndsItIsWhatItWasCutFrom() throws IOException {
        int[] clip = clip(new Cuts.Cut(2 * SECOND, 4 * SECOND));
        for (int i = FADE; i < clip.length - FADE; i++) {
            assertThat((double) clip[i]).isCloseTo(tone(2 * SECOND + i) * FULL, within(1.0));
        }
    }

    @Test
    void whereSomethingIsLeftOutBothSidesFade() throws IOException {
        int[] clip =
                clip(
                        new Cuts.Cut(SECOND, 2 * SECOND),
                        // Half a period on, at the lowest point.
                        new Cuts.Cut(5 * SECOND + 120, 6 * SECOND));
        assertThat(clip).hasSize(2 * SECOND - 120);
        assertThat(steepest(clip)).isLessThan(UNHEARD);
    }

    @Test
    void itsHeadSaysWhenItBeginsAndWhoseVoicesAreInIt() throws IOException {
        clip(new Cuts.Cut(3 * SECOND, 4 * SECOND));
        Riff clip = Riff.read(data.resolve("clip.wav"));
        assertThat(clip.time()).isEqualTo("20:00:03");
        byte[] file = Files.readAllBytes(data.resolve("clip.wav"));
        assertThat(WavHead.read(ByteBuffer.wrap(file)).orElseThrow().description())
                .contains("AI voice");
    }
}
