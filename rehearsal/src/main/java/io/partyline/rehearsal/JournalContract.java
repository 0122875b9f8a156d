package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final long APPENDED = 60;

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

    @Test
    void aNumberThatLeavesAGapIsRefused() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        assertThrows(JournalException.class, () -> journal().append(FIRST, List.of(lines(3))));
        assertEquals(1, journal().lastSeq());
    }

    @Test
    void afterARefusalTheNextNumberIsStillFree() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        assertThrows(
                JournalException.class, () -> journal().append(FIRST, List.of(lines(2), lines(2))));
        journal().append(FIRST, List.of(lines(2)));
        assertEquals(List.of(opened(1, FIRST), lines(2)), journal().replay(FIRST));
    }

    @Test
    void appendingNothingChangesNothing() {
        journal().append(FIRST, List.of());
        assertEquals(0, journal().lastSeq());
        assertEquals(Optional.empty(), journal().unfinished());
        assertEquals(List.of(), journal().shows());
    }

    @Test
    void aShowThatThereNeverWasHasNoEvents() {
        assertEquals(List.of(), journal().replay(SECOND));
    }

    @Test
    void anOlderShowThatWasNeverClosedIsNotGoneOnWith() {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        journal()
                .append(
                        SECOND,
                        List.of(opened(2, SECOND), new Entry(3, new ShowEvent.ShowClosed(AT))));
        assertEquals(Optional.empty(), journal().unfinished());
    }

    @Test
    void whatIsReadWhileSomebodyAppendsHasNoHoles() throws InterruptedException {
        journal().append(FIRST, List.of(opened(1, FIRST)));
        var writer =
                Thread.ofPlatform()
                        .start(() -> {
                            for (long seq = 2; seq <= APPENDED; seq += 2) {
                                journal().append(FIRST, List.of(lines(seq), lines(seq + 1)));
                            }
                        });
        long seen = 0;
        while (seen < APPENDED) {
            List<Entry> read = journal().replay(FIRST);
            assertTrue(read.size() >= seen && read.size() % 2 == 1, "half a decision was read");
            seen = read.size();
            assertEquals(seen, read.getLast().seq());
            assertTrue(writer.isAlive() || journal().lastSeq() > APPENDED, "the writer has failed");
        }
        writer.join();
    }

    private static Entry opened(long seq, ShowId show) {
        return new Entry(seq, new ShowEvent.ShowOpened(show, ShowRules.DEFAULT, Set.of("f"), AT));
    }

    private static Entry lines(long seq) {
        return new Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, AT));
    }
}
