package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.rehearsal.LongShow;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that are full, away or locked, and a journal that somebody else is using.
class DiskTest {
    @TempDir Path folder;

    @Test
    void pastShowsCanBeReadWhileOneIsRunning() {
        List<Journal.Entry> entries = LongShow.upTo(1, 4);
        try (var running = new SqliteJournal(folder)) {
            Journal.Lease lease = running.take(LongShow.ID);
            running.append(lease, entries.subList(0, 2));
            try (var reading = JournalReader.open(folder)) {
                assertThat(reading.replay(LongShow.ID)).isEqualTo(entries.subList(0, 2));
                running.append(lease, entries.subList(2, 4));
                assertThat(reading.replay(LongShow.ID)).isEqualTo(entries);
                assertThat(reading.shows()).containsExactly(LongShow.ID);
            }
        }
    }

    /// While a show is read event by event, each event that comes is followed by an append.
    @Test
    void whoeverReadsALongShowHoldsUpNoAppend() {
        int there = 200;
        List<Journal.Entry> entries = LongShow.upTo(1, 2L * there);
        var read = new ArrayList<Journal.Entry>();
        try (var journal = new SqliteJournal(folder)) {
            Journal.Lease lease = journal.take(LongShow.ID);
            journal.append(lease, entries.subList(0, there));
            journal.reader()
                    .each(
                            LongShow.ID,
                            entry -> {
                                read.add(entry);
                                int next = there - 1 + read.size();
                                onAnotherThread(
                                        () -> journal.append(lease, List.of(entries.get(next))));
                            });
            assertThat(read).as("as it was when it was asked").isEqualTo(entries.subList(0, there));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    private static void onAnotherThread(Runnable work) {
        try {
            CompletableFuture.runAsync(work).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("whoever reads is in the way", e);
        }
    }

    @Test
    void nothingLiesBesideAJournalThatWasClosed() throws IOException {
        try (var journal = new SqliteJournal(folder)) {
            journal.append(journal.take(LongShow.ID), LongShow.upTo(1, 4));
            assertThat(journal.replay(LongShow.ID)).hasSize(4);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly(Database.FILE);
        }
    }

    /// A reader that held on to an old state of the file would make the next append fail.
    @Test
    void aBanBetweenReadingAndAppendingDisturbsNobody() {
        List<Journal.Entry> entries = LongShow.upTo(1, 4);
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            Journal.Lease lease = journal.take(LongShow.ID);
            journal.append(lease, entries.subList(0, 2));
            journal.replay(LongShow.ID);
            book.ban("print-of-dave", Instant.EPOCH);
            journal.append(lease, entries.subList(2, 4));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    @Test
    void aJournalThatAnotherProgramHoldsForTooLongIsWrittenOnceThatLetsGo() throws SQLException {
        List<Journal.Entry> entries = LongShow.upTo(1, 2);
        try (var journal = new SqliteJournal(folder);
                var other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve(SqliteJournal.FILE));
                var statement = other.createStatement()) {
            Journal.Lease lease = journal.take(LongShow.ID);
            statement.execute("begin immediate");
            assertThatThrownBy(() -> journal.append(lease, entries))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("The journal cannot be written: another program is holding it.");
            statement.execute("rollback");
            journal.append(lease, entries);
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    /// The database may have so many pages, as on a disk that has no more room.
    @Test
    void aFullDiskIsCalledThatAndTheJournalGoesOnOnceThereIsRoom() throws SQLException {
        List<Journal.Entry> entries = LongShow.upTo(1, 2_000);
        try (var journal = new SqliteJournal(folder);
                var statement = journal.writing().createStatement()) {
            Journal.Lease lease = journal.take(LongShow.ID);
            journal.append(lease, entries.subList(0, 2));
            statement.execute("pragma max_page_count = 12");
            assertThatThrownBy(() -> journal.append(lease, entries.subList(2, 2_000)))
                    .isInstanceOf(JournalException.class)
                    .hasMessage(
                            "The journal cannot be written: the disk is full. Make room on it.");
            statement.execute("pragma max_page_count = 1000000");
            journal.append(lease, entries.subList(2, 2_000));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    /// An error in the middle of a decision, of a kind that SQLite does not take back by itself.
    @Test
    void aDecisionThatCannotBeWrittenToItsEndIsNotWrittenAtAll() throws SQLException {
        List<Journal.Entry> entries = LongShow.upTo(1, 6);
        try (var journal = new SqliteJournal(folder);
                var other = new SqliteJournal(folder);
                var statement = journal.writing().createStatement()) {
            Journal.Lease lease = journal.take(LongShow.ID);
            journal.append(lease, entries.subList(0, 2));
            statement.execute(
                    """
                    create temp trigger broken before insert on event when new.seq = 5
                    begin select raise(fail, 'out of order'); end
                    """);
            assertThatThrownBy(() -> journal.append(lease, entries.subList(2, 6)))
                    .isInstanceOf(JournalException.class);
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries.subList(0, 2));
            Journal.Lease newer = other.take(LongShow.ID);
            assertThat(other.replay(LongShow.ID)).isEqualTo(entries.subList(0, 2));
            other.append(newer, entries.subList(2, 6));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    /// What a write has left behind that failed, and could not be taken back.
    @Test
    void aWriteThatWasLeftOpenIsTakenBackByTheNext() throws SQLException {
        List<Journal.Entry> entries = LongShow.upTo(1, 4);
        try (var journal = new SqliteJournal(folder);
                var statement = journal.writing().createStatement()) {
            Journal.Lease lease = journal.take(LongShow.ID);
            journal.append(lease, entries.subList(0, 2));
            statement.execute("begin immediate");
            statement.execute("delete from event");
            journal.append(lease, entries.subList(2, 4));
            assertThat(journal.replay(LongShow.ID)).isEqualTo(entries);
        }
    }

    @Test
    void aJournalThatIsALinkToElsewhereIsNotOpened(@TempDir Path elsewhere) throws IOException {
        Path real = Files.createFile(elsewhere.resolve("somebody-elses.db"));
        Files.createSymbolicLink(folder.resolve(SqliteJournal.FILE), real);
        assertThatThrownBy(() -> new SqliteJournal(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is a link to elsewhere");
        assertThat(real).isEmptyFile();
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> new SqliteJournal(file))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "The journal cannot be opened: the data folder (PARTYLINE_DATA) is no"
                                + " folder but a file. Choose another.");
        assertThatThrownBy(() -> new SqliteCallerBook(file))
                .hasMessageStartingWith("The caller book cannot be opened: the data folder");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaidInWords() {
        assertThat(Trouble.of("The journal cannot be opened", new AccessDeniedException("data")))
                .hasMessage(
                        "The journal cannot be opened: the data folder may only be read. Allow"
                                + " writing there, or choose another folder (PARTYLINE_DATA).");
    }

    @Test
    void nobodyElseCanReadTheJournalNorWhatLiesBesideIt() throws IOException {
        assertThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            journal.append(journal.take(LongShow.ID), LongShow.upTo(1, 2));
            assertThat(book.banned()).isEmpty();
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(Files::isRegularFile))
                        .extracting(file -> file.getFileName().toString())
                        .contains(Database.FILE, Database.FILE + "-wal", Database.FILE + "-shm");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(Files::isRegularFile))
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
            assertThat(permissions(folder)).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
