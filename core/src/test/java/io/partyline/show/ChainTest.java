package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.NOW;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a caller's voice is set for those who hear it.
class ChainTest {
    private static final Links.Choice NO_GAIN = choice(Optional.of(false), Optional.empty());
    private static final Links.Choice DUCKED = choice(Optional.empty(), Optional.of(true));

    private static Links.Choice choice(Optional<Boolean> autoGain, Optional<Boolean> ducking) {
        return new Links.Choice(
                Optional.empty(), autoGain, Optional.empty(), Optional.empty(), ducking);
    }

    @Test
    void aCallerIsTrimmedWhereverTheyAre() {
        given(waiting(DAVE))
                .when(new CallCommand.SetTrim(DAVE, -3))
                .then(new CallEvent.TrimSet(DAVE, -3, NOW))
                .when(new CallCommand.SetTrim(DAVE, -3))
                .then();
        given(aiOnAir(TONYS, TONY))
                .when(new CallCommand.SetTrim(TONYS, 18))
                .then(new CallEvent.TrimSet(TONYS, 18, NOW));
        given().when(new CallCommand.SetTrim(DAVE, 1)).refused(Reason.NO_SUCH_CALL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-18.1, 19, Double.NaN, Double.POSITIVE_INFINITY})
    void noHandReachesFurtherThanEighteenDecibels(double db) {
        assertThatThrownBy(() -> new CallCommand.SetTrim(DAVE, db))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTrimStaysWithTheCallThroughHoldAndAnotherTake() {
        Call call =
                given(onAir(DAVE, THREE))
                        .when(
                                new CallCommand.SetTrim(DAVE, 6),
                                new CallCommand.Hold(DAVE),
                                new CallCommand.Take(DAVE))
                        .show()
                        .call(DAVE)
                        .orElseThrow();
        assertThat(call.chain().trimDb()).isEqualTo(6);
    }

    @Test
    void whatIsNotNamedStaysAsItWas() {
        Call call =
                given(onAir(DAVE, THREE))
                        .when(new CallCommand.SetLinks(DAVE, NO_GAIN))
                        .then(new CallEvent.LinksSet(DAVE, NO_GAIN, NOW))
                        .when(new CallCommand.SetLinks(DAVE, NO_GAIN))
                        .then()
                        .when(new CallCommand.SetLinks(DAVE, DUCKED))
                        .then(new CallEvent.LinksSet(DAVE, DUCKED, NOW))
                        .show()
                        .call(DAVE)
                        .orElseThrow();
        assertThat(call.chain().working(call.caller(), Links.ALL))
                .isEqualTo(new Links(true, false, true, true, true));
        assertThat(call.chain().working(call.caller(), Links.NONE))
                .isEqualTo(new Links(false, false, false, false, true));
    }

    @Test
    void anAiCallersVoiceIsAsItComesUnlessSomebodySaysOtherwise() {
        Story story = given(aiOnAir(TONYS, TONY));
        Call call = story.show().call(TONYS).orElseThrow();
        assertThat(call.chain().working(call.caller(), Links.ALL)).isEqualTo(Links.NONE);
        Call ducked =
                story.when(new CallCommand.SetLinks(TONYS, DUCKED))
                        .show()
                        .call(TONYS)
                        .orElseThrow();
        assertThat(ducked.chain().working(ducked.caller(), Links.ALL).ducking()).isTrue();
    }

    @Test
    void whoListensByALoudspeakerIsMarkedOnce() {
        given(onAir(DAVE, THREE))
                .when(new CallCommand.ReportSpeaker(DAVE, true))
                .then(new CallEvent.SpeakerNoticed(DAVE, true, NOW))
                .when(new CallCommand.ReportSpeaker(DAVE, true))
                .then()
                .when(new CallCommand.ReportSpeaker(DAVE, false))
                .then(new CallEvent.SpeakerNoticed(DAVE, false, NOW));
        given().when(new CallCommand.ReportSpeaker(DAVE, true)).then();
    }

    @Test
    void howLoudItWasIsWrittenDown() {
        var loud = new HowLoud(0, -19.2, 6.1, -1, -15, -17);
        given().when(new ShowCommand.ReportLoudness(loud))
                .then(new ShowEvent.LoudnessMeasured(loud, NOW));
    }
}
