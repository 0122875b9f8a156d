package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Regular;
import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import io.partyline.store.SqliteCallerBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The regulars of a folder, before and after a rehearsal in it.
class BorrowedBookTest {
    private static final EarlierCall CALL =
            new EarlierCall(
                    new ShowId("friday"), new CallId("call-1"), Instant.EPOCH, "a boat", "A boat.");

    private static final Regular OURS = regular("Ruth", 4);
    private static final Regular TONY = regular("Tony", 4);
    private static final Regular MADE =
            Regular.longAgo(new PersonaKey("3"), "Ambrose", "low", "Bees.", List.of(CALL));

    @TempDir Path data;

    private static Regular regular(String name, long since) {
        return new Regular(
                "ai-1-" + name,
                new PersonaKey("1"),
                name,
                "low",
                "A boat.",
                List.of(CALL),
                since,
                since,
                1,
                false);
    }

    private void keep(Regular... regulars) {
        try (var book = new SqliteCallerBook(data)) {
            List.of(regulars).forEach(book::keep);
        }
    }

    private List<Regular> regulars() {
        try (var book = new SqliteCallerBook(data)) {
            return book.regulars();
        }
    }

    @Test
    void aRehearsalLeavesTheHostsOwnRegularsAsTheyWere() {
        keep(OURS);
        BorrowedBook book = BorrowedBook.with(data, List.of(MADE));
        assertThat(regulars()).containsExactlyInAnyOrder(OURS, MADE);
        keep(OURS.telling("Something made up.", List.of()), TONY);
        book.giveBack();
        assertThat(regulars()).containsExactly(OURS);
    }

    @Test
    void whoeverAKilledRehearsalLeftBehindIsGoneWithTheNextOne() {
        keep(OURS);
        BorrowedBook.with(data, List.of(MADE));
        BorrowedBook.with(data, List.of()).giveBack();
        assertThat(regulars()).containsExactly(OURS);
    }

    @Test
    void aRehearsalThatHasNotShownWhatItsScriptChecksFailsAndLeavesTheBook() throws Exception {
        keep(OURS);
        Files.writeString(
                data.resolve("script.yaml"), "steps: [check that host said good evening]");
        var command = new RehearseCommand(data, Map.of("PARTYLINE_DATA", data.toString()), 50);
        int exit = command.run(List.of("--auto", "--script", "script.yaml", "--studio-port", "0"));
        assertThat(exit).isEqualTo(1);
        assertThat(regulars()).containsExactly(OURS);
    }
}
