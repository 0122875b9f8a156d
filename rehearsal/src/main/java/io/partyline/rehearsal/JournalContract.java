package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partyline.port.Journal;
import io.partyline.port.Journal.Entry;
import io.partyline.port.JournalException;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every journal keeps to.
public abstract class JournalContract {
    private static final ShowId FIRST = new ShowId("first");
    private static final ShowId SECOND = new ShowId("second");
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00.123456Z");

    /// For subclasses.
    protected JournalContract() {}

    /// An empty journal; the same one for the whole of a test.
    protected abstract Journal journal();

    @Test
    void anEmptyJournalHasNothingUnfinished() {
        assertEquals(Optional.empty(), journal().unfinished());
        assertEquals(0, journal().lastSeq());
        assertEquals(List.of(), journal().shows());
    }

    @Test
    void whatWasAppendedIsReplayedInOrder() {
        List<Entry> entries = List.of(opened(1, FIRST), lines(2), lines(3));
        journal().append(FIRST, entries.subList(0, 2));
        journal().append(FIRST, entries.subList(2, 3));
        assertEquals(entries, journal().replay(FIRST));
        assertEquals(3, journal().lastSeq());
    }

    @Test
    void aShowThatWasNotClosedIsUnfinished() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        assertEquals(Optional.of(FIRST), journal().unfinished());
        journal().append(FIRST, List.of(new Entry(2, new ShowEvent.ShowClosed(AT))));
        assertEquals(Optional.empty(), journal().unfinished());
    }

    @Test
    void theNewestShowComesFirst() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        journal().append(SECOND, List.of(opened(2, SECOND)));
        assertEquals(List.of(SECOND, FIRST), journal().shows());
        assertEquals(List.of(opened(1, FIRST)), journal().replay(FIRST));
    }

    @Test
    void aNumberIsUsedOnceAndNothingOfTheRestIsWritten() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        assertThrows(
                JournalException.class, () -> journal().append(FIRST, List.of(lines(1), lines(2))));
        assertEquals(1, journal().lastSeq());
    }

    private static Entry opened(long seq, ShowId show) {
        return new Entry(seq, new ShowEvent.ShowOpened(show, ShowRules.DEFAULT, Set.of("f"), AT));
    }

    private static Entry lines(long seq) {
        return new Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, AT));
    }
}
