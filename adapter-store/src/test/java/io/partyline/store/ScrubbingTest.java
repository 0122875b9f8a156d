package io.partyline.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.rehearsal.LongShow;
import io.partyline.show.Acquaintance;
import io.partyline.show.Event;
import io.partyline.show.Seat;
import io.partyline.show.ShowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was forgotten is in no byte of the files any more, while they are open.
class ScrubbingTest {
    private static final String WORD = "Xylophonia";

    @TempDir Path folder;

    private boolean isSomewhere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(WORD)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Journal.Entry note(long seq, String text) {
        return new Journal.Entry(seq, new ShowEvent.NoteWritten(text, Seat.HOST, Instant.EPOCH));
    }

    @Test
    void aCallerWhoIsForgotten() throws IOException {
        try (var book = new SqliteCallerBook(folder)) {
            book.write("print", new Acquaintance(WORD, true, "Be kind.", true, 1, List.of()));
            assertThat(isSomewhere()).isTrue();
            book.forget("print");
            assertThat(isSomewhere()).isFalse();
        }
    }

    @Test
    void wordsThatAreWrittenAnew() throws IOException {
        try (var journal = new SqliteJournal(folder)) {
            said(journal);
            journal.rewrite(Map.of(LongShow.ID, ScrubbingTest::withoutIt));
            assertThat(isSomewhere()).isFalse();
        }
    }

    private static Event withoutIt(Event event) {
        return event instanceof ShowEvent.NoteWritten note
                ? new ShowEvent.NoteWritten("Somebody", note.by(), note.at())
                : event;
    }

    @Test
    void aShowThatIsDeleted() throws IOException {
        try (var journal = new SqliteJournal(folder)) {
            said(journal);
            journal.delete(LongShow.ID);
            assertThat(isSomewhere()).isFalse();
        }
    }

    /// Their log is needed as long as they read; nobody is promised what is not so.
    @Test
    void whileSomebodyReadsWhoeverForgetsIsToldThatItMayStillBeThere() throws Exception {
        try (var book = new SqliteCallerBook(folder);
                var reader =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve(SqliteJournal.FILE));
                var statement = reader.createStatement()) {
            book.write("print", new Acquaintance(WORD, true, "Be kind.", true, 1, List.of()));
            reader.setAutoCommit(false);
            statement.executeQuery("select count(*) from caller").close();
            assertThatThrownBy(() -> book.forget("print"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("somebody is reading. Try again.");
            reader.rollback();
            book.forget("print");
            assertThat(isSomewhere()).isFalse();
        }
    }

    private void said(SqliteJournal journal) throws IOException {
        List<Journal.Entry> before = LongShow.upTo(1, 4);
        Journal.Lease lease = journal.take(LongShow.ID);
        journal.append(lease, before);
        journal.append(lease, List.of(note(before.getLast().seq() + 1, WORD + " is back.")));
        assertThat(isSomewhere()).isTrue();
    }
}
