package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.Journal;
import io.partyline.port.Journal.Entry;
import io.partyline.port.Journal.Lease;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every journal keeps to.
public abstract class JournalContract {
    private static final ShowId FIRST = new ShowId("first");
    private static final ShowId SECOND = new ShowId("second");
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00.123456Z");

    private static final long APPENDED = 60;
    private static final int WRITERS = 3;
    private static final int TAKES = 10;

    /// For subclasses.
    protected JournalContract() {}

    /// An empty journal; the same one for the whole of a test.
    protected abstract Journal journal();

    /// The same journal, as another program has opened it, if it can be opened twice.
    protected abstract Journal elsewhere();

    /// What could not be written down is told of, with the numbers of all that is missing.
    @Test
    void aJournalGoesOnBehindWhatIsMissing() {
        List<Entry> entries =
                List.of(
                        opened(1, FIRST),
                        new Entry(2, new ShowEvent.EventsLost(40, AT)),
                        lines(42),
                        new Entry(43, new ShowEvent.EventsLost(2, AT)));
        Lease lease = journal().take(FIRST);
        journal().append(lease, entries);
        assertThrows(JournalException.class, () -> journal().append(lease, List.of(lines(44))));
        journal().append(lease, List.of(lines(45)));
        assertEquals(5, journal().replay(FIRST).size());
        assertEquals(entries, journal().replay(FIRST).subList(0, 4));
    }

    @Test
    void anEmptyJournalHasNothingUnfinished() {
        assertEquals(Optional.empty(), journal().unfinished());
        assertEquals(List.of(), journal().shows());
    }

    @Test
    void whatWasAppendedIsReplayedInOrder() {
        List<Entry> entries = List.of(opened(1, FIRST), lines(2), lines(3));
        Lease lease = journal().take(FIRST);
        journal().append(lease, entries.subList(0, 2));
        journal().append(lease, entries.subList(2, 3));
        assertEquals(entries, journal().replay(FIRST));
        assertEquals(entries, elsewhere().replay(FIRST));
    }

