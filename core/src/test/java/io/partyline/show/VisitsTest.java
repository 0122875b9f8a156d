package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.all;
import static io.partyline.show.People.connected;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VisitsTest {
    /// A mutation run plays fewer: it plays them once for each fault.
    private static final int SEEDS = Integer.getInteger("seeds", 30);

    private static final long SECOND = 48_000;

    private static Moment at(long seconds) {
        return new Moment(NOW.plusSeconds(seconds), seconds * SECOND);
    }

    private static Visit visit(long from, long to) {
        return new Visit(at(from), Optional.of(at(to)));
    }

    private static Story after(Story story, long seconds) {
        return story.later(Duration.ofSeconds(seconds));
    }

    private static void take(Story story) {
        long now = story.show().positionAt(story.now());
        story.when(new CallCommand.Take(DAVE), new CallCommand.Air(DAVE, now));
    }

    private static CallRecord record(Story story) {
        return story.show().history().find(DAVE).orElseThrow();
    }

    /// On the air from 10 to 20, from 50 to 55 and from 60 to 100 seconds.
    private static Story takenThreeTimes() {
        Story story = given(waiting(DAVE));
        take(after(story, 10));
        after(story, 10).when(new CallCommand.Hold(DAVE));
        take(after(story, 30));
        after(story, 5).when(new CallCommand.Hold(DAVE));
        take(after(story, 5));
        return after(story, 40).when(new CallCommand.CallerGone(DAVE));
    }

    @Test
    void aCallTakenThreeTimesHasThreeVisits() {
        CallRecord past = record(takenThreeTimes());
        assertThat(past.visits().all())
                .containsExactly(visit(10, 20), visit(50, 55), visit(60, 100));
        assertThat(past.airTime()).isEqualTo(Duration.ofSeconds(10 + 5 + 40));
    }

    @Test
    void aVisitThatGoesOnHasNoEndAndCountsAsFarAsTheShowIs() {
        Story story = given(waiting(DAVE));
        take(after(story, 10));
        Visits visits = story.call(DAVE).visits();
        assertThat(visits.current()).contains(new Visit(at(10), Optional.empty()));
        assertThat(visits.airTime(25 * SECOND)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aCallThatNeverAiredHasNoVisit() {
        Story story = given(waiting(DAVE));
        story.when(
                new CallCommand.Take(DAVE),
                new CallCommand.FailTake(DAVE, "The mix stands still."),
                new CallCommand.CallerGone(DAVE));
        assertThat(record(story).visits().all()).isEmpty();
        assertThat(record(story).airTime()).isZero();
        assertThat(record(story).aired()).isFalse();
    }

    @Test
    void anAiCallersTimeOnTheAirIsAVisit() {
        Story story = given().when(new CallCommand.Bring(TONY));
        CallId tony = story.show().calls().on(TONY.key()).orElseThrow().id();
        after(story, 1).when(new CallCommand.Air(tony, SECOND));
        after(story, 60).when(new CallCommand.HangUp(tony));
        CallRecord past = story.show().history().find(tony).orElseThrow();
        assertThat(past.visits().all()).containsExactly(visit(1, 61));
    }

    @Test
    void aWaitBeginsWhenItBeginsAndNotWithTheFirstRing() {
        Story story = given(all(onAir(DAVE, THREE), waiting(JAS)));
        after(story, 60).when(new CallCommand.Hold(DAVE));
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW.plusSeconds(60));
        assertThat(story.show().calls().waiting()).extracting(Call::id).containsExactly(JAS, DAVE);
    }

    @Test
    void aTakeThatFailsAndADropThatIsUndoneGoOnWithTheSameWait() {
        Story story = given(waiting(DAVE));
        after(story, 30)
                .when(
                        new CallCommand.Take(DAVE),
                        new CallCommand.FailTake(DAVE, "The mix stands still."),
                        new CallCommand.Drop(DAVE),
                        new CallCommand.Undo(DAVE));
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW);
    }

    @Test
    void aVisitEndsWhereTheConnectionBreaksAndWhoeverComesBackBeginsAnother() {
        Story story = given(waiting(DAVE));
        take(after(story, 10));
        after(story, 10).when(new CallCommand.LoseLeg(DAVE));
        after(story, 4).when(new CallCommand.OpenLeg(DAVE));
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW.plusSeconds(20));
        take(after(story, 6));
        after(story, 5).when(new CallCommand.CallerGone(DAVE));
        assertThat(record(story).visits().all()).containsExactly(visit(10, 20), visit(30, 35));
    }

    @Test
    void whoeverIsCutOffWaitsFromThenOnAlsoWhenTheyAreFoundLater() {
        Story story = given(onAir(DAVE, THREE));
        after(story, 20).when(new CallCommand.LoseLeg(DAVE));
        story.passes(Story.RULES.reconnect());
        assertThat(story.call(DAVE).held()).isTrue();
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void aLegThatIsReplacedAndAMuteGoOnWithTheSameVisit() {
        Story story = given(waiting(DAVE));
        take(after(story, 10));
        after(story, 5)
                .when(
                        new CallCommand.OpenLeg(DAVE),
                        new CallCommand.SetMute(DAVE, true),
                        new CallCommand.SetMute(DAVE, false));
        after(story, 5).when(new CallCommand.CallerGone(DAVE));
        assertThat(record(story).visits().all()).containsExactly(visit(10, 20));
    }

    @Test
    void whatIsSaidBetweenTwoVisitsBelongsToNeither() {
        Story story = takenThreeTimes();
        say(story, "One.", 15);
        say(story, "Off the air.", 30);
        say(story, "Two.", 52);
        say(story, "Three.", 70);
        assertThat(story.show().transcript(record(story)))
                .extracting(Utterance::text)
                .containsExactly("One.", "Two.", "Three.");
    }

    private static void say(Story story, String text, long second) {
        story.when(
                new FloorCommand.Hear(
                        Story.FRIDAY,
                        Optional.empty(),
                        text,
                        second * SECOND,
                        second * SECOND,
                        NOW.plusSeconds(second)));
    }

    @Test
    void afterARestartAVisitHasEndedWhereTheShowGoesOn() {
        Story story = given(onAir(DAVE, THREE));
        after(story, 30).when(new ShowCommand.ResumeShow());
        assertThat(story.call(DAVE).visits().all()).containsExactly(visit(0, 30));
    }

    @Test
    void clocksThatAreSetBackMakeNoVisitsThatOverlap() {
        Visits visits =
                Visits.NONE
                        .begin(at(10))
                        .end(at(8))
                        .begin(new Moment(NOW, 12 * SECOND))
                        .end(new Moment(NOW.plusSeconds(15), SECOND));
        assertThat(visits.all())
                .containsExactly(
                        visit(10, 10),
                        new Visit(
                                new Moment(NOW.plusSeconds(10), 12 * SECOND),
                                Optional.of(new Moment(NOW.plusSeconds(15), 12 * SECOND))));
    }

    @Test
    void anOldJournalSaysByItsInstantsWhereAVisitEnded() {
        Show show =
                given(
                                all(
                                        waiting(DAVE),
                                        taken(DAVE, THREE),
                                        new CallEvent.CallAired(DAVE, Optional.empty(), second(2)),
                                        new CallEvent.CallHeld(DAVE, NOW, second(5)),
                                        taken(DAVE, THREE),
                                        new CallEvent.CallAired(DAVE, Optional.empty(), second(7)),
                                        new CallEvent.LegLost(DAVE, second(9)),
                                        connected(DAVE)))
                        .show();
        Call dave = show.call(DAVE).orElseThrow();
        assertThat(dave.visits().all()).containsExactly(visit(2, 5), visit(7, 9));
        assertThat(dave.instants().aired()).contains(second(2));
    }

    private static Instant second(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    @Test
    void aCallThatWasLostAndFoundKeepsTheVisitsOfItsFirstPart() {
        Story story = given(all(onAir(DAVE, THREE), waiting(ROSA)));
        after(story, 20).when(new CallCommand.LoseLeg(DAVE));
        story.passes(Story.RULES.reconnect())
                .passes(Story.RULES.lostWait())
                .when(new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(5)));
        assertThat(record(story).visits().all()).containsExactly(visit(0, 20));
        assertThat(story.call(DAVE).visits().all()).isEmpty();
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void theVisitsOfAnyShowAreItsTimeOnTheAirAndNeverOverlap() {
        play(SEEDS);
    }

    @Test
    @Tag("ci")
    void thoseOfManyShowsAreToo() {
        play(200);
    }

    private static void play(int shows) {
        int visits = 0;
        for (int seed = 0; seed < shows; seed++) {
            List<CallRecord> ended = AirTimes.ofAShow(seed);
            visits += (int) ended.stream().filter(past -> past.visits().all().size() > 1).count();
        }
        assertThat(visits).as("calls with several visits").isGreaterThan(shows / 4);
    }
}
