package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.rate.Mulaw;
import io.partyline.rehearsal.HandHandset;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is heard of a caller, whatever the carrier's count says. The caller hums for as long as the
/// test says; silence in it is a loss.
class CallerAudioTest {
    private static final int HERTZ = 500;
    private static final int FRAME = 160;

    private final TestLeg leg = new TestLeg(new HandHandset());
    private final CallerAudio audio = new CallerAudio(leg);
    private final float[] hum = Sample.phoneTone(HERTZ, 40);
    private int said;

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 60, 100, 128, 200, 256, 300, 384})
    void everyDocumentedSizeArrivesWhole(int millis) {
        int bytes = millis * 8;
        for (int chunk = 1; chunk <= 20; chunk++) {
            say(chunk, 100 + (chunk - 1L) * millis, bytes);
        }
        heardWhole();
    }

    @Test
    void sizesMayChangeWithEveryMessage() {
        int at = 0;
        int chunk = 1;
        for (int bytes : new int[] {160, 1, 800, 3072, 160, 2399, 7}) {
            say(chunk++, 100 + at / 8, bytes);
            at += bytes;
        }
        heardWhole();
    }

    @Test
    void aCountThatBeginsAnewLosesNothing() {
        for (int chunk = 1; chunk <= 400; chunk++) {
            say(chunk, 100 + 20L * chunk, FRAME);
        }
        for (int chunk = 1; chunk <= 400; chunk++) {
            say(chunk, 100 + 20L * chunk, FRAME);
        }
        heardWhole();
        assertThat(audio.droppedMs()).isZero();
    }

    @Test
    void aCountThatBeginsAnewInLongMessagesLosesNothing() {
        for (int round = 0; round < 3; round++) {
            for (int chunk = 1; chunk <= 20; chunk++) {
                say(chunk, 384L * chunk, 3072);
            }
        }
        heardWhole();
    }

    @Test
    void ifTheTimeGoesOnANewCountIsBelievedAtOnce() {
        for (int frame = 1; frame <= 100; frame++) {
            say(1 + frame % 7, 100 + 20L * frame, FRAME);
        }
        heardWhole();
        assertThat(audio.droppedMs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 4000, -1})
    void aCountThatStandsStillIsNone(long always) {
        for (int frame = 0; frame < 500; frame++) {
            say(always, -1, FRAME);
        }
        heardWhole();
        for (int frame = 0; frame < 500; frame++) {
            say(always, 0, FRAME);
        }
        heardWhole();
    }

    @Test
    void aCountThatGoesDownIsNone() {
        for (int frame = 0; frame < 500; frame++) {
            say(4000 - frame, -1, FRAME);
        }
        heardWhole();
    }

    @Test
    void aChunkThatCameBeforeIsNotHeardTwiceAndShows() {
        say(1, 100, FRAME);
        say(2, 120, FRAME);
        again(2, 120);
        say(3, 140, FRAME);
        again(1, 100);
        again(2, 120);
        say(4, 160, FRAME);
        heardWhole();
        assertThat(audio.droppedMs()).isEqualTo(60);
    }

    @Test
    void aLostChunkBecomesSilenceOfItsLength() {
        say(1, 100, FRAME);
        say(4, 160, FRAME);
        float[] heard = leg.said();
        assertThat(heard).hasSize(4 * FRAME);
        assertThat(Sample.amount(heard, FRAME, 2 * FRAME, HERTZ, 8000)).isLessThan(0.01);
        assertThat(audio.lostMs()).isEqualTo(40);
    }

    @Test
    void aLongGapIsCountedButNotPlayedBackAsDelay() {
        say(1, 100, FRAME);
        say(200, 4080, FRAME);
        assertThat(audio.lostMs()).isEqualTo(3960);
        assertThat(leg.said()).hasSize(2 * FRAME + 800);
    }

    @Test
    void aClockThatJumpsWithoutALossIsNoGap() {
        say(1, 100, FRAME);
        say(2, 9100, FRAME);
        say(4, 1_700_000_000_000L, FRAME);
        assertThat(audio.lostMs()).isEqualTo(StreamMessages.LONGEST_MEDIA_MS);
    }

    @Test
    void otherTracksAreNotTheCaller() {
        audio.hear(new StreamMessage.Media(false, 1, 100, next(FRAME)));
        assertThat(leg.said()).isEmpty();
    }

    @Test
    void aPayloadThatIsNotBase64ChangesNothing() {
        say(1, 100, FRAME);
        var noise = new StreamMessage.Media(true, 2, 120, Payload.of("%%%"));
        assertThatThrownBy(() -> audio.hear(noise)).isInstanceOf(IllegalArgumentException.class);
        say(2, 120, FRAME);
        heardWhole();
    }

    /// The next piece of the hum.
    private void say(long chunk, long timestamp, int bytes) {
        audio.hear(new StreamMessage.Media(true, chunk, timestamp, next(bytes)));
    }

    /// The last 20 ms once more.
    private void again(long chunk, long timestamp) {
        said -= FRAME;
        say(chunk, timestamp, FRAME);
    }

    private Payload next(int bytes) {
        byte[] codes = new byte[bytes];
        Mulaw.encode(hum, said, codes, 0, bytes);
        said += bytes;
        return Payload.of(Base64.getEncoder().encodeToString(codes));
    }

    /// All of it, in order, with its level.
    private void heardWhole() {
        float[] heard = leg.said();
        assertThat(heard).hasSize(said);
        float[] right = Arrays.copyOf(hum, said);
        for (int i = 0; i < said; i++) {
            assertThat(heard[i]).as("sample %d", i).isBetween(right[i] - 0.02f, right[i] + 0.02f);
        }
        assertThat(Sample.amount(heard, 0, said / 16 * 16, HERTZ, 8000)).isBetween(0.48, 0.52);
    }
}
