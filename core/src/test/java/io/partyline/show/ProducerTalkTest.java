package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.waiting;
import static io.partyline.show.People.waitingOutside;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The producer talks with callers who wait, one at a time, and gives way to the host.
class ProducerTalkTest {
    private static final CallCommand WITH_DAVE = new CallCommand.BeginProducerTalk(DAVE);
    private static final CallEvent BEGAN = new CallEvent.ProducerTalkBegan(DAVE, NOW);

    private static CallEvent ended(ProducerTalkEnd why) {
        return new CallEvent.ProducerTalkEnded(DAVE, why, NOW);
    }

    private static Story talking() {
        return given(waiting(DAVE)).when(WITH_DAVE);
    }

    @Test
    void theProducerTalksWithACallerWhoWaitsAndLeavesThem() {
        given(waiting(DAVE))
                .when(WITH_DAVE)
                .then(BEGAN)
                .when(WITH_DAVE)
                .nothingHappens()
                .when(new CallCommand.EndProducerTalk(DAVE, ProducerTalkEnd.PRODUCER))
                .then(ended(ProducerTalkEnd.PRODUCER))
                .when(new CallCommand.EndProducerTalk(DAVE, ProducerTalkEnd.PAGE_GONE))
                .nothingHappens();
    }

    @Test
    void afterwardsTheCallerWaitsInTheirPlaceAndNoScreenerAsksThem() {
        Story story = talking();
        story.when(new CallCommand.EndProducerTalk(DAVE, ProducerTalkEnd.HOST));
        assertThat(story.call(DAVE).held()).isTrue();
        assertThat(story.call(DAVE).marks().producer()).isFalse();
        assertThat(story.call(DAVE).card().screening()).isEqualTo(Card.Screening.BROKEN_OFF);
    }

    @Test
    void onlyWhoeverWaitsAndCanHearItIsTalkedWith() {
        given(waitingOutside(DAVE)).when(WITH_DAVE).refused(Reason.NOT_CONNECTED);
        given(onAir(DAVE, new Channel(3))).when(WITH_DAVE).refused(Reason.NOT_WAITING);
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.BeginProducerTalk(TONYS))
                .refused(Reason.NO_SUCH_CALL);
        given().when(WITH_DAVE).refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void withTheNextCallerTheTalkWithTheOneBeforeIsOver() {
        given(all(waiting(DAVE), waiting(ROSA)))
                .when(WITH_DAVE)
                .when(new CallCommand.BeginProducerTalk(ROSA))
                .then(
                        ended(ProducerTalkEnd.ANOTHER_CALLER),
                        new CallEvent.ProducerTalkBegan(ROSA, NOW));
    }

    @Test
    void theHostsTalkbackWins() {
        talking()
                .when(new CallCommand.SetTalkback(DAVE, true))
                .then(ended(ProducerTalkEnd.TALKBACK), new CallEvent.TalkbackSet(DAVE, true, NOW))
                .when(WITH_DAVE)
                .refused(Reason.HOST_IS_TALKING);
    }

    @Test
    void aTakeWins() {
        talking()
                .when(new CallCommand.Take(DAVE))
                .then(
                        ended(ProducerTalkEnd.TAKEN),
                        new CallEvent.CallTaken(DAVE, new Channel(3), NOW));
        Story next = talking().when(new CallCommand.TakeNext());
        assertThat(next.call(DAVE).marks().producer()).isFalse();
    }

    @Test
    void whoeverGoesIsTalkedWithNoMore() {
        for (CallCommand goes :
                List.of(
                        new CallCommand.LoseLeg(DAVE),
                        new CallCommand.CallerGone(DAVE),
                        new CallCommand.Drop(DAVE),
                        new CallCommand.HangUp(DAVE))) {
            Story story = talking();
            story.when(goes);
            assertThat(story.happened().getFirst())
                    .as(goes.toString())
                    .isEqualTo(ended(ProducerTalkEnd.CALLER_GONE));
            assertThat(story.show().calls().withProducer()).as(goes.toString()).isEmpty();
        }
    }

    @Test
    void whoeverWasDroppedAndStaysIsNotTalkedWithUnasked() {
        Story story = talking().when(new CallCommand.Drop(DAVE), new CallCommand.Undo(DAVE));
        assertThat(story.call(DAVE).held()).isTrue();
        assertThat(story.show().calls().withProducer()).isEmpty();
    }

    @Test
    void theScreenerBreaksOffAndDoesNotComeBackMeanwhile() {
        Story story =
                given(waiting(DAVE)).when(new CallCommand.Screen(DAVE)).when(WITH_DAVE).then(BEGAN);
        assertThat(story.call(DAVE).card().asking()).isFalse();
        story.when(new CallCommand.Screen(DAVE)).refused(Reason.NOT_WAITING);
    }

    @Test
    void aRestartEndsTheTalkSinceTheLegIsGone() {
        Story story = talking();
        story.when(new ShowCommand.ResumeShow());
        assertThat(story.happened()).contains(ended(ProducerTalkEnd.CALLER_GONE));
        assertThat(story.show().calls().withProducer()).isEmpty();
    }

    @Test
    void aShowThatIsClosedEndsIt() {
        Story story = talking();
        story.when(new ShowCommand.CloseShow());
        assertThat(story.happened()).contains(ended(ProducerTalkEnd.CALLER_GONE));
    }
}