    @Test
    void aShowThatWasNotClosedIsUnfinished() {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST)));
        assertEquals(Optional.of(FIRST), journal().unfinished());
        journal().append(lease, List.of(closed(2)));
        assertEquals(Optional.empty(), journal().unfinished());
    }

    @Test
    void everyShowHasItsOwnNumbersAndTheOneOpenedLastComesFirst() {
        journal().append(journal().take(FIRST), List.of(opened(1, FIRST)));
        journal().append(journal().take(SECOND), List.of(opened(1, SECOND)));
        assertEquals(List.of(SECOND, FIRST), journal().shows());
        assertEquals(List.of(opened(1, FIRST)), journal().replay(FIRST));
        assertEquals(List.of(opened(1, SECOND)), journal().replay(SECOND));
    }

    @Test
    void whatComesLateForAClosedShowIsWrittenThereAndTheNewestShowStaysTheNewest() {
        Lease first = journal().take(FIRST);
        journal().append(first, List.of(opened(1, FIRST), closed(2)));
        Lease second = journal().take(SECOND);
        journal().append(second, List.of(opened(1, SECOND)));
        journal().append(first, List.of(summary(3)));
        journal().append(second, List.of(lines(2)));
        assertEquals(List.of(opened(1, FIRST), closed(2), summary(3)), journal().replay(FIRST));
        assertEquals(List.of(opened(1, SECOND), lines(2)), journal().replay(SECOND));
        assertEquals(List.of(SECOND, FIRST), journal().shows());
        assertEquals(Optional.of(SECOND), journal().unfinished());
    }

    @Test
    void aShowBeginsWithNumberOne() {
        Lease lease = journal().take(FIRST);
        assertThrows(
                JournalException.class, () -> journal().append(lease, List.of(opened(2, FIRST))));
        assertEquals(List.of(), journal().shows());
    }

    @Test
    void aNumberIsUsedOnceAndNothingOfTheRestIsWritten() {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST)));
        assertThrows(
                JournalException.class, () -> journal().append(lease, List.of(lines(1), lines(2))));
        assertEquals(List.of(opened(1, FIRST)), journal().replay(FIRST));
    }

    @Test
    void aNumberThatLeavesAGapIsRefused() {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST)));
        assertThrows(JournalException.class, () -> journal().append(lease, List.of(lines(3))));
        assertEquals(List.of(opened(1, FIRST)), journal().replay(FIRST));
    }

    @Test
    void afterARefusalTheNextNumberIsStillFree() {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST)));
        assertThrows(
                JournalException.class, () -> journal().append(lease, List.of(lines(2), lines(2))));
        journal().append(lease, List.of(lines(2)));
        assertEquals(List.of(opened(1, FIRST), lines(2)), journal().replay(FIRST));
    }

    @Test
    void takingAShowOrAppendingNothingMakesNoShow() {
        journal().append(journal().take(FIRST), List.of());
        assertEquals(Optional.empty(), journal().unfinished());
        assertEquals(List.of(), journal().shows());
    }

    @Test
    void aShowThatThereNeverWasHasNoEvents() {
        assertEquals(List.of(), journal().replay(SECOND));
    }

    @Test
    void anOlderShowThatWasNeverClosedIsNotGoneOnWith() {
        journal().append(journal().take(FIRST), List.of(opened(1, FIRST)));
        journal().append(journal().take(SECOND), List.of(opened(1, SECOND), closed(2)));
        assertEquals(Optional.empty(), journal().unfinished());
    }

    @Test
    void whoeverTookAShowBeforeSomebodyElseWritesNothingMore() {
        Lease stale = journal().take(FIRST);
        journal().append(stale, List.of(opened(1, FIRST)));
        Lease newer = elsewhere().take(FIRST);
        var refused =
                assertThrows(
                        StaleLeaseException.class,
                        () -> journal().append(stale, List.of(lines(2))));
        assertTrue(String.valueOf(refused.getMessage()).contains("Another Partyline"));
        elsewhere().append(newer, List.of(lines(2)));
        assertEquals(List.of(opened(1, FIRST), lines(2)), journal().replay(FIRST));
        assertThrows(StaleLeaseException.class, () -> journal().append(stale, List.of(lines(3))));
    }

    @Test
    void aLeaseIsOfOneShow() {
        Lease first = journal().take(FIRST);
        elsewhere().take(SECOND);
        journal().append(first, List.of(opened(1, FIRST)));
        assertEquals(List.of(FIRST), elsewhere().shows());
    }

    @Test
    void aLeaseThatNobodyGaveIsStale() {
        assertThrows(
                StaleLeaseException.class,
                () -> journal().append(new Lease(FIRST, 1), List.of(opened(1, FIRST))));
    }

    /// Each takes the show, reads it and writes a few events, again and again, and stops writing as
    /// soon as another has taken it.
    @Test
    void ofWritersThatTakeTheShowFromOneAnotherNoTwoEverWriteTheSameNumber()
            throws InterruptedException {
        journal().append(journal().take(FIRST), List.of(opened(1, FIRST)));
        var written = new AtomicLong(1);
        var start = new CountDownLatch(1);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            Journal mine = i % 2 == 0 ? journal() : elsewhere();
            writers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                waitFor(start);
                                for (int take = 0; take < TAKES; take++) {
                                    writeUntilStale(mine, written);
                                }
                            }));
        }
        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(
                LongStream.rangeClosed(1, written.get()).boxed().toList(),
                journal().replay(FIRST).stream().map(Entry::seq).toList());
    }

    private static void writeUntilStale(Journal journal, AtomicLong written) {
        Lease lease = journal.take(FIRST);
        long next = journal.replay(FIRST).getLast().seq() + 1;
        try {
            for (long seq = next; seq < next + 5; seq++) {
                journal.append(lease, List.of(lines(seq)));
                written.incrementAndGet();
            }
        } catch (StaleLeaseException taken) {
            assertEquals(StaleLeaseException.class, taken.getClass());
        }
    }

    private static void waitFor(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void whatIsReadWhileSomebodyAppendsHasNoHoles() throws InterruptedException {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST)));
        var writer =
                Thread.ofPlatform()
                        .start(() -> {
                            for (long seq = 2; seq <= APPENDED; seq += 2) {
                                journal().append(lease, List.of(lines(seq), lines(seq + 1)));
                            }
                        });
        long seen = 0;
        while (seen < APPENDED) {
            boolean written = !writer.isAlive();
            List<Entry> read = elsewhere().replay(FIRST);
            assertTrue(read.size() >= seen && read.size() % 2 == 1, "half a decision was read");
            seen = read.size();
            assertEquals(seen, read.getLast().seq());
            assertTrue(!written || seen > APPENDED, "the writer has failed");
        }
        writer.join();
    }

    @Test
    void whatIsToBeForgottenIsWrittenAnewAndTheShowGoesOn() {
        Lease lease = journal().take(FIRST);
        journal().append(lease, List.of(opened(1, FIRST), summary(2)));
        var other = new Summary("Somebody called.", "", Summary.Source.FALLBACK);
        journal()
                .rewrite(
                        Map.of(
                                FIRST,
                                event ->
                                        event instanceof CallEvent.SummaryWritten written
                                                ? new CallEvent.SummaryWritten(
                                                        written.call(), other, written.at())
                                                : event));
        journal().append(lease, List.of(lines(3)));
        assertEquals(
                List.of(
                        opened(1, FIRST),
                        new Entry(2, new CallEvent.SummaryWritten(new CallId("call"), other, AT)),
                        lines(3)),
                elsewhere().replay(FIRST));
    }

    @Test
    void aShowIsDeletedAndTheOthersStayAsTheyAre() {
        Lease first = journal().take(FIRST);
        journal().append(first, List.of(opened(1, FIRST), closed(2)));
        Lease second = journal().take(SECOND);
        journal().append(second, List.of(opened(1, SECOND)));
        journal().delete(FIRST);
        journal().delete(FIRST);
        journal().append(second, List.of(lines(2)));
        assertEquals(List.of(SECOND), elsewhere().shows());
        assertEquals(List.of(), elsewhere().replay(FIRST));
        assertEquals(List.of(opened(1, SECOND), lines(2)), elsewhere().replay(SECOND));
        assertEquals(Optional.of(SECOND), elsewhere().unfinished());
    }

    private static Entry opened(long seq, ShowId show) {
        return new Entry(seq, new ShowEvent.ShowOpened(show, ShowRules.DEFAULT, Set.of("f"), AT));
    }

    private static Entry closed(long seq) {
        return new Entry(seq, new ShowEvent.ShowClosed(AT));
    }

    private static Entry lines(long seq) {
        return new Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, AT));
    }

    private static Entry summary(long seq) {
        var summary = new Summary("They called about boats.", "boats", Summary.Source.MODEL);
        return new Entry(seq, new CallEvent.SummaryWritten(new CallId("call"), summary, AT));
    }
}
