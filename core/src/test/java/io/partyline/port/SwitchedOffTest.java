package io.partyline.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Prompt;
import io.partyline.show.CallId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A show runs without these; whoever can do without asks first whether they are there.
class SwitchedOffTest {
    private static final CallId NOBODY = new CallId("call-nobody");

    @Test
    void whatIsSwitchedOffSaysSo() {
        assertThat(LanguageModel.off().isOff()).isTrue();
        assertThat(Transcriber.off().isOff()).isTrue();
        assertThat(Telephony.off().isOff()).isTrue();
    }

    @Test
    void aTranscriberThatIsOffSaysWhy() {
        assertThat(Transcriber.off().condition()).isEqualTo("Switched off.");
        assertThat(Transcriber.off("There is no model.").condition())
                .isEqualTo("There is no model.");
        assertThat(Transcriber.off().trouble()).isEmpty();
        assertThat(Transcriber.off().backlog()).isZero();
    }

    @Test
    void aModelThatIsSwitchedOffAnswersNothing() {
        var prompt =
                new Prompt(
                        Prompt.Purpose.SUMMARY,
                        List.of(new Prompt.Message(Prompt.Role.USER, "What was it about?")),
                        Duration.ofSeconds(1),
                        1);
        assertThatThrownBy(() -> LanguageModel.off().reply(prompt))
                .isInstanceOf(LanguageModelException.class)
                .hasMessage("No language model is set up.");
    }

    @Test
    void aTelephoneThatIsSwitchedOffKnowsNobody() {
        assertThat(Telephony.off().liveCalls()).isEmpty();
        assertThat(Telephony.off().hasEnded(NOBODY)).isFalse();
        assertThatThrownBy(() -> Telephony.off().connect(NOBODY))
                .isInstanceOf(TelephonyException.class)
                .hasMessage("The telephone is switched off.");
    }
}
