package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The program is killed (SIGKILL) in a process of its own while it writes.
class KillTest {
    private static final ShowEvent CLOSED =
            new ShowEvent.ShowClosed(Instant.parse("2026-05-01T23:00:00Z"));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasPromisedBeforeAKillIsThereAfterIt(long seed) throws Exception {
        Victim.Promised promised = killed(seed, new Random(seed).nextInt(1, 600));
        stemsAreReadableAsTheyAre(promised.recorded());
        theJournalIsWhole(seed, promised.written());
        stemsAreWholeOnceTheShowIsFinished(promised.recorded());
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(4, 103);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void whatWasPromisedBeforeManyKillsIsThereAfterThem(long seed) throws Exception {
        whatWasPromisedBeforeAKillIsThereAfterIt(seed);
    }

    /// Whatever a show was, it is killed twice: the second program finds what the first has left.
    @Test
    void aShowThatWasKilledGoesOnInTheSameJournalAndTheSameStems() throws Exception {
        killed(1, 20);
        long last;
        try (var journal = new SqliteJournal(folder);
                var recorder = new WavStemRecorder(folder, () -> KilledShow.BEGUN.plusHours(1))) {
            assertThat(journal.unfinished()).contains(LongShow.ID);
            last = journal.lastSeq();
            var stem = recorder.open(LongShow.ID, "01_Host");
            assertThat(stem.name()).isEqualTo("01_Host");
            long there = Riff.read(stem("01_Host")).samples();
            stem.write(there + 480, new float[] {0.5f}, 1);
            recorder.finish(LongShow.ID, there + 481);
            Riff whole = Riff.read(stem("01_Host"));
            assertThat(whole.samples(there - 1, 482))
                    .startsWith(KilledShow.sample(1, there - 1), 0)
                    .endsWith(0, 1 << 22);
            assertThat(whole.time()).isEqualTo("20:00:00");
            journal.append(LongShow.ID, List.of(new Journal.Entry(last + 1, CLOSED)));
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    private Victim.Promised killed(long seed, int after) throws IOException, InterruptedException {
        Victim victim = Victim.start(KilledShow.class, folder, seed);
        victim.awaitSaid(KilledShow.WRITTEN, after);
        return victim.kill();
    }

    private void theJournalIsWhole(long seed, long promised) {
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            List<Journal.Entry> entries = journal.replay(LongShow.ID);
            assertThat(entries.size()).isGreaterThanOrEqualTo((int) promised);
            assertThat(entries).isEqualTo(LongShow.upTo(seed, entries.size()));
            Show show = Show.before(0);
            for (Journal.Entry entry : entries) {
                show = show.apply(entry.event());
            }
            assertThat(show.seq()).isEqualTo(journal.lastSeq());
            assertThat(show.open()).isTrue();
        }
    }

    /// Nobody has touched them since the kill.
    private void stemsAreReadableAsTheyAre(long promised) throws Exception {
        for (String name : KilledShow.STEMS) {
            Riff stem = Riff.read(stem(name));
            assertThat(stem.samples()).isGreaterThan(promised - 48_000 - KilledShow.FRAME);
            assertThat(stem.dataAt() + stem.dataBytes())
                    .isLessThanOrEqualTo(stem(name).toFile().length());
            try (var in = AudioSystem.getAudioInputStream(stem(name).toFile())) {
                assertThat(in.getFrameLength()).isEqualTo(stem.samples());
            }
        }
    }

    private void stemsAreWholeOnceTheShowIsFinished(long promised) throws Exception {
        long length = promised + 10 * KilledShow.FRAME;
        try (var recorder = new WavStemRecorder(folder, () -> KilledShow.BEGUN.plusHours(1))) {
            recorder.finish(LongShow.ID, length);
        }
        for (int i = 0; i < KilledShow.STEMS.size(); i++) {
            Riff stem = Riff.read(stem(KilledShow.STEMS.get(i)));
            assertThat(stem.samples()).isEqualTo(length);
            assertThat(stem.samples(0, (int) promised)).isEqualTo(expected(i, (int) promised));
            assertThat(stem.reference()).isEqualTo((20 * 3_600) * 48_000L + 5_925);
        }
    }

    private static int[] expected(int stem, int samples) {
        var expected = new int[samples];
        Arrays.setAll(expected, at -> KilledShow.sample(stem, at));
        return expected;
    }

    private Path stem(String name) {
        return WavStemRecorder.stems(folder, LongShow.ID).resolve(name + ".wav");
    }

    @Test
    void otherPeoplesProgramsReadTheStemsOfAKilledShow() throws Exception {
        long promised = killed(11, 300).recorded();
        for (String name : KilledShow.STEMS) {
            long samples = Riff.read(stem(name)).samples();
            assertThat(Tool.soxSamples(stem(name))).isEqualTo(samples);
            assertThat(Tool.ffprobeSamples(stem(name))).isEqualTo(samples);
        }
        try (var recorder = new WavStemRecorder(folder, () -> KilledShow.BEGUN)) {
            recorder.finish(LongShow.ID, promised);
        }
        for (String name : KilledShow.STEMS) {
            assertThat(Tool.soxSamples(stem(name))).isEqualTo(promised);
            assertThat(Tool.ffprobeSamples(stem(name))).isEqualTo(promised);
        }
    }
}
