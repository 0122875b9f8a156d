package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.StemException;
import io.partyline.rehearsal.Riff;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host's own recording beside the stems that were recorded in the studio.
class LateStemTest {
    private static final ShowId SHOW = new ShowId("show");
    private static final LocalDateTime EVENING = LocalDateTime.of(2026, 1, 2, 20, 0);
    private static final int LENGTH = 10_000;

    @TempDir Path folder;

    private WavStemRecorder recorder = new WavStemRecorder(Path.of("."), () -> EVENING);

    @BeforeEach
    void open() {
        recorder = new WavStemRecorder(folder, () -> EVENING);
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    private static float[] all(float level, int count) {
        var samples = new float[count];
        Arrays.fill(samples, level);
        return samples;
    }

    private void record() {
        recorder.open(SHOW, "01_Host").write(0, all(0.25f, LENGTH), LENGTH);
    }

    private Path file() {
        return WavStemRecorder.stems(folder, SHOW).resolve(LateStem.NAME + ".wav");
    }

    private int sample(long at) throws IOException {
        return Riff.read(file()).samples(at, 1)[0];
    }

    private StemFile stem() throws IOException {
        return StemFile.of(file()).orElseThrow();
    }

    @Test
    void aSliceStandsAtItsPlaceAndTheRestIsSilence() throws IOException {
        record();
        recorder.finish(SHOW, LENGTH);
        assertThat(recorder.late().keep(SHOW, 4_000, all(0.5f, 100))).hasValue(100);
        assertThat(recorder.late().keep(SHOW, 1_000, all(-0.5f, 100))).hasValue(100);
        assertThat(stem().samples()).isEqualTo(LENGTH);
        assertThat(sample(999)).isZero();
        assertThat(sample(1_000)).isEqualTo(-(1 << 22));
        assertThat(sample(1_100)).isZero();
        assertThat(sample(4_000)).isEqualTo(1 << 22);
        assertThat(sample(4_099)).isEqualTo(1 << 22);
        assertThat(sample(4_100)).isZero();
        assertThat(stem().begun()).isEqualTo(EVENING);
    }

    @Test
    void aSliceMayComeTwice() throws IOException {
        record();
        recorder.late().keep(SHOW, 10, all(0.5f, 100));
        assertThat(recorder.late().keep(SHOW, 10, all(0.5f, 100))).hasValue(100);
        assertThat(sample(50)).isEqualTo(1 << 22);
    }

    @Test
    void whatLiesBehindTheEndOfTheShowIsLeftOut() throws IOException {
        record();
        recorder.finish(SHOW, LENGTH);
        assertThat(recorder.late().keep(SHOW, LENGTH - 40, all(0.5f, 100))).hasValue(40);
        assertThat(recorder.late().keep(SHOW, LENGTH + 5L, all(0.5f, 100))).hasValue(0);
        assertThat(recorder.late().keep(SHOW, Long.MAX_VALUE, all(0.5f, 100))).hasValue(0);
        assertThat(stem().samples()).isEqualTo(LENGTH);
    }

    @Test
    void whileTheShowGoesOnItGrowsWithIt() throws IOException {
        var host = recorder.open(SHOW, "01_Host");
        host.write(0, all(0.25f, LENGTH), LENGTH);
        recorder.late().keep(SHOW, 0, all(0.5f, 100));
        host.write(LENGTH, all(0.25f, LENGTH), LENGTH);
        recorder.finish(SHOW, 3L * LENGTH);
        assertThat(stem().samples()).isEqualTo(3L * LENGTH);
        assertThat(sample(50)).isEqualTo(1 << 22);
    }

    /// Slices come by requests, each on a thread of its own.
    @Test
    void slicesMayComeFromAnyThreadOneBehindTheOther() throws Exception {
        record();
        recorder.finish(SHOW, LENGTH);
        Thread request =
                Thread.ofVirtual().start(() -> recorder.late().keep(SHOW, 0, all(0.5f, 10)));
        request.join();
        assertThat(recorder.late().keep(SHOW, 10, all(0.5f, 10))).hasValue(10);
        assertThat(sample(0)).isEqualTo(1 << 22);
        assertThat(sample(19)).isEqualTo(1 << 22);
    }

    @Test
    void aSliceWaitsForWhoeverIsChangingHowLongTheStemsAre() throws Exception {
        record();
        var lengths = new ReentrantLock();
        Thread request =
                Thread.ofVirtual()
                        .unstarted(
                                () -> new LateStem(folder, lengths).keep(SHOW, 0, all(0.5f, 10)));
        lengths.lock();
        try {
            request.start();
            while (!lengths.hasQueuedThreads() && request.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(file()).doesNotExist();
        } finally {
            lengths.unlock();
        }
        request.join();
        assertThat(file()).exists();
    }

    @Test
    void ofAShowThatWasNotRecordedThereIsNothingToKeepItBeside() {
        assertThat(recorder.late().keep(SHOW, 0, all(0.5f, 100))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfSomebodyElseIsLeftAloneAndNamed() throws IOException {
        record();
        Files.writeString(file(), "RIFF of somebody else");
        assertThatThrownBy(() -> recorder.late().keep(SHOW, 0, all(0.5f, 100)))
                .isInstanceOf(StemException.class)
                .hasMessageContaining(LateStem.NAME + ".wav");
        assertThat(file()).hasContent("RIFF of somebody else");
    }

    @Test
    void aDiskThatDoesNotTakeItIsSaidInWords() throws IOException {
        record();
        recorder.finish(SHOW, LENGTH);
        Path stems = WavStemRecorder.stems(folder, SHOW);
        Path real = Files.move(stems, folder.resolve("elsewhere"));
        Files.createSymbolicLink(stems, real);
        assertThat(recorder.late().keep(SHOW, 0, all(0.5f, 100))).isEmpty();
        Path show = stems.getParent();
        Files.delete(stems);
        Files.move(real, stems);
        Path away = Files.move(show, folder.resolve("away"));
        Files.createSymbolicLink(show, away);
        assertThatThrownBy(() -> recorder.late().keep(SHOW, 0, all(0.5f, 100)))
                .isInstanceOf(StemException.class)
                .hasMessageStartingWith("The host's own recording cannot be kept: ");
    }
}
