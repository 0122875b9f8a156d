package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final long MS = 1_000_000;

    private long now = -77;
    private final Pacing pacing = new Pacing(now);

    @Test
    void twoFramesGoAheadOfTheFirst() {
        assertThat(tick()).isEqualTo(2);
        assertThat(pacing.mayPlay(now)).isTrue();
    }

    @Test
    void aClockThatIsLateByLessThanTheLeadIsForgiven() {
        Random random = new Random(3);
        tick();
        long grid = now;
        for (int tick = 1; tick <= 10_000; tick++) {
            now = grid + 20 * MS * tick + random.nextLong(39 * MS);
            assertThat(tick()).isZero();
        }
    }

    @Test
    void nothingIsThrownAwayWhenALateClockCatchesUp() {
        tick();
        now += 58 * MS;
        assertThat(pacing.lead(now)).isZero();
        for (int late = 0; late < 3; late++) {
            assertThat(pacing.mayPlay(now)).isTrue();
            pacing.played(now);
        }
    }

    @Test
    void afterAStandstillTheLeadIsGivenAgainAndNothingElseIsMadeUpFor() {
        tick();
        now += 5_000 * MS;
        assertThat(tick()).isEqualTo(2);
        now += 20 * MS;
        assertThat(tick()).isZero();
    }

    @Test
    void afterAClearTheLeadIsGivenAgain() {
        tick();
        pacing.cleared(now);
        assertThat(tick()).isEqualTo(2);
    }

    @Test
    void aClockThatIsFastLosesAFrameNowAndThenInsteadOfBuildingUpDelay() {
        tick();
        int played = 0;
        for (int tick = 0; tick < 10_000; tick++) {
            now += 19 * MS;
            if (pacing.mayPlay(now)) {
                pacing.played(now);
                played++;
            }
        }
        assertThat(played).isBetween(9_490, 9_510);
    }

    /// One frame, with what goes ahead of it.
    ///
    /// @return how many frames of silence that was
    private int tick() {
        int lead = pacing.lead(now);
        for (int i = 0; i <= lead; i++) {
            pacing.played(now);
        }
        return lead;
    }
}
