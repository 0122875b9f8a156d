package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.exports.ShowExports;
import io.partyline.port.Exports.Export;
import io.partyline.port.Journal;
import io.partyline.rehearsal.Victim;
import io.partyline.show.CallCommand;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal of the first form is carried over: nothing of it is lost, and nothing in it changes.
class FirstFormTest {
    private static final Instant NOW = Instant.parse("2026-03-06T21:10:00Z");
    private static final ShowId CUT_OFF = new ShowId(FirstForm.CUT_OFF);

    /// The formats that hold sound, of which these shows have none.
    private static final Set<String> SOUND = Set.of("bundle", "mix");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {FirstForm.FRIDAY, FirstForm.CUT_OFF})
    void itsHistoryAndExportsAreWhatTheyWere(String show) throws IOException {
        FirstForm.into(folder);
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            assertSame(journal.shows(), journal::replay, show);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FirstForm.FRIDAY, FirstForm.CUT_OFF})
    void whoeverOnlyReadsItSeesTheSameAndLeavesItAsItIs(String show) throws Exception {
        FirstForm.into(folder);
        try (var journal = JournalReader.open(folder)) {
            assertSame(journal.shows(), journal::replay, show);
        }
        assertThat(form(folder)).isEqualTo(1);
    }

    private static void assertSame(
            List<ShowId> shows, Function<ShowId, List<Journal.Entry>> journal, String show)
            throws IOException {
        var id = new ShowId(show);
        assertThat(shows).containsExactly(CUT_OFF, new ShowId(FirstForm.FRIDAY));
        assertThat(HistoryText.of(replayed(journal.apply(id))))
                .isEqualTo(FirstForm.expected(show, "history.txt"));
        var exports = new ShowExports(journal, _ -> List.of());
        for (String format : exports.formats()) {
            if (!SOUND.contains(format)) {
                Export export = exports.export(id, format).orElseThrow();
                assertThat(text(export))
                        .as(format)
                        .isEqualTo(FirstForm.expected(show, export.fileName()));
            }
        }
    }

    private static Show replayed(List<Journal.Entry> entries) {
        Show show = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
            assertThat(show.seq()).isEqualTo(entry.seq());
        }
        return show;
    }

    private static String text(Export export) throws IOException {
        var out = new ByteArrayOutputStream();
        export.content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theShowThatWasCutOffGoesOnBehindItsOwnLastNumberAndTheNextOneBeginsWithOne() {
        FirstForm.into(folder);
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            assertThat(book.banned()).containsExactly("print-9");
            assertThat(journal.unfinished()).contains(CUT_OFF);
            Journal.Lease lease = journal.take(CUT_OFF);
            Show show = replayed(journal.replay(CUT_OFF));
            assertThat(show.seq()).isEqualTo(FirstForm.LAST);
            show = ask(journal, lease, show, new ShowCommand.ResumeShow());
            show = ask(journal, lease, show, new CallCommand.TakeNext());
            show = ask(journal, lease, show, new ShowCommand.CloseShow());
            assertThat(replayed(journal.replay(CUT_OFF))).isEqualTo(show);
            assertThat(journal.unfinished()).isEmpty();

            var next = new ShowId("show-next");
            var opened = new ShowEvent.ShowOpened(next, ShowRules.DEFAULT, Set.of(), NOW);
            journal.append(journal.take(next), List.of(new Journal.Entry(1, opened)));
            assertThat(journal.unfinished()).contains(next);
        }
    }

    private static Show ask(Journal journal, Journal.Lease lease, Show show, Command command) {
        var accepted = (Decision.Accepted) Decisions.decide(show, command, NOW, 0);
        var entries = new ArrayList<Journal.Entry>();
        Show next = show;
        for (Event event : accepted.events()) {
            next = next.apply(event);
            entries.add(new Journal.Entry(next.seq(), event));
        }
        journal.append(lease, entries);
        return next;
    }

    @Test
    void whatIsDamagedInItIsSavedIntoTodaysForm() throws SQLException {
        FirstForm.into(folder);
        change("update event set body = '{' where seq = 60");
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage().orElseThrow()).contains("the 59 events before");
            assertThat(journal.replay(CUT_OFF))
                    .extracting(Journal.Entry::seq)
                    .startsWith(FirstForm.FIRST)
                    .endsWith(59L);
        }
        assertThat(form(folder)).isEqualTo(3);
    }

    /// A program carries one copy of it over after the other. The kill falls somewhere into that:
    /// every copy is of one form or of the other, whole.
    @Tag("ci")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aKillInTheMiddleOfCarryingItOverLosesNothing(int copies) throws Exception {
        FirstForm.into(folder);
        fill();
        List<Journal.Entry> before = replay(folder);
        Victim victim = Victim.start(KilledCarrier.class, folder);
        victim.awaitPromises(copies);
        long last = victim.kill();
        for (long copy = 1; copy <= last; copy++) {
            Path carried = KilledCarrier.copy(folder, copy);
            assertThat(form(carried)).isBetween(copy < last ? 3L : 1L, 3L);
            assertThat(replay(carried)).isEqualTo(before);
            try (var journal = new SqliteJournal(carried)) {
                assertThat(journal.damage()).isEmpty();
                assertThat(journal.unfinished()).contains(CUT_OFF);
                assertThat(journal.replay(CUT_OFF)).isEqualTo(before);
            }
            assertThat(form(carried)).isEqualTo(3);
        }
    }

    /// Makes the show that was cut off long enough that carrying it over takes its time.
    private void fill() throws SQLException {
        change(
                "with recursive n(i) as (select %d union all select i + 1 from n where i < 20000)"
                                .formatted(FirstForm.LAST + 1)
                        + " insert into event (seq, show, body)"
                        + " select i, '%s', (select body from event where seq = %d) from n"
                                .formatted(FirstForm.CUT_OFF, FirstForm.LAST));
    }

    private static List<Journal.Entry> replay(Path folder) {
        try (var journal = JournalReader.open(folder)) {
            return journal.replay(CUT_OFF);
        }
    }

    private static long form(Path folder) throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder));
                var statement = connection.createStatement();
                var found = statement.executeQuery("pragma user_version")) {
            return found.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve(SqliteJournal.FILE);
    }
}
