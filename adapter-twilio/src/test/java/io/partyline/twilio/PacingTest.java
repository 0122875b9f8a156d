package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final long MS = 1_000_000;

    private long now = -77;
    private final Pacing pacing = new Pacing(now);

    @Test
    void atFirstTwoFramesGoAheadOfTheCallersEar() {
        assertThat(playWhileMust()).isEqualTo(2);
    }

    @Test
    void noMoreThanTheLeadIsSentAhead() {
        int sent = 0;
        while (pacing.mayPlay(now)) {
            pacing.played(now);
            sent++;
        }
        assertThat(sent).isEqualTo(3);
        now += 20 * MS;
        assertThat(pacing.mayPlay(now)).isTrue();
    }

    @Test
    void aProducerWhoIsLateByAFrameOnceIsForgiven() {
        playWhileMust();
        now += 20 * MS;
        assertThat(playWhileMust()).isEqualTo(1);
        now += 20 * MS;
        pacing.played(now);
        pacing.played(now);
        now += 20 * MS;
        assertThat(pacing.mustPlay(now)).isFalse();
    }

    @Test
    void afterAStandstillNothingIsMadeUpFor() {
        playWhileMust();
        now += 5_000 * MS;
        assertThat(playWhileMust()).isEqualTo(2);
    }

    @Test
    void afterAClearTheCarrierIsFilledAgain() {
        playWhileMust();
        pacing.cleared(now);
        assertThat(playWhileMust()).isEqualTo(2);
    }

    @Test
    void theGridDoesNotDriftWithTheWorkBetween() {
        Random random = new Random(3);
        long began = now;
        for (int tick = 1; tick <= 10_000; tick++) {
            now += random.nextLong(15 * MS);
            now += pacing.untilNextTick(now);
            assertThat(now - began).isEqualTo(tick * 20L * MS);
        }
    }

    @Test
    void aTickThatWasMissedIsNotRunAfter() {
        now += 500 * MS;
        assertThat(pacing.untilNextTick(now)).isZero();
        assertThat(Duration.ofNanos(pacing.untilNextTick(now))).isEqualTo(Duration.ofMillis(20));
    }

    private int playWhileMust() {
        int sent = 0;
        for (; pacing.mustPlay(now); sent++) {
            pacing.played(now);
        }
        return sent;
    }
}
