package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.rate.Mulaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CallerAudioTest {
    private final TestLeg leg = new TestLeg();
    private final CallerAudio audio = new CallerAudio(leg);

    @Test
    void framesOfAnyLengthComeThroughWhole() throws Exception {
        audio.hear(media(1, 100, 160));
        audio.hear(media(2, 120, 1));
        audio.hear(media(3, 121, 800));
        assertThat(samples()).isBetween(961 * 6 - 6, 961 * 6);
    }

    @Test
    void aChunkThatCameBeforeIsIgnored() throws Exception {
        audio.hear(media(1, 100, 160));
        audio.hear(media(2, 120, 160));
        audio.hear(media(2, 120, 160));
        audio.hear(media(1, 100, 160));
        assertThat(samples()).isBetween(1920 - 6, 1920);
    }

    @Test
    void aLostChunkBecomesSilenceOfItsLength() throws Exception {
        audio.hear(media(1, 100, 160));
        audio.hear(media(4, 160, 160));
        assertThat(samples()).isBetween(4 * 960 - 6, 4 * 960);
        assertThat(audio.lostMs()).isEqualTo(40);
    }

    @Test
    void aLongGapIsCountedButNotPlayedBackAsDelay() throws Exception {
        audio.hear(media(1, 100, 160));
        audio.hear(media(200, 4080, 160));
        assertThat(audio.lostMs()).isEqualTo(3960);
        assertThat(samples()).isBetween(2 * 960 + 4800 - 6, 2 * 960 + 4800);
    }

    @Test
    void aClockThatJumpsWithoutALossIsNoGap() throws Exception {
        audio.hear(media(1, 100, 160));
        audio.hear(media(2, 9100, 160));
        assertThat(audio.lostMs()).isZero();
        assertThat(samples()).isBetween(1920 - 6, 1920);
    }

    @Test
    void otherTracksAreNotTheCaller() throws Exception {
        audio.hear(new StreamMessage.Media(false, 1, 100, payload(160)));
        assertThat(samples()).isZero();
    }

    @Test
    void carriersThatCountNothingAreUnderstood() throws Exception {
        audio.hear(media(-1, -1, 160));
        audio.hear(media(-1, -1, 160));
        assertThat(samples()).isBetween(1920 - 6, 1920);
    }

    @Test
    void aPayloadThatIsNotBase64ChangesNothing() throws Exception {
        audio.hear(media(1, 100, 160));
        assertThatThrownBy(() -> audio.hear(new StreamMessage.Media(true, 2, 120, "%%%")))
                .isInstanceOf(IllegalArgumentException.class);
        audio.hear(media(2, 120, 160));
        assertThat(samples()).isBetween(1920 - 6, 1920);
    }

    private int samples() throws InterruptedException {
        return leg.awaitSaid(0, Duration.ZERO).length;
    }

    private static StreamMessage.Media media(long chunk, long timestamp, int bytes) {
        return new StreamMessage.Media(true, chunk, timestamp, payload(bytes));
    }

    private static String payload(int bytes) {
        byte[] codes = new byte[bytes];
        Arrays.fill(codes, Mulaw.SILENCE);
        return Base64.getEncoder().encodeToString(codes);
    }
}
