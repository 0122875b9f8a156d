package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LapsesTest {
    private static final long MINUTE = Lapses.LATELY.toNanos();

    private long count;
    private long now = -17;
    private final Lapses lapses = new Lapses(() -> count, () -> now);

    private long after(long nanos, long more) {
        now += nanos;
        count += more;
        return lapses.lately();
    }

    @Test
    void aLossIsOfLateForAMinute() {
        assertThat(after(5, 0)).isZero();
        assertThat(after(5, 3)).isEqualTo(3);
        assertThat(after(MINUTE - 1, 0)).isEqualTo(3);
        assertThat(after(1, 0)).isZero();
        assertThat(after(3 * MINUTE, 2)).isEqualTo(2);
        assertThat(lapses.all()).isEqualTo(5);
    }

    @Test
    void lossesThatDoNotEndAddUp() {
        assertThat(after(1, 1)).isOne();
        assertThat(after(MINUTE / 2, 1)).isEqualTo(2);
        assertThat(after(MINUTE * 3 / 4, 1)).isEqualTo(3);
    }
}
