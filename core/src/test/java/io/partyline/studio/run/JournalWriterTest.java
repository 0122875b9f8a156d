package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.studio.NoteBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalWriterTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");

    private final NoteBook journal = new NoteBook();
    private final JournalWriter writer = new JournalWriter(journal);

    private void write(long seq) {
        writer.write(
                FRIDAY, List.of(new Journal.Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, NOW))));
    }

    @Test
    void aJournalThatCannotBeWrittenForTooLongEndsEarlyButHasNoGap() {
        journal.full = true;
        for (long seq = 1; seq <= JournalWriter.UNWRITTEN + 3; seq++) {
            write(seq);
        }
        assertThat(writer.trouble()).contains("The disk is full.");
        journal.full = false;
        write(JournalWriter.UNWRITTEN + 4);
        assertThat(journal.entries).hasSize(JournalWriter.UNWRITTEN);
        assertThat(journal.entries.getLast().seq()).isEqualTo(JournalWriter.UNWRITTEN);
        assertThat(writer.trouble().orElseThrow()).contains("the rest of this show");
    }

    @Test
    void aShowThatWasTakenToBeGoneOnInIsNotTakenAgain() {
        writer.take(FRIDAY);
        write(1);
        assertThat(journal.take(FRIDAY).number()).isEqualTo(2);
    }
}
