package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void anEvenStreamIsOnItsGrid() {
        for (int i = 0; i < 100; i++) {
            pace.arrived(7 * MS + 20L * i * MS, 160);
        }
        assertThat(pace.errors().atMs(1)).isZero();
        assertThat(pace.audioMs()).isEqualTo(2_000);
        assertThat(pace.gaps()).isZero();
    }

    @Test
    void anEarlyFirstMessageDoesNotShiftTheGrid() {
        pace.arrived(0, 160);
        for (int i = 1; i < 100; i++) {
            pace.arrived(20L * i * MS + 3 * MS, 160);
        }
        assertThat(pace.errors().atMs(0.5)).isZero();
        assertThat(pace.errors().atMs(1)).isEqualTo(3);
    }

    @Test
    void aMessageOfFortyMillisecondsMovesTheGridOn() {
        pace.arrived(0, 320);
        pace.arrived(40 * MS, 160);
        pace.arrived(60 * MS, 160);
        assertThat(pace.errors().atMs(1)).isZero();
    }

    @Test
    void aGapIsHeardOnlyWhenWhatIsInHandHasBeenPlayed() {
        pace.arrived(0, 160);
        pace.arrived(80 * MS, 160);
        assertThat(pace.gaps()).isZero();
        pace.arrived(101 * MS, 160);
        assertThat(pace.gaps()).isEqualTo(1);
        pace.arrived(121 * MS, 160);
        assertThat(pace.gaps()).isEqualTo(1);
    }
}
