package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.LongShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal of 400 events, the 300th of them damaged, all of it still in the log beside the file
/// as a kill leaves it; and a second kill while it is being rescued.
class RescueTest {
    private static final long SEED = 5;
    private static final int EVENTS = 400;
    private static final int READABLE = 299;
    private static final String LOG = Database.FILE + "-wal";
    private static final String ASIDE = "partyline-damaged-1.db";

    @TempDir Path folder;
    private byte[] log;

    @BeforeEach
    void damage(@TempDir Path running) throws IOException, SQLException {
        try (var journal = new SqliteJournal(running)) {
            journal.append(journal.take(LongShow.ID), LongShow.upTo(SEED, EVENTS));
            try (var other =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + running.resolve(Database.FILE));
                    var change = other.createStatement()) {
                change.execute("update event set body = '{' where seq = 300");
            }
            for (String file : List.of(Database.FILE, LOG)) {
                Files.copy(running.resolve(file), folder.resolve(file));
            }
        }
        log = Files.readAllBytes(folder.resolve(LOG));
    }

    /// @param moved how many files had been set aside before the kill
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aRescueThatWasKilledIsFinishedByTheNextStart(int moved) throws Exception {
        new Rescue(folder).save();
        Files.deleteIfExists(folder.resolve(Database.FILE + "-shm"));
        if (moved > 0) {
            Files.move(folder.resolve(LOG), folder.resolve(ASIDE + "-wal"));
        }
        if (moved > 1) {
            Files.move(folder.resolve(Database.FILE), folder.resolve(ASIDE));
        }
        theNextStartSavesAllThatCanBeRead();
        assertThat(folder.resolve(ASIDE)).exists();
        assertThat(folder.resolve(ASIDE + "-wal")).hasBinaryContent(log);
        assertThat(folder.resolve(Rescue.WHOLE)).doesNotExist();
    }

    @Test
    void whatARescueHadSavedInPartIsBegunAgain() throws Exception {
        Files.writeString(folder.resolve("partyline-rescued.db"), "half a database");
        Files.writeString(folder.resolve("partyline-rescued.db-wal"), "and half its log");
        theNextStartSavesAllThatCanBeRead();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("partyline-rescued"));
        }
    }

    /// Somebody looked at the journal after the kill, which makes another log beside it.
    @Test
    void aLogThatWasSetAsideBeforeIsKeptBesideTheNewOne() throws Exception {
        Files.writeString(folder.resolve(ASIDE + "-wal"), "an older log");
        theNextStartSavesAllThatCanBeRead();
        assertThat(folder.resolve(ASIDE + "-wal")).hasContent("an older log");
        assertThat(folder.resolve(ASIDE + "-wal-2")).hasBinaryContent(log);
    }

    private void theNextStartSavesAllThatCanBeRead() {
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage().orElseThrow())
                    .contains(ASIDE, "the %d events before".formatted(READABLE));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(LongShow.upTo(SEED, READABLE));
            var next = LongShow.upTo(SEED, READABLE + 1).getLast();
            journal.append(journal.take(LongShow.ID), List.of(next));
        }
        try (var again = new SqliteJournal(folder)) {
            assertThat(again.damage()).isEmpty();
            assertThat(again.replay(LongShow.ID)).hasSize(READABLE + 1);
        }
    }
}
