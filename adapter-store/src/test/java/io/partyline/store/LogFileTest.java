package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.LongShow;
import io.partyline.show.Event;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a kill has left beside the journal, and what has happened to it since.
class LogFileTest {
    private static final long SEED = 6;
    private static final int EVENTS = 60;
    private static final int HEAD = 32;
    private static final int FRAME_HEAD = 24;
    private static final int FRAME = FRAME_HEAD + 4_096;
    private static final String LOG = SqliteJournal.FILE + "-wal";

    @TempDir Path running;
    @TempDir Path folder;

    /// Files are copied under a journal that is open, which is what a kill leaves.
    @BeforeEach
    void kill() throws IOException {
        try (var journal = new SqliteJournal(running)) {
            var lease = journal.take(LongShow.ID);
            for (var entry : LongShow.upTo(SEED, EVENTS)) {
                journal.append(lease, List.of(entry));
            }
            for (String file : List.of(SqliteJournal.FILE, LOG)) {
                Files.copy(
                        running.resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Where the last decision begins in the log.
    private int lastDecision() throws IOException {
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(LOG)));
        int page = end() - FRAME;
        while (log.getInt(page - FRAME + 4) == 0) {
            page -= FRAME;
        }
        return page;
    }

    /// Where the log ends; what lies behind is left of an earlier one.
    private int end() throws IOException {
        return HEAD + new LogFile(folder).look().whole() * FRAME;
    }

    private byte[] flip(int at, int bit) throws IOException {
        byte[] log = Files.readAllBytes(folder.resolve(LOG));
        log[at] ^= (byte) (1 << bit);
        Files.write(folder.resolve(LOG), log);
        return log;
    }

    @Test
    void afterAKillAllIsThereAndNothingIsSaid() throws IOException {
        assertThat(new LogFile(folder).look().lost()).isZero();
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.replay(LongShow.ID)).hasSize(EVENTS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void oneBitInTheLogIsNoticedAndTheLogIsKept(int seed) throws IOException {
        var chance = new Random(seed);
        int checked = lastDecision() - FRAME;
        assertThat(checked).isGreaterThan(HEAD + 10 * FRAME);
        byte[] log = flip(chance.nextInt(checked), chance.nextInt(8));
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage().orElseThrow())
                    .contains("cannot be read", "partyline-log-damaged-1.db-wal");
        }
        assertThat(folder.resolve("partyline-log-damaged-1.db-wal")).hasBinaryContent(log);
        try (var again = new SqliteJournal(folder)) {
            assertThat(again.damage()).isEmpty();
        }
    }

    /// The log has been begun anew, so an old page lies where the new one was to come: a kill
    /// between the two writes of which a page consists leaves a page that begins rightly and is
    /// wrong.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_000})
    void aDecisionThatAKillHasTornWasPromisedToNobodyAndNothingIsSaid(int arrived)
            throws IOException {
        byte[] log = Files.readAllBytes(folder.resolve(LOG));
        int last = lastDecision();
        for (int page = last; page < end(); page += FRAME) {
            byte[] torn = Arrays.copyOf(log, Math.max(log.length, page + FRAME));
            Arrays.fill(torn, page + FRAME_HEAD + arrived, page + FRAME, (byte) 7);
            Arrays.fill(torn, page + FRAME, torn.length, (byte) 0);
            Files.write(folder.resolve(LOG), torn);
            assertThat(new LogFile(folder).look().lost()).isZero();
        }
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.replay(LongShow.ID)).hasSize(EVENTS - 1);
        }
    }

    @Test
    void aBitInItsHeadIsNoticedToo() throws IOException {
        for (int at = 0; at < 32; at++) {
            flip(at, at % 8);
            assertThat(new LogFile(folder).look().lost()).as("byte " + at).isPositive();
            flip(at, at % 8);
        }
        assertThat(new LogFile(folder).look().lost()).isZero();
    }

    /// What cannot be read of decisions that were finished, but for the last: of that one nobody
    /// can tell whether it had been promised.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12})
    void theHostIsToldHowManyPagesOfFinishedDecisionsAreGone(int damaged) throws IOException {
        int promised = (lastDecision() - HEAD) / FRAME;
        flip(HEAD + damaged * FRAME + FRAME_HEAD + 5, 2);
        assertThat(new LogFile(folder).look())
                .isEqualTo(new LogFile.Found(damaged, promised - damaged));
        assertThat(new LogFile(folder).setAside().orElseThrow())
                .contains(": %d of %d pages".formatted(promised - damaged, promised));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 9, 11, 16, 24, 28})
    void withADamagedHeadAllPagesAreGone(int at) throws IOException {
        byte[] log = flip(at, 0);
        assertThat(new LogFile(folder).look())
                .isEqualTo(new LogFile.Found(0, (log.length - HEAD) / FRAME));
    }

    @Test
    void ofALogWithoutAPageNothingCanBeGone() throws IOException {
        byte[] log = Files.readAllBytes(folder.resolve(LOG));
        Files.write(folder.resolve(LOG), new byte[HEAD]);
        assertThat(new LogFile(folder).setAside()).isEmpty();
        Files.write(folder.resolve(LOG), new byte[HEAD + 1]);
        assertThat(new LogFile(folder).setAside().orElseThrow()).contains("1 of 1 pages");
        Files.write(folder.resolve(LOG), Arrays.copyOf(log, HEAD + 3 * FRAME));
        assertThat(new LogFile(folder).look()).isEqualTo(new LogFile.Found(3, 0));
        Files.write(folder.resolve(LOG), Arrays.copyOf(log, HEAD + 3 * FRAME - 1));
        assertThat(new LogFile(folder).look()).isEqualTo(new LogFile.Found(2, 0));
    }

    @Test
    void twoDamagedLogsAreBothKept() throws IOException {
        byte[] first = flip(100, 1);
        new LogFile(folder).setAside();
        byte[] second = flip(101, 1);
        new LogFile(folder).setAside();
        assertThat(new LogFile(folder).aside())
                .containsExactly(
                        "partyline-log-damaged-1.db-wal", "partyline-log-damaged-2.db-wal");
        assertThat(folder.resolve("partyline-log-damaged-1.db-wal")).hasBinaryContent(first);
        assertThat(folder.resolve("partyline-log-damaged-2.db-wal")).hasBinaryContent(second);
    }

    /// Little stands in the log alone, so little can be lost with it.
    @Test
    void theLogIsPutIntoTheFileEverySoOften() throws IOException {
        assertThat(new LogFile(folder).look().whole()).isLessThan(64 + 16);
        assertThat(Files.size(folder.resolve(SqliteJournal.FILE))).isGreaterThan(4 * 4096);
    }

    @Test
    void whoForgetsSomebodyIsToldOfTheLogThatWasSetAside() throws IOException {
        flip(100, 1);
        try (var journal = new SqliteJournal(folder)) {
            Map<ShowId, UnaryOperator<Event>> nothing = Map.of();
            assertThat(journal.rewrite(nothing)).containsExactly("partyline-log-damaged-1.db-wal");
        }
    }
}
