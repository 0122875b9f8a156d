package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.RULES;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When something happens next by itself: whoever runs the show sleeps until then, and no longer.
class NextInstantTest {
    private static Optional<Instant> next(Story story) {
        return new Deadlines(story.show()).next();
    }

    private static Optional<Instant> after(Duration wait) {
        return Optional.of(NOW.plus(wait));
    }

    private static Event[] speaking() {
        var turn =
                new Turn(
                        new TurnId("turn-one"),
                        TONYS,
                        Turn.Why.HELLO,
                        NOW,
                        false,
                        Optional.empty());
        return all(aiOnAir(TONYS, TONY), new FloorEvent.TurnGranted(turn, NOW));
    }

    @Test
    void nothingIsDueInAShowInWhichEverybodyIsWhereTheyShouldBe() {
        assertThat(next(given())).isEmpty();
        assertThat(next(given(all(onAir(DAVE, THREE), waiting(JAS))))).isEmpty();
    }

    @Test
    void aCallThatRingsIsDueWhenItIsGivenUp() {
        assertThat(next(given(rang(DAVE)))).isEqualTo(after(RULES.lostWait()));
    }

    @Test
    void whoeverWaitsWithoutALegIsDueWhenTheyAreGivenUp() {
        assertThat(next(given(all(waiting(DAVE), new CallEvent.LegLost(DAVE, NOW)))))
                .isEqualTo(after(RULES.lostWait()));
    }

    @Test
    void aTakeIsDueWhenItHasTakenTooLong() {
        assertThat(next(given(all(waiting(DAVE), taken(DAVE, THREE)))))
                .isEqualTo(after(RULES.takeLimit()));
    }

    @Test
    void aBrokenConnectionIsDueWhenItsChannelIsGivenBack() {
        assertThat(next(given(all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW)))))
                .isEqualTo(after(RULES.reconnect()));
    }

    @Test
    void aDropIsDueWhenItCanBeUndoneNoMore() {
        assertThat(next(given(waiting(DAVE)).when(new CallCommand.Drop(DAVE))))
                .isEqualTo(after(RULES.undo()));
    }

    @Test
    void aCallerWhoIsAskedIsDueWhenNobodyMayAskThemAnyLonger() {
        Story story = given(waiting(DAVE)).when(new CallCommand.Screen(DAVE));
        assertThat(next(story)).isEqualTo(after(Duration.ofMinutes(3)));
        story.when(new CallCommand.EndScreening(DAVE, Card.Screening.DONE));
        assertThat(next(story)).isEmpty();
    }

    @Test
    void aTurnIsDueWhenItHasLastedTooLong() {
        assertThat(next(given(speaking()))).isEqualTo(after(RULES.turnLimit()));
    }

    @Test
    void aFollowUpIsDueOnceItIsKnownWhoItWillBe() {
        Story story = given(new FollowUpEvent.FollowUpPlanned(DAVE, NOW.plusSeconds(7), NOW));
        assertThat(next(story)).isEmpty();
        story.when(new FollowUpCommand.ChooseFollowUp(DAVE, TONY, "Tony knows trucks."));
        assertThat(next(story)).isEqualTo(after(Duration.ofSeconds(7)));
    }

    @Test
    void theMoodOfTheHostIsDueWhenItTellsNothingAnyMore() {
        Story story =
                given().when(
                                new FloorCommand.Hear(
                                        Story.FRIDAY,
                                        Optional.empty(),
                                        "I'm joking, of course.",
                                        0,
                                        0,
                                        NOW));
        assertThat(next(story)).isEqualTo(after(Duration.ofMinutes(5)));
    }

    @Test
    void ofAllThatIsDueTheSoonestIsNextWhicheverWasAskedForFirst() {
        Story story =
                given(all(speaking(), rang(JAS)))
                        .when(new FollowUpCommand.SetAutoFollowUp(true))
                        .later(Duration.ofSeconds(1));
        assertThat(next(story)).isEqualTo(after(RULES.lostWait()));
        story.when(
                new CallCommand.OpenLeg(JAS),
                new CallCommand.Take(JAS),
                new CallCommand.Air(JAS, 0));
        assertThat(next(story)).isEqualTo(after(RULES.turnLimit()));
        story.when(new CallCommand.LoseLeg(JAS));
        assertThat(next(story)).isEqualTo(after(RULES.reconnect().plusSeconds(1)));
    }
}
