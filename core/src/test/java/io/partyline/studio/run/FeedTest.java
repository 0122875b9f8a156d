package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final ShowId SHOW = new ShowId("friday");
    private static final ShowId NEXT = new ShowId("saturday");
    private static final Duration AT_ONCE = Duration.ZERO;

    private static EventFeed.Told entry(long seq) {
        return entry(SHOW, seq);
    }

    private static EventFeed.Told entry(ShowId show, long seq) {
        return new EventFeed.Told(
                show, new Journal.Entry(seq, new ShowEvent.LinesSet(seq % 2 == 0, NOW)));
    }

    private static Feed holding(long from, long to) {
        var feed = new Feed();
        for (long seq = from; seq <= to; seq++) {
            feed.add(entry(seq));
        }
        return feed;
    }

    private static List<Long> read(EventFeed reader) {
        var seen = new ArrayList<Long>();
        for (var next = reader.next(AT_ONCE); next.isPresent(); next = reader.next(AT_ONCE)) {
            seen.add(next.get().entry().seq());
        }
        return seen;
    }

    @Test
    void aReaderResumesBehindTheNumberItHasSeen() {
        Feed feed = holding(1, 5);
        assertThat(read(feed.from(SHOW, 0))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(read(feed.from(SHOW, 3))).containsExactly(4L, 5L);
        assertThat(read(feed.from(SHOW, 5))).isEmpty();
    }

    @Test
    void aReaderSeesEveryEventOnceAlsoThoseThatComeLater() {
        Feed feed = holding(1, 2);
        EventFeed reader = feed.from(SHOW, 0);
        assertThat(read(reader)).containsExactly(1L, 2L);
        feed.add(entry(3));
        assertThat(read(reader)).containsExactly(3L);
    }

    @Test
    void aProgramThatWasRestartedBeginsWithALaterNumber() {
        assertThat(read(holding(501, 503).from(SHOW, 0))).containsExactly(501L, 502L, 503L);
        assertThat(read(holding(501, 503).from(SHOW, 501))).containsExactly(502L, 503L);
    }

    @Test
    void numbersThatAreMissingAreSkippedAndNothingComesTwice() {
        Feed feed = holding(1, 3);
        feed.add(entry(10));
        feed.add(entry(11));
        assertThat(read(feed.from(SHOW, 2))).containsExactly(3L, 10L, 11L);
        assertThat(read(feed.from(SHOW, 7))).containsExactly(10L, 11L);
    }

    @Test
    void whatComesLateForTheShowBeforeIsToldInItsPlaceAndOnce() {
        Feed feed = holding(1, 2);
        feed.add(entry(NEXT, 1));
        feed.add(entry(NEXT, 2));
        feed.add(entry(3));
        feed.add(entry(NEXT, 3));
        assertThat(read(feed.from(NEXT, 0))).containsExactly(1L, 2L, 3L, 3L);
        assertThat(read(feed.from(NEXT, 2))).containsExactly(3L, 3L);
        assertThat(read(feed.from(NEXT, 3))).isEmpty();
        assertThat(read(feed.from(SHOW, 2))).containsExactly(1L, 2L, 3L, 3L);
        assertThat(read(feed.from(SHOW, 3))).containsExactly(3L);
    }

    @Test
    void aReaderOfAShowThatNobodyKnowsStartsNow() {
        assertThat(read(holding(1, 5).from(NEXT, 3))).isEmpty();
    }

    @Test
    void aReaderThatIsTooFarBehindIsCutOff() {
        Feed feed = holding(1, 100_001);
        assertThatThrownBy(() -> feed.from(SHOW, 7).next(AT_ONCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too far behind");
        assertThat(feed.from(SHOW, 50_000).next(AT_ONCE)).contains(entry(50_001));
    }

    @Test
    void aReaderWaitsForTheNextEvent() throws Exception {
        var feed = new Feed();
        EventFeed reader = feed.from(SHOW, 0);
        var next = CompletableFuture.supplyAsync(() -> reader.next(Duration.ofSeconds(30)));
        feed.add(entry(1));
        assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo(Optional.of(entry(1)));
    }

    @Test
    void closingWakesAReaderThatWaits() {
        EventFeed reader = new Feed().from(SHOW, 0);
        var next = CompletableFuture.supplyAsync(() -> reader.next(Duration.ofSeconds(30)));
        reader.close();
        assertThatThrownBy(() -> next.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
