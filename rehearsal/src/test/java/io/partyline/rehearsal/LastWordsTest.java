package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.EventFeed;
import io.partyline.port.LanguageModel;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.ShowId;
import io.partyline.show.Summary;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is written about a call when the show has been closed behind it, or when there is no model.
class LastWordsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final CallId DAVE = new CallId("call-dave");

    private final RehearsalRoom room = new RehearsalRoom();
    private final MemoryJournal journal = room.journal();

    private Studio open(LanguageModel model) {
        return room.model(model).open();
    }

    private static ShowId aired(Studio studio) {
        studio.ring(DAVE, CallerNumber.WITHHELD);
        assertThat(studio.connect(DAVE, new HandHandset())).isPresent();
        assertThat(studio.take(DAVE)).isInstanceOf(TakeOutcome.OnAir.class);
        return studio.show().id();
    }

    private List<Summary> summaries(ShowId show) {
        return journal.replay(show).stream()
                .flatMap(entry ->
                        entry.event() instanceof CallEvent.SummaryWritten(_, var summary, _)
                                ? Optional.of(summary).stream()
                                : Optional.<Summary>empty().stream())
                .toList();
    }

    /// A model that has been asked for a summary, and answers when it may.
    private static LanguageModel slow(CountDownLatch asked, CountDownLatch thought) {
        return new ScriptedModel()
                .answer(
                        Prompt.Purpose.SUMMARY,
                        _ -> {
                            asked.countDown();
                            return thoughtOver(thought)
                                    ? Optional.of("Dave talked about his boat.\nTopic: boats")
                                    : Optional.empty();
                        });
    }

    /// False if the model is told to give up.
    private static boolean thoughtOver(CountDownLatch thought) {
        try {
            return thought.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException given) {
            return false;
        }
    }

    @Test
    void aNewShowNeverWaitsForTheSummariesOfTheOldAndWhatComesLateIsWrittenThere()
            throws Exception {
        var asked = new CountDownLatch(1);
        var thought = new CountDownLatch(1);
        try (Studio studio = open(slow(asked, thought))) {
            ShowId first = aired(studio);
            studio.reset();
            ShowId second = studio.show().id();
            assertThat(second).isNotEqualTo(first);
            assertThat(studio.show().open()).isTrue();
            await(asked);
            assertThat(summaries(first)).isEmpty();
            try (var events = studio.events(second, studio.show().seq())) {
                thought.countDown();
                EventFeed.Told late = summaryIn(events);
                assertThat(late.show()).isEqualTo(first);
                assertThat(journal.replay(first)).contains(late.entry());
            }
            assertThat(summaries(first))
                    .singleElement()
                    .satisfies(summary ->
                            assertThat(summary.source()).isEqualTo(Summary.Source.MODEL));
            assertThat(summaries(second)).isEmpty();
        }
    }

    /// Behind whatever else is late, such as a channel that is free.
    private static EventFeed.Told summaryIn(EventFeed events) {
        EventFeed.Told told = events.next(LIMIT).orElseThrow();
        while (!(told.entry().event() instanceof CallEvent.SummaryWritten)) {
            told = events.next(LIMIT).orElseThrow();
        }
        return told;
    }

    @Test
    void ofShowsThatAreClosedOneAfterTheOtherEachGetsItsOwnSummary() throws Exception {
        var thought = new CountDownLatch(1);
        var shows = new ArrayList<ShowId>();
        try (Studio studio = open(slow(new CountDownLatch(1), thought))) {
            for (int i = 0; i < 6; i++) {
                shows.add(aired(studio));
                studio.reset();
            }
            assertThat(summaries(shows.getFirst())).singleElement().satisfies(LastWordsTest::plain);
            assertThat(summaries(shows.getLast())).isEmpty();
            thought.countDown();
        }
        assertThat(shows)
                .doesNotHaveDuplicates()
                .allSatisfy(show -> assertThat(summaries(show)).hasSize(1));
        assertThat(summaries(shows.getLast()).getFirst().source()).isEqualTo(Summary.Source.MODEL);
    }

    @Tag("ci")
    @Test
    void whatIsStillMissingWhenTheStudioClosesIsFiledInPlainWords() throws Exception {
        var asked = new CountDownLatch(1);
        var thought = new CountDownLatch(1);
        Studio studio = open(slow(asked, thought));
        ShowId first = aired(studio);
        studio.reset();
        await(asked);
        ShowId second = aired(studio);
        studio.close();
        thought.countDown();
        assertThat(summaries(first)).singleElement().satisfies(LastWordsTest::plain);
        assertThat(summaries(second)).singleElement().satisfies(LastWordsTest::plain);
        assertThat(journal.unfinished()).isEmpty();
    }

    private static void plain(Summary summary) {
        assertThat(summary.source()).isEqualTo(Summary.Source.FALLBACK);
    }

    @Test
    void twoProgramsNeverWriteOneShow() {
        try (Studio studio = open(LanguageModel.off())) {
            ShowId show = studio.show().id();
            int written = journal.replay(show).size();
            journal.take(show);
            assertThat(studio.ring(DAVE, CallerNumber.WITHHELD)).isNotNull();
            assertThat(journal.replay(show)).hasSize(written);
            assertThat(studio.health())
                    .filteredOn(part -> part.part().equals("journal"))
                    .singleElement()
                    .satisfies(part -> assertThat(part.detail()).contains("Another Partyline"));
        }
    }

    @Test
    void aShowWithoutAModelSumsItsCallsUpWithoutAWarning() throws Exception {
        var warnings = new Lines();
        Logger log = Logger.getLogger("io.partyline.studio");
        log.addHandler(warnings);
        try {
            Studio studio = open(LanguageModel.off());
            ShowId first = aired(studio);
            studio.ask(new CallCommand.HangUpReal());
            studio.close();
            assertThat(summaries(first)).hasSize(1);
            assertThat(warnings.written).isEmpty();
        } finally {
            log.removeHandler(warnings);
        }
    }

    @Test
    void onlyAVoiceThatThereIsSpeaks() {
        try (Studio studio = open(LanguageModel.off())) {
            List<String> voices = new ToneVoice().voices();
            assertThat(studio.speak("Good evening.", "nobody's"))
                    .contains(
                            "There is no voice \"nobody's\"; there is %s."
                                    .formatted(String.join(", ", voices)));
            assertThat(studio.speak("Good evening.", voices.getFirst())).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Lines extends Handler {
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            written.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
