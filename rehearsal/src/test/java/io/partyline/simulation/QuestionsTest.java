package io.partyline.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.show.CallId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the carrier may be asked for a caller once more.
class QuestionsTest {
    private static final CallId DAVE = new CallId("call-dave");

    private final Agenda agenda = new Agenda(false, () -> {});
    private final Questions questions = new Questions(agenda);

    @BeforeEach
    void isOnTheWay() {
        questions.begins(DAVE);
        questions.agreed(DAVE);
        agenda.pass(1_000);
    }

    @Test
    void nobodyIsAskedForWhoIsOnTheWay() {
        assertThatThrownBy(() -> questions.begins(DAVE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whoHasComeAndWasCutOffMayBeAskedForAtOnce() {
        questions.mayAskAgain(DAVE);
        assertThatCode(() -> questions.begins(DAVE)).doesNotThrowAnyException();
    }
}
