package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.studio.NoteBook;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalWriterTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");

    private static final int MOST = 10;

    private final NoteBook journal = new NoteBook();
    private final JournalWriter writer = new JournalWriter(journal, MOST);

    private void write(long seq) {
        writer.write(
                FRIDAY, List.of(new Journal.Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, NOW))));
    }

    @Test
    void whatIsTooMuchToBeKeptIsLostAndTheJournalSaysSoAndGoesOn() {
        journal.full = true;
        for (long seq = 1; seq <= MOST + 3; seq++) {
            write(seq);
        }
        assertThat(writer.trouble()).contains("The disk is full.");
        journal.full = false;
        write(MOST + 4);
        write(MOST + 5);
        assertThat(journal.entries).hasSize(MOST + 2);
        Journal.Entry gap = journal.entries.get(MOST);
        assertThat(gap).isEqualTo(new Journal.Entry(MOST + 1, new ShowEvent.EventsLost(4, NOW)));
        assertThat(gap.next()).isEqualTo(MOST + 5);
        assertThat(journal.entries.getLast().seq()).isEqualTo(MOST + 5);
        assertThat(writer.trouble().orElseThrow())
                .isEqualTo(
                        "The journal could not be written for too long: 4 decisions of this show"
                                + " are missing in it.");
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgainThoughNothingElseHappens() {
        journal.full = true;
        write(1);
        write(2);
        writer.writeAgain();
        assertThat(writer.trouble()).contains("The disk is full.");
        assertThat(journal.entries).isEmpty();
        journal.full = false;
        writer.writeAgain();
        assertThat(journal.entries).extracting(Journal.Entry::seq).containsExactly(1L, 2L);
        assertThat(writer.trouble()).isEmpty();
    }

    @Test
    void aGapIsWrittenThoughNothingElseHappensAndIsToldOfStill() {
        journal.full = true;
        for (long seq = 1; seq <= MOST + 1; seq++) {
            write(seq);
        }
        journal.full = false;
        writer.writeAgain();
        assertThat(journal.entries.getLast().event()).isEqualTo(new ShowEvent.EventsLost(1, NOW));
        assertThat(writer.trouble().orElseThrow()).contains("1 decisions of this show are missing");
        writer.writeAgain();
        assertThat(writer.trouble()).isPresent();
    }

    @Test
    void aShowIsReadOnBehindWhatIsMissing() {
        Show show = Show.before(0);
        var opened = new ShowEvent.ShowOpened(FRIDAY, ShowRules.DEFAULT, Set.of(), NOW);
        show = show.apply(opened).apply(new ShowEvent.EventsLost(41, NOW));
        assertThat(show.seq()).isEqualTo(42);
        assertThat(show.apply(new ShowEvent.LinesSet(true, NOW)).lines().open()).isTrue();
    }

    @Test
    void aShowThatWasTakenToBeGoneOnInIsNotTakenAgain() {
        writer.take(FRIDAY);
        write(1);
        assertThat(journal.take(FRIDAY).number()).isEqualTo(2);
    }
}
