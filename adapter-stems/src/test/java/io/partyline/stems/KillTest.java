package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.Riff;
import io.partyline.rehearsal.Tool;
import io.partyline.rehearsal.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The program is killed (SIGKILL) in a process of its own while it records.
class KillTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasRecordedBeforeAKillIsThereAfterIt(long seed) throws Exception {
        long promised = killed(new Random(seed).nextInt(1, 600));
        stemsAreReadableAsTheyAre(promised);
        stemsAreWholeOnceTheShowIsFinished(promised);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(4, 103);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void whatWasRecordedBeforeManyKillsIsThereAfterThem(long seed) throws Exception {
        whatWasRecordedBeforeAKillIsThereAfterIt(seed);
    }

    /// Whatever a show was, it is killed twice: the second program finds what the first has left.
    @Tag("ci")
    @Test
    void aShowThatWasKilledGoesOnInTheSameStems() throws Exception {
        killed(20);
        try (var recorder = recorder()) {
            var stem = recorder.open(KilledRecording.SHOW, "01_Host");
            assertThat(stem.name()).isEqualTo("01_Host");
            long there = Riff.read(stem("01_Host")).samples();
            stem.write(there + 480, new float[] {0.5f}, 1);
            recorder.finish(KilledRecording.SHOW, there + 481);
            Riff whole = Riff.read(stem("01_Host"));
            assertThat(whole.samples(there - 1, 482))
                    .startsWith(KilledRecording.sample(1, there - 1), 0)
                    .endsWith(0, 1 << 22);
            assertThat(whole.time()).isEqualTo("20:00:00");
        }
    }

    private long killed(int after) throws IOException, InterruptedException {
        Victim victim = Victim.start(KilledRecording.class, folder);
        victim.awaitPromises(after);
        return victim.kill();
    }

    /// Nobody has touched them since the kill.
    private void stemsAreReadableAsTheyAre(long promised) throws Exception {
        for (String name : KilledRecording.STEMS) {
            Riff stem = Riff.read(stem(name));
            assertThat(stem.samples()).isGreaterThan(promised - 48_000 - KilledRecording.FRAME);
            assertThat(stem.dataAt() + stem.dataBytes())
                    .isLessThanOrEqualTo(stem(name).toFile().length());
            try (var in = AudioSystem.getAudioInputStream(stem(name).toFile())) {
                assertThat(in.getFrameLength()).isEqualTo(stem.samples());
            }
        }
    }

    private void stemsAreWholeOnceTheShowIsFinished(long promised) throws Exception {
        long length = promised + 10 * KilledRecording.FRAME;
        try (var recorder = recorder()) {
            recorder.finish(KilledRecording.SHOW, length);
        }
        for (int i = 0; i < KilledRecording.STEMS.size(); i++) {
            Riff stem = Riff.read(stem(KilledRecording.STEMS.get(i)));
            assertThat(stem.samples()).isEqualTo(length);
            assertThat(stem.samples(0, (int) promised)).isEqualTo(expected(i, (int) promised));
            assertThat(stem.reference()).isEqualTo((20 * 3_600) * 48_000L + 5_925);
        }
    }

    private static int[] expected(int stem, int samples) {
        var expected = new int[samples];
        Arrays.setAll(expected, at -> KilledRecording.sample(stem, at));
        return expected;
    }

    @Tag("ci")
    @Test
    void otherPeoplesProgramsReadTheStemsOfAKilledShow() throws Exception {
        long promised = killed(300);
        for (String name : KilledRecording.STEMS) {
            long samples = Riff.read(stem(name)).samples();
            assertThat(Tool.soxSamples(stem(name))).isEqualTo(samples);
            assertThat(Tool.ffprobeSamples(stem(name))).isEqualTo(samples);
        }
        try (var recorder = recorder()) {
            recorder.finish(KilledRecording.SHOW, promised);
        }
        for (String name : KilledRecording.STEMS) {
            assertThat(Tool.soxSamples(stem(name))).isEqualTo(promised);
            assertThat(Tool.ffprobeSamples(stem(name))).isEqualTo(promised);
        }
    }

    /// Of a show that goes on an hour later; its stems keep the time at which they began.
    private WavStemRecorder recorder() {
        return new WavStemRecorder(folder, () -> KilledRecording.BEGUN.plusHours(1));
    }

    private Path stem(String name) {
        return WavStemRecorder.stems(folder, KilledRecording.SHOW).resolve(name + ".wav");
    }
}
