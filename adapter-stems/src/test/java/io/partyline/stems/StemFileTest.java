package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.Riff;
import io.partyline.show.Cuts.Cut;
import io.partyline.show.ShowId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stem as whoever makes something of it reads it: four samples, one second into the show.
class StemFileTest {
    private static final ShowId SHOW = new ShowId("show");
    private static final LocalDateTime EVENING = LocalDateTime.of(2026, 1, 2, 20, 0);
    private static final int SECOND = 48_000;
    private static final int LENGTH = SECOND + 4;
    private static final float[] SOUND = {0.5f, 0.25f, 0.125f, -0.5f};

    @TempDir Path folder;

    @BeforeEach
    void record() {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").write(SECOND, SOUND, SOUND.length);
            recorder.finish(SHOW, LENGTH);
        }
    }

    private WavStemRecorder recorder() {
        return new WavStemRecorder(folder, () -> EVENING);
    }

    private Path stems() {
        return WavStemRecorder.stems(folder, SHOW);
    }

    private StemFile stem() throws IOException {
        return StemFile.of(stems().resolve("01_Host.wav")).orElseThrow();
    }

    private Riff read(ByteArrayOutputStream out) throws IOException {
        return Riff.read(Files.write(folder.resolve("part.wav"), out.toByteArray()));
    }

    @Test
    void severalPartsStandOneBehindTheOtherAndBeginWhenTheFirstDid() throws IOException {
        var out = new ByteArrayOutputStream();
        stem().copy(List.of(new Cut(SECOND, SECOND + 1), new Cut(SECOND + 2, LENGTH)), out);
        Riff parts = read(out);
        assertThat(parts.samples()).isEqualTo(3);
        assertThat(parts.samples(0, 3)).containsExactly(1 << 22, 1 << 20, -(1 << 22));
        assertThat(parts.time()).isEqualTo("20:00:01");
        assertThat(out.size()).isEven();
    }

    @Test
    void aPartOfNoLengthIsASoundFileWithNothingInIt() throws IOException {
        var part = new ByteArrayOutputStream();
        stem().copy(2 * SECOND, 2 * SECOND, part);
        assertThat(read(part).samples()).isZero();
        assertThat(read(part).time()).isEqualTo("20:00:02");
        var none = new ByteArrayOutputStream();
        stem().copy(List.of(), none);
        assertThat(read(none).samples()).isZero();
        assertThat(read(none).time()).isEqualTo("20:00:00");
    }

    @Test
    void aStemThatHasBecomeShorterMeanwhileIsSaidToHave() throws IOException {
        StemFile before = stem();
        try (var stem = WavStem.open(before.path(), EVENING)) {
            stem.extend(SECOND);
        }
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> before.copy(0, LENGTH, out))
                .isInstanceOf(IOException.class)
                .hasMessage("the stem has become shorter");
    }

    @Test
    void whetherAiVoicesAreInAStemCanBeAsked() throws IOException {
        assertThat(stem().aiVoices()).isFalse();
        try (var recorder = recorder()) {
            recorder.open(SHOW, "01_Host").holdsAiVoices();
        }
        assertThat(stem().aiVoices()).isTrue();
        assertThat(stem().samples()).isEqualTo(LENGTH);
    }

    @Test
    void theStemsOfAFolderComeInTheOrderOfTheirNamesAndNothingElseDoes() throws IOException {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "00_Mix");
            recorder.open(SHOW, "03_Caller-Dave");
        }
        Files.writeString(stems().resolve("02_jingle.wav"), "RIFF of somebody else's");
        Files.copy(stem().path(), stems().resolve("01_Host.bak"));
        assertThat(StemFile.in(stems()))
                .extracting(StemFile::name)
                .containsExactly("00_Mix", "01_Host", "03_Caller-Dave");
        assertThat(StemFile.in(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void nothingIsWrittenOrNotedInAStemOfAShowThatIsFinished() {
        try (var recorder = recorder()) {
            StemRecorder.Stem stem = recorder.open(SHOW, "04_Caller-Jas");
            recorder.finish(SHOW, LENGTH);
            assertThatThrownBy(() -> stem.write(0, SOUND, 1)).hasMessageContaining("is closed");
            assertThatThrownBy(stem::holdsAiVoices).hasMessage("The stem 04_Caller-Jas is closed.");
        }
    }

    @Test
    void aShowThatGoesOnAfterItWasFinishedGoesOnInItsFiles() throws IOException {
        try (var recorder = recorder()) {
            assertThat(recorder.open(SHOW, "01_Host").name()).isEqualTo("01_Host");
            recorder.finish(SHOW, LENGTH);
            StemRecorder.Stem again = recorder.open(SHOW, "01_Host");
            assertThat(again.name()).isEqualTo("01_Host");
            again.write(LENGTH, SOUND, 1);
        }
        assertThat(stem().samples()).isEqualTo(LENGTH + 1);
    }
}
