package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Journal;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Summary;
import io.partyline.studio.NoteBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowThreadTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final ShowId SATURDAY = new ShowId("saturday");
    private static final Summary SUMMARY =
            new Summary("They called about boats.", "boats", Summary.Source.MODEL);
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");

    private static final long BEGAN = -7;

    private final AtomicLong elapsed = new AtomicLong(BEGAN);
    private final NoteBook journal = new NoteBook();
    private final List<Journal.Entry> told = new CopyOnWriteArrayList<>();
    private volatile boolean toldInTime = true;
    private final ShowThread thread =
            new ShowThread(
                    Show.before(0),
                    this::now,
                    elapsed::get,
                    () -> 0,
                    new JournalWriter(journal),
                    this::tell);

    @AfterEach
    void close() {
        thread.close();
    }

    /// Both clocks go on at once, whenever the show looks at them.
    private Instant now() {
        return NOW.plusNanos(elapsed.get() - BEGAN);
    }

    private void tell(Journal.Entry entry, Show after) {
        toldInTime &= journal.full || journal.entries.contains(entry);
        toldInTime &= after.seq() == entry.seq();
        told.add(entry);
    }

    private ShowThread open() {
        thread.start();
        thread.ask(
                new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
        return thread;
    }

    private static CallCommand ring(int call) {
        return new CallCommand.Ring(new CallId("call-" + call), CallerNumber.WITHHELD);
    }

    @Test
    void eventsAreWrittenDownBeforeAnybodyIsTold() {
        open().ask(ring(1));
        assertThat(toldInTime).isTrue();
        assertThat(told).hasSize(3).isEqualTo(journal.entries);
    }

    @Test
    void aRefusedCommandIsNotWrittenDown() {
        Decision decision = open().ask(new CallCommand.TakeNext());
        assertThat(decision).isEqualTo(new Decision.Refused(Reason.NOBODY_WAITING));
        assertThat(journal.entries).hasSize(2);
    }

    @Test
    void everyShowBeginsWithNumberOne() {
        open();
        next();
        assertThat(thread.show().seq()).isEqualTo(2);
        assertThat(journal.replay(SATURDAY)).extracting(Journal.Entry::seq).containsExactly(1L, 2L);
    }

    @Test
    void whatComesLateForAClosedShowIsWrittenThereAndTheNextShowHearsNothingOfIt() {
        open().ask(ring(1));
        next();
        Show running = thread.show();
        assertThat(thread.closed()).extracting(Show::id).containsExactly(FRIDAY);
        var late = new CallCommand.FileSummary(new CallId("call-1"), SUMMARY);
        assertThat(thread.ask(FRIDAY, late)).isInstanceOf(Decision.Accepted.class);
        assertThat(thread.show()).isSameAs(running);
        assertThat(journal.replay(SATURDAY)).hasSize(2);
        assertThat(journal.replay(FRIDAY)).hasSize(7);
        assertThat(journal.replay(FRIDAY).getLast().event())
                .isEqualTo(new CallEvent.SummaryWritten(new CallId("call-1"), SUMMARY, NOW));
        assertThat(told.getLast()).isEqualTo(journal.replay(FRIDAY).getLast());
        assertThat(thread.closed()).isEmpty();
        assertThat(thread.ask(FRIDAY, late)).isEqualTo(new Decision.Refused(Reason.SHOW_CLOSED));
    }

    @Test
    void nothingNewBeginsInAClosedShow() {
        open().ask(ring(1));
        next();
        assertThat(thread.ask(FRIDAY, ring(2))).isEqualTo(new Decision.Refused(Reason.SHOW_CLOSED));
        assertThat(thread.show(FRIDAY))
                .hasValueSatisfying(past -> assertThat(past.open()).isFalse());
    }

    @Test
    void aShowThatSomebodyElseHasTakenGoesOnUnwrittenAndTheNextOneIsWrittenAgain() {
        open();
        journal.take(FRIDAY);
        assertThat(thread.ask(ring(1))).isInstanceOf(Decision.Accepted.class);
        assertThat(thread.journalTrouble().orElseThrow()).contains("Another Partyline");
        assertThat(thread.ask(ring(2))).isInstanceOf(Decision.Accepted.class);
        assertThat(thread.journalTrouble()).isPresent();
        assertThat(journal.replay(FRIDAY)).hasSize(2);
        next();
        assertThat(journal.replay(SATURDAY)).hasSize(2);
        assertThat(thread.journalTrouble()).isEmpty();
    }

    @Test
    void ofTwoShowsThatCouldNotBeWrittenTheEarlierStandsBeforeTheLater() {
        open().ask(ring(1));
        journal.full = true;
        next();
        journal.full = false;
        thread.ask(ring(2));
        assertThat(journal.entries).isEqualTo(told);
        assertThat(journal.replay(FRIDAY)).hasSize(6);
        assertThat(journal.replay(SATURDAY)).hasSize(3);
    }

    private void next() {
        thread.ask(new ShowCommand.CloseShow());
        thread.ask(new ShowCommand.OpenShow(SATURDAY, ShowRules.DEFAULT, Set.of(), true));
    }

    @Test
    void theShowGoesOnWhenTheJournalFailsAndTheHostIsTold() {
        open();
        journal.full = true;
        assertThat(thread.ask(ring(1))).isInstanceOf(Decision.Accepted.class);
        assertThat(thread.show().call(new CallId("call-1"))).isPresent();
        assertThat(thread.journalTrouble()).contains("The disk is full.");
        assertThat(told).hasSize(3);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLaterInItsPlace() {
        open();
        journal.full = true;
        thread.ask(ring(1));
        thread.ask(ring(2));
        journal.full = false;
        thread.ask(ring(3));
        assertThat(journal.entries).isEqualTo(told);
        assertThat(thread.journalTrouble()).isEmpty();
    }

    @Test
    void eventsOfManyAskersAreNumberedWithoutGaps() {
        open();
        var asking =
                IntStream.range(0, 8)
                        .mapToObj(asker ->
                                CompletableFuture.runAsync(
                                        () -> ringAndHangUp(asker * 1_000),
                                        Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asking).orTimeout(2, TimeUnit.MINUTES).join();
        assertThat(journal.entries)
                .extracting(Journal.Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, journal.entries.size()).boxed().toList());
        Show replayed = Show.before(0);
        for (Journal.Entry entry : journal.entries) {
            replayed = replayed.apply(entry.event());
        }
        assertThat(replayed).isEqualTo(thread.show());
    }

    private void ringAndHangUp(int from) {
        for (int call = from; call < from + 100; call++) {
            thread.ask(ring(call));
            thread.ask(new CallCommand.CallerGone(new CallId("call-" + call)));
        }
    }

    @Test
    void aMistakeInWhatIsDoneAboutOneEventLeavesTheOthersTold() {
        var seen = new CopyOnWriteArrayList<Long>();
        try (var clumsy =
                new ShowThread(
                        Show.before(0),
                        this::now,
                        elapsed::get,
                        () -> 0,
                        new JournalWriter(journal),
                        (entry, _) -> {
                            seen.add(entry.seq());
                            throw new IllegalStateException("a mistake");
                        })) {
            clumsy.start();
            clumsy.ask(
                    new ShowCommand.OpenShow(
                            new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
            assertThat(seen).containsExactly(1L, 2L);
            assertThat(clumsy.show().open()).isTrue();
        }
    }

    @Test
    void whoeverAsksAClosedStudioIsToldSo() {
        open().close();
        assertThatThrownBy(() -> thread.ask(ring(1))).hasRootCauseMessage("the studio is closed");
    }

    @Test
    void nobodyWaitsForEverForAStudioThatIsBeingClosed() {
        open();
        var answers = new CopyOnWriteArrayList<CompletableFuture<Decision>>();
        var asking =
                CompletableFuture.runAsync(() -> {
                    for (int call = 0; call < 5_000; call++) {
                        answers.add(thread.submit(ring(call)));
                    }
                });
        thread.close();
        asking.orTimeout(2, TimeUnit.MINUTES).join();
        for (CompletableFuture<Decision> answer : answers) {
            assertThat(answer.handle((_, _) -> true).orTimeout(2, TimeUnit.MINUTES).join())
                    .isTrue();
        }
    }

    @Test
    void aShowThatStoodStillSaysForHowLongBeforeAnythingIsFoundToBeDue() {
        open();
        CallId dave = new CallId("call-1");
        thread.ask(ring(1));
        thread.ask(new CallCommand.OpenLeg(dave));
        thread.ask(new CallCommand.LoseLeg(dave));
        elapsed.addAndGet(TimeUnit.SECONDS.toNanos(60));
        thread.ask(ring(2));
        Instant now = NOW.plusSeconds(60);
        assertThat(told)
                .extracting(Journal.Entry::event)
                .containsSubsequence(
                        new ShowEvent.ShowStoodStill(Duration.ofSeconds(60), now),
                        new CallEvent.LegLost(dave, now),
                        new CallEvent.CallRang(new CallId("call-2"), CallerNumber.WITHHELD, now));
        assertThat(thread.show().call(dave).orElseThrow().held()).isTrue();
    }

    @Test
    void aShowThatWaitsForItsDiskHasNotStoodStill() {
        open();
        elapsed.addAndGet(Proceedings.STOOD_STILL.toNanos());
        thread.ask(ring(1));
        assertThat(told).noneMatch(entry -> entry.event() instanceof ShowEvent.ShowStoodStill);
    }

    @Test
    void noShowStoodStillWhileThereWasNone() {
        thread.start();
        elapsed.addAndGet(TimeUnit.SECONDS.toNanos(60));
        thread.ask(new ShowCommand.PassTime());
        assertThat(told).isEmpty();
    }
}
