package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarrierBufferTest {
    private final CarrierBuffer buffer = new CarrierBuffer();

    @Test
    void whatWasSentSinceTheMarkIsWhatWaits() {
        String mark = buffer.sent().orElseThrow();
        send(7);
        buffer.echoed(mark);
        assertThat(buffer.depthMs()).isEqualTo(140);
        assertThat(buffer.tooDeep()).isFalse();
    }

    @Test
    void aMarkASecondIsEnough() {
        buffer.echoed(buffer.sent().orElseThrow());
        assertThat(send(49)).isEmpty();
        assertThat(buffer.sent()).isPresent();
    }

    @Test
    void oneMarkIsUnderWayAtATimeButNotForEver() {
        buffer.sent();
        assertThat(send(499)).isEmpty();
        assertThat(buffer.sent()).isPresent();
    }

    @Test
    void tooMuchIsClearedButNotTwiceWithinTenSeconds() {
        tooDeep();
        assertThat(buffer.tooDeep()).isTrue();
        buffer.cleared();
        assertThat(buffer.depthMs()).isZero();
        tooDeep();
        assertThat(buffer.tooDeep()).isFalse();
        send(500);
        assertThat(buffer.tooDeep()).isTrue();
    }

    @Test
    void anEchoThatAClearCausedProvesNothing() {
        String mark = buffer.sent().orElseThrow();
        send(30);
        buffer.cleared();
        buffer.echoed(mark);
        assertThat(buffer.depthMs()).isZero();
    }

    @Test
    void echoesOfOthersAreIgnored() {
        buffer.sent();
        send(10);
        buffer.echoed("made up");
        assertThat(buffer.depthMs()).isZero();
    }

    private void tooDeep() {
        Optional<String> mark = buffer.sent();
        while (mark.isEmpty()) {
            mark = buffer.sent();
        }
        send(21);
        buffer.echoed(mark.get());
    }

    /// Sends so many frames, and gives the last mark that was due.
    private Optional<String> send(int frames) {
        Optional<String> last = Optional.empty();
        for (int i = 0; i < frames; i++) {
            Optional<String> mark = buffer.sent();
            last = mark.isPresent() ? mark : last;
        }
        return last;
    }
}
