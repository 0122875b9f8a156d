package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.UNKNOWN;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryAndConversationTest {
    private static final Summary SUMMARY =
            new Summary("Dave told a story.", "trucks", Summary.Source.MODEL);
    private static final Summary OTHER =
            new Summary("Dave told it again.", "trucks", Summary.Source.FALLBACK);

    private static Command hear(Optional<CallId> call, String text, long seconds) {
        return new FloorCommand.Hear(
                Story.FRIDAY,
                call,
                text,
                seconds * 48_000,
                seconds * 48_000,
                NOW.plusSeconds(seconds));
    }

    private static List<String> texts(List<Utterance> said) {
        return said.stream().map(Utterance::text).toList();
    }

    @Test
    void whatWasSaidInAShowThatIsOverStaysOutOfTheNext() {
        var late =
                new FloorCommand.Hear(
                        new ShowId("thursday"), Optional.empty(), "Good night.", 0, 0, NOW);
        given().when(late).refused(Reason.SHOW_CLOSED);
        given().when(new ShowCommand.CloseShow(), late).refused(Reason.SHOW_CLOSED);
    }

    @Test
    void aCallIsSummarisedOnce() {
        given(all(onAir(DAVE, THREE), ended(DAVE, EndedBy.CALLER)))
                .when(new CallCommand.FileSummary(DAVE, SUMMARY))
                .then(new CallEvent.SummaryWritten(DAVE, SUMMARY, NOW))
                .when(new CallCommand.FileSummary(DAVE, OTHER))
                .refused(Reason.ALREADY_DONE);
    }

    @Test
    void aCallLacksItsSummaryUntilThatIsFiled() {
        Story story = given(onAir(DAVE, THREE)).when(new CallCommand.HangUp(DAVE));
        assertThat(story.show().history().unsummarised())
                .extracting(CallRecord::id)
                .containsExactly(DAVE);
        var summary = new Summary("Dave told a story.", "trucks", Summary.Source.MODEL);
        story.when(new CallCommand.FileSummary(DAVE, summary));
        assertThat(story.show().history().unsummarised()).isEmpty();
    }

    @Test
    void onlyACallThatEndedIsSummarised() {
        given(waiting(DAVE))
                .when(new CallCommand.FileSummary(DAVE, SUMMARY))
                .refused(Reason.NO_SUCH_CALL)
                .when(new CallCommand.FileSummary(UNKNOWN, SUMMARY))
                .refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void theSummaryOfACallThatWasFoundAgainLeavesItsFirstPartAlone() {
        Story story =
                given(
                                all(
                                        onAir(DAVE, THREE),
                                        ended(DAVE, EndedBy.LOST),
                                        new CallEvent.SummaryWritten(DAVE, SUMMARY, NOW)))
                        .later(Duration.ofMinutes(5))
                        .when(
                                new CallCommand.Wait(DAVE, DAVES, Duration.ZERO),
                                new CallCommand.CallerGone(DAVE),
                                new CallCommand.FileSummary(DAVE, OTHER));
        assertThat(story.show().history().records())
                .extracting(CallRecord::summary)
                .containsExactly(Optional.of(SUMMARY), Optional.of(OTHER));
    }

    @Test
    void theOrderOfHistoryIsTheOrderOfCalls() {
        Story story =
                given(all(waiting(DAVE, NOW.minusSeconds(9)), waiting(JAS)))
                        .when(new CallCommand.HangUp(JAS), new CallCommand.HangUp(DAVE));
        assertThat(story.show().history().records())
                .extracting(CallRecord::id)
                .containsExactly(DAVE, JAS);
    }

    @Test
    void aTranscriptHoldsWhatWasSaidWhileTheCallWasOnAir() {
        Story story = given(waiting(DAVE)).when(hear(Optional.empty(), "Welcome.", 0));
        story.later(Duration.ofSeconds(10))
                .when(new CallCommand.Take(DAVE), new CallCommand.Air(DAVE, 10 * 48_000))
                .when(hear(Optional.empty(), "Hello Dave.", 11))
                .when(hear(Optional.of(DAVE), "Hello.", 13))
                .later(Duration.ofSeconds(10))
                .when(new CallCommand.CallerGone(DAVE))
                .when(hear(Optional.empty(), "And he is gone.", 25));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(texts(story.show().transcript(past))).containsExactly("Hello Dave.", "Hello.");
    }

    /// The mix is ahead of the show that hears of it, and the clock on the wall goes its own way.
    @Test
    void theFirstWordsOfACallAreItsOwnHoweverTheClockOnTheWallStands() {
        long onAir = 10 * 48_000L;
        long early = onAir + 960;
        Instant byTheClock = NOW.plusSeconds(10).minusMillis(203);
        Story story =
                given(waiting(DAVE))
                        .later(Duration.ofSeconds(10))
                        .when(
                                new CallCommand.Take(DAVE),
                                new CallCommand.Air(DAVE, onAir),
                                new FloorCommand.Hear(
                                        Story.FRIDAY,
                                        Optional.of(DAVE),
                                        "It was a dark night.",
                                        early,
                                        early,
                                        byTheClock))
                        .later(Duration.ofSeconds(5))
                        .when(new CallCommand.CallerGone(DAVE));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(byTheClock).isBefore(past.call().instants().aired().orElseThrow());
        assertThat(texts(story.show().transcript(past))).containsExactly("It was a dark night.");
    }

    @Test
    void whatWasSaidAfterTheCallIsNotItsOwnHoweverTheClockOnTheWallStands() {
        Story story =
                given(onAir(DAVE, THREE))
                        .later(Duration.ofSeconds(5))
                        .when(
                                new CallCommand.CallerGone(DAVE),
                                new FloorCommand.Hear(
                                        Story.FRIDAY,
                                        Optional.empty(),
                                        "And he is gone.",
                                        5 * 48_000 + 1,
                                        5 * 48_000 + 1,
                                        NOW));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(story.show().transcript(past)).isEmpty();
    }

    @Test
    void aCallFromAnOldJournalLiesWhereItsInstantsSay() {
        Story story =
                given(
                        all(
                                waiting(DAVE),
                                taken(DAVE, THREE),
                                new CallEvent.CallAired(DAVE, Optional.empty(), NOW.plusSeconds(2)),
                                new CallEvent.CallEnded(
                                        DAVE,
                                        EndedBy.CALLER,
                                        Optional.empty(),
                                        NOW.plusSeconds(7))));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(past.visits().first().orElseThrow().from().sample()).isEqualTo(2 * 48_000L);
        assertThat(past.endedAtSample()).isEqualTo(7 * 48_000L);
    }

    @Test
    void wordsThatComeLateStandWhereTheyWereSpoken() {
        Story story =
                given(onAir(DAVE, THREE))
                        .when(
                                hear(Optional.empty(), "First.", 1),
                                hear(Optional.empty(), "Third.", 3))
                        .later(Duration.ofSeconds(9))
                        .when(new CallCommand.CallerGone(DAVE))
                        .when(hear(Optional.of(DAVE), "Second.", 2));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(texts(story.show().transcript(past)))
                .containsExactly("First.", "Second.", "Third.");
        assertThat(texts(story.show().conversation().recap(2)))
                .containsExactly("Second.", "Third.");
    }

    @Test
    void aCallThatWasNeverOnAirHasNoTranscript() {
        Story story =
                given(waiting(DAVE))
                        .when(
                                hear(Optional.empty(), "To the listeners.", 1),
                                new CallCommand.HangUp(DAVE));
        CallRecord past = story.show().history().find(DAVE).orElseThrow();
        assertThat(story.show().transcript(past)).isEmpty();
    }

    @Test
    void theConversationOutlivesItsCallers() {
        Story story =
                given(all(onAir(DAVE, THREE), onAir(JAS, FOUR)))
                        .when(
                                hear(Optional.of(DAVE), "One.", 1),
                                new CallCommand.HangUp(DAVE),
                                hear(Optional.of(JAS), "Two.", 2));
        assertThat(texts(story.show().conversation().utterances())).containsExactly("One.", "Two.");
    }

    @Test
    void aRecapOfMoreThanThereIsHoldsAllThereIs() {
        Story story = given().when(hear(Optional.empty(), "All.", 1));
        assertThat(texts(story.show().conversation().recap(40))).containsExactly("All.");
    }

    @Test
    void aSpeakerIsNamedByTheirRole() {
        Story story = given(onAir(DAVE, THREE)).when(hear(Optional.of(DAVE), "Me.", 1));
        assertThat(story.show().conversation().utterances().getFirst().speaker().role())
                .isEqualTo("real_caller:Caller #1");
    }
}
