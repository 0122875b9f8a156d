package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarrierBufferTest {
    private static final long MS = 1_000_000;

    private final CarrierBuffer buffer = new CarrierBuffer();
    private long now = -77;

    @Test
    void whatWasSentSinceTheMarkIsWhatWaits() {
        String mark = buffer.sent(now += 20 * MS).orElseThrow();
        send(7);
        buffer.echoed(mark);
        assertThat(buffer.depthMs()).isEqualTo(140);
        assertThat(buffer.tooDeep()).isFalse();
    }

    @Test
    void aMarkASecondIsEnough() {
        buffer.echoed(buffer.sent(now += 20 * MS).orElseThrow());
        assertThat(send(49)).isEmpty();
        assertThat(buffer.sent(now += 20 * MS)).isPresent();
    }

    @Test
    void oneMarkIsUnderWayAtATimeButNotForEver() {
        buffer.sent(now += 20 * MS);
        assertThat(send(499)).isEmpty();
        assertThat(buffer.sent(now += 20 * MS)).isPresent();
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
        String mark = buffer.sent(now += 20 * MS).orElseThrow();
        send(30);
        buffer.cleared();
        buffer.echoed(mark);
        assertThat(buffer.depthMs()).isZero();
    }

    @Test
    void echoesOfOthersAreIgnored() {
        buffer.sent(now += 20 * MS);
        send(10);
        buffer.echoed("made up");
        assertThat(buffer.depthMs()).isZero();
    }

    @Test
    void aMarkThatDoesNotComeBackIsNoticedAlthoughOthersFollow() {
        String mark = buffer.sent(now).orElseThrow();
        assertThat(buffer.unanswered(now + 80 * MS)).isEqualTo(80 * MS);
        send(600);
        assertThat(buffer.unanswered(now)).isEqualTo(12_000 * MS);
        assertThat(buffer.echoed(mark)).isFalse();
        assertThat(buffer.unanswered(now)).isEqualTo(12_000 * MS);
        buffer.cleared();
        assertThat(buffer.unanswered(now)).isZero();
    }

    private void tooDeep() {
        Optional<String> mark = buffer.sent(now += 20 * MS);
        while (mark.isEmpty()) {
            mark = buffer.sent(now += 20 * MS);
        }
        send(21);
        buffer.echoed(mark.get());
    }

    /// Sends so many frames, and gives the last mark that was due.
    private Optional<String> send(int frames) {
        Optional<String> last = Optional.empty();
        for (int i = 0; i < frames; i++) {
            Optional<String> mark = buffer.sent(now += 20 * MS);
            last = mark.isPresent() ? mark : last;
        }
        return last;
    }
}
