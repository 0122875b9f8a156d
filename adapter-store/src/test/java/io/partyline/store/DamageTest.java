package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Regular;
import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.rehearsal.LongShow;
import io.partyline.show.Acquaintance;
import io.partyline.show.Event;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal of 400 events that something has happened to.
class DamageTest {
    private static final long SEED = 5;
    private static final int EVENTS = 400;
    private static final int PAGE = 4_096;

    @TempDir Path folder;
    private Path file;
    private Path aside;

    @BeforeEach
    void write() {
        file = folder.resolve(SqliteJournal.FILE);
        aside = folder.resolve("partyline-damaged-1.db");
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            journal.append(journal.take(LongShow.ID), LongShow.upTo(SEED, EVENTS));
            book.ban("print-of-dave", Instant.EPOCH);
        }
    }

    @Test
    void whatIsNoJournalAtAllIsSetAsideAndANewOneBegun() throws IOException {
        Files.writeString(file, "This was a journal once. ".repeat(400));
        byte[] before = Files.readAllBytes(file);
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage().orElseThrow())
                    .contains("damaged", "partyline-damaged-1.db", "0 events");
            assertThat(journal.shows()).isEmpty();
            journal.append(journal.take(LongShow.ID), LongShow.upTo(SEED, 3));
        }
        assertThat(aside).hasBinaryContent(before);
    }

    /// A damaged page holds events, keys or bans; wherever it lies, the show goes on with what came
    /// before it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofAJournalWithABrokenPageAllThatCameBeforeIsSaved(long seed) throws IOException {
        breakPage(new Random(seed));
        byte[] before = Files.readAllBytes(file);
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isPresent();
            List<Journal.Entry> saved = journal.replay(LongShow.ID);
            assertThat(saved).isEqualTo(LongShow.upTo(SEED, saved.size()));
            var next = LongShow.upTo(SEED, saved.size() + 1).getLast();
            journal.append(journal.take(LongShow.ID), List.of(next));
            assertThat(journal.replay(LongShow.ID).getLast()).isEqualTo(next);
        }
        assertThat(aside).hasBinaryContent(before);
        try (var again = new SqliteJournal(folder)) {
            assertThat(again.damage()).isEmpty();
        }
    }

    /// Not the first page: of a file without a head nothing can be saved.
    private void breakPage(Random random) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            long pages = raw.length() / PAGE;
            raw.seek(random.nextLong(1, pages) * PAGE);
            var rubbish = new byte[PAGE];
            random.nextBytes(rubbish);
            raw.write(rubbish);
        }
    }

    @Test
    void ofAJournalThatWasCutOffTheBeginningIsSaved() throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(raw.length() / PAGE * 3 / 4 * PAGE);
        }
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isPresent();
            assertThat(journal.replay(LongShow.ID)).hasSizeBetween(1, EVENTS - 1);
            assertThat(journal.unfinished()).contains(LongShow.ID);
        }
        assertThat(aside).exists();
    }

    @Test
    void anEventThatCannotBeReadEndsWhatIsSavedAndNotTheEvening() throws SQLException {
        change("update event set body = '{\"type\":\"CallRang\"' where seq = 300");
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            assertThat(journal.damage().orElseThrow()).contains("the 299 events before");
            assertThat(journal.replay(LongShow.ID)).isEqualTo(LongShow.upTo(SEED, 299));
            assertThat(book.banned()).containsExactly("print-of-dave");
        }
        assertThat(aside).exists();
    }

    @Test
    void theCallerBookIsSavedWithTheJournal() throws SQLException {
        var who = new Acquaintance("Dave", true, "Be kind.", true, 1, List.of());
        var mary =
                new Regular(
                        "ai-1-mary",
                        new PersonaKey("1"),
                        "Mary",
                        "low",
                        "She bakes.",
                        List.of(),
                        1,
                        2,
                        2,
                        true);
        try (var book = new SqliteCallerBook(folder)) {
            book.write("print-of-dave", who);
            book.write("print-of-jas", who);
            book.keep(mary);
            assertThat(book.evening(new ShowId("first"))).isEqualTo(1);
            assertThat(book.evening(new ShowId("second"))).isEqualTo(2);
        }
        change("update event set body = '{' where seq = 300");
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            assertThat(journal.damage()).isPresent();
            assertThat(book.callers())
                    .extracting(caller -> caller.who().name())
                    .containsExactly("Dave", "Dave");
            assertThat(book.find("print-of-dave").orElseThrow().banned()).isTrue();
            assertThat(book.regulars()).containsExactly(mary);
            assertThat(book.evening(new ShowId("second"))).isEqualTo(2);
            assertThat(book.evening(new ShowId("third"))).isEqualTo(3);
        }
    }

    @Test
    void whoeverForgetsSomebodyIsToldOfTheJournalsThatWereSetAside() throws IOException {
        Files.writeString(file, "rubbish ".repeat(1_000));
        try (var journal = new SqliteJournal(folder)) {
            Map<ShowId, UnaryOperator<Event>> nothing = Map.of();
            assertThat(journal.rewrite(nothing)).containsExactly("partyline-damaged-1.db");
        }
    }

    @Test
    void twoDamagedJournalsAreBothKept() throws IOException {
        for (int i = 1; i <= 2; i++) {
            Files.writeString(file, "rubbish ".repeat(i * 1_000));
            new SqliteJournal(folder).close();
        }
        assertThat(aside).hasContent("rubbish ".repeat(1_000));
        assertThat(folder.resolve("partyline-damaged-2.db")).hasContent("rubbish ".repeat(2_000));
    }

    @Test
    void aDamagedEventInAShowLongClosedIsOnlyASentenceForWhoeverExportsThatShow()
            throws SQLException {
        try (var journal = new SqliteJournal(folder)) {
            journal.append(
                    journal.take(LongShow.ID),
                    List.of(
                            new Journal.Entry(
                                    EVENTS + 1, new ShowEvent.ShowClosed(Instant.EPOCH))));
            journal.append(
                    journal.take(new ShowId("next")),
                    List.of(new Journal.Entry(1, new ShowEvent.ShowClosed(Instant.EPOCH))));
        }
        change("update event set body = '{}' where seq = 7");
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            assertThatThrownBy(() -> journal.replay(LongShow.ID))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Event 7 of the journal");
        }
    }

    @Test
    void theJournalOfANewerPartylineIsRefusedAndNotTouched() throws Exception {
        change("pragma user_version = 4");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> new SqliteJournal(folder))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "The journal was written by a newer Partyline (form 4; this one knows 3). Use"
                                + " that one, or choose another data folder (PARTYLINE_DATA).");
        assertThatThrownBy(() -> JournalReader.open(folder))
                .hasMessageContaining("newer Partyline");
        assertThat(file).hasBinaryContent(before);
        assertThat(aside).doesNotExist();
    }

    @Test
    void whoeverOnlyReadsADamagedJournalHearsSoAndChangesNothing() throws IOException {
        Files.writeString(file, "This was a journal once. ".repeat(400));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> JournalReader.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessage("The journal cannot be opened: its file is damaged.");
        assertThat(file).hasBinaryContent(before);
        assertThat(aside).doesNotExist();
    }

    @Test
    void whereNoShowHasRunThereIsNoJournalToRead() throws IOException {
        Path empty = folder.resolve("elsewhere");
        assertThatThrownBy(() -> JournalReader.open(empty))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("no journal", "elsewhere");
        assertThat(empty).doesNotExist();
    }

    @Test
    void nothingIsEverDeleted() throws IOException {
        Files.writeString(file, "rubbish ".repeat(1_000));
        Files.writeString(folder.resolve("partyline.db-wal"), "more rubbish");
        new SqliteJournal(folder).close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains("partyline-damaged-1.db", "partyline-damaged-1.db-wal");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
