package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflowTest {
    /// What the library reads at once.
    private static final int READ = 8 * 1024;

    @Test
    void moreSeemsToBeOnItsWayWhenAReadHasComeBackFull() {
        Inflow full = Bytes.of(new byte[2 * READ - 1], READ);
        assertThat(full.isFull()).isFalse();
        assertThat(full.reach(READ)).isTrue();
        assertThat(full.isFull()).isTrue();
        assertThat(full.reach(READ + 1)).isTrue();
        assertThat(full.isFull()).isFalse();
    }
}
