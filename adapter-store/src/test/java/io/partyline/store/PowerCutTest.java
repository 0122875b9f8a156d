package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.rehearsal.DiskStep;
import io.partyline.rehearsal.DiskTrace;
import io.partyline.rehearsal.LongShow;
import io.partyline.rehearsal.PowerCut;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment while a journal is written: what the journal asked of the disk up
/// to then is there, or only what it had brought there, or anything between.
@Tag("ci")
class PowerCutTest {
    private static final long SEED = 5;

    /// Enough for the log to be put into the file, and to be begun again, at each start.
    private static final int DECISIONS = 45;

    @TempDir Path written;
    @TempDir Path cut;

    /// Nor is anybody alarmed: what a cut has torn was promised to nobody.
    @Test
    void whatWasPromisedBeforeAnyPowerCutIsThereAfterIt() throws Exception {
        List<DiskStep> all = DiskTrace.of(JournalOfTwoStarts.class, written, SEED, DECISIONS);
        PowerCut.Walked walked = PowerCut.walk(all, cut, PowerCutTest::promisesAreKept);
        assertThat(walked.promised()).isGreaterThan(2 * DECISIONS);
        assertThat(walked.rests()).isGreaterThan(2_000);
    }

    private static void promisesAreKept(PowerCut.Rest rest) {
        String how = rest.how();
        Path folder = rest.folder().resolve(JournalOfTwoStarts.FOLDER);
        long there;
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).as(how).isEmpty();
            List<Journal.Entry> entries = journal.replay(LongShow.ID);
            there = entries.size();
            assertThat(there).as(how).isGreaterThanOrEqualTo(rest.promised());
            assertThat(entries).as(how).isEqualTo(LongShow.upTo(SEED, there));
            var next = LongShow.upTo(SEED, there + 1).getLast();
            journal.append(journal.take(LongShow.ID), List.of(next));
        }
        try (var again = new SqliteJournal(folder)) {
            assertThat(again.damage()).as(how).isEmpty();
            assertThat(again.replay(LongShow.ID)).as(how).hasSize((int) there + 1);
        }
    }
}
