package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallerHangsUpTest {
    static Stream<Arguments> stages() {
        return Stream.of(
                arguments("ringing", new Event[] {rang(DAVE)}),
                arguments("held", waiting(DAVE)),
                arguments("being taken", all(waiting(DAVE), taken(DAVE, THREE))),
                arguments("on air", onAir(DAVE, THREE)),
                arguments(
                        "reconnecting", all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW))),
                arguments("leaving", all(waiting(DAVE), new CallEvent.CallDropped(DAVE, NOW))));
    }

    @ParameterizedTest(name = "while {0}")
    @MethodSource("stages")
    void aCallerWhoHangsUpIsGoneAtOnceAndOnlyOnce(String stage, Event[] before) {
        Story story = given(before);
        assertThat(story.show().call(DAVE)).as(stage).isPresent();
        story.when(new CallCommand.CallerGone(DAVE))
                .then(new CallEvent.CallEnded(DAVE, EndedBy.CALLER, Optional.of(0L), NOW))
                .when(new CallCommand.CallerGone(DAVE))
                .nothingHappens();
        assertThat(story.show().history().records()).hasSize(1);
    }

    @ParameterizedTest(name = "while {0}")
    @MethodSource("stages")
    void theHostCanHangUpWhereverTheCallStands(String stage, Event[] before) {
        Story story =
                given(before)
                        .when(new CallCommand.HangUp(DAVE))
                        .then(new CallEvent.CallEnded(DAVE, EndedBy.HOST, Optional.of(0L), NOW))
                        .when(new CallCommand.HangUp(DAVE))
                        .refused(Reason.NO_SUCH_CALL);
        assertThat(story.show().calls().live()).as(stage).isEmpty();
    }

    @Test
    void theCarrierCannotHangUpAnAiCaller() {
        given(People.aiOnAir(People.TONYS, People.TONY))
                .when(new CallCommand.CallerGone(People.TONYS))
                .nothingHappens();
    }
}
