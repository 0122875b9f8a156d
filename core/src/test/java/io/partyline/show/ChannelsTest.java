package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    @Test
    void theFirstRealCallerIsOnChannelThree() {
        given(waiting(DAVE)).when(new CallCommand.Take(DAVE)).then(taken(DAVE, THREE));
    }

    @Test
    void anAiCallerLeavesTheCallerChannelsAlone() {
        given(all(aiOnAir(TONYS, TONY), waiting(DAVE)))
                .when(new CallCommand.Take(DAVE))
                .then(taken(DAVE, THREE));
    }

    @Test
    void theLowestFreeChannelComesFirst() {
        given(
                        all(
                                onAir(DAVE, THREE),
                                all(
                                        onAir(JAS, FOUR),
                                        all(
                                                waiting(ROSA),
                                                ended(DAVE, EndedBy.HOST),
                                                new CallEvent.ChannelFreed(DAVE, THREE, NOW)))))
                .when(new CallCommand.Take(ROSA))
                .then(taken(ROSA, THREE));
    }

    @Test
    void aChannelIsNotReusedWhileItsStemIsBeingClosed() {
        given(all(onAir(DAVE, THREE), all(waiting(JAS), ended(DAVE, EndedBy.CALLER))))
                .when(new CallCommand.Take(JAS))
                .then(taken(JAS, FOUR));
    }

    @Test
    void aChannelIsFreeAgainOnceItsStemIsClosed() {
        given(all(onAir(DAVE, THREE), all(waiting(JAS), ended(DAVE, EndedBy.CALLER))))
                .when(new CallCommand.CloseStem(DAVE))
                .then(new CallEvent.ChannelFreed(DAVE, THREE, NOW))
                .when(new CallCommand.CloseStem(DAVE))
                .nothingHappens()
                .when(new CallCommand.Take(JAS))
                .then(taken(JAS, THREE));
    }

    @Test
    void aCallerWhoGoesBackToTheQueueGivesTheirChannelBackAtOnce() {
        given(all(onAir(DAVE, THREE), waiting(JAS)))
                .when(new CallCommand.Hold(DAVE), new CallCommand.Take(JAS))
                .then(taken(JAS, THREE));
    }

    @Test
    void aTakeIsRefusedWhenEveryChannelIsInUse() {
        Story story = given(Story.RULES);
        for (int i = 0; i < 4; i++) {
            story.when(ring("call-" + i), open("call-" + i), take("call-" + i));
            assertThat(story.happened()).hasSize(1);
        }
        story.when(ring("call-4"), open("call-4"), take("call-4")).refused(Reason.NO_FREE_CHANNEL);
        assertThat(story.call(new CallId("call-4")).held()).isTrue();
    }

    @Test
    void channelsThatAreClosingAreListedFromTheLowest() {
        Story story = given();
        List<Integer> closing = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            story.when(ring("call-" + i), open("call-" + i), take("call-" + i));
        }
        for (int i = 3; i >= 0; i--) {
            story.when(new CallCommand.HangUp(new CallId("call-" + i)));
        }
        story.show().calls().closing().keySet().forEach(channel -> closing.add(channel.number()));
        assertThat(closing).containsExactly(3, 4, 5, 6);
    }

    private static Command ring(String id) {
        return new CallCommand.Ring(new CallId(id), CallerNumber.WITHHELD);
    }

    private static Command open(String id) {
        return new CallCommand.OpenLeg(new CallId(id));
    }

    private static Command take(String id) {
        return new CallCommand.Take(new CallId(id));
    }
}
