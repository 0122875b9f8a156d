package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayoutTest {
    private static final long MS = 1_000_000;

    private final Playout playout = new Playout();

    @Test
    void aMarkIsDueOnceWhatLiesBeforeItHasBeenPlayed() {
        playout.add(0, 160);
        playout.add(1 * MS, 160);
        playout.mark(1 * MS, "at-1");
        assertThat(playout.due(39 * MS)).isEmpty();
        assertThat(playout.due(40 * MS)).isEqualTo("at-1");
        assertThat(playout.due(40 * MS)).isEmpty();
    }

    @Test
    void clearMakesEveryMarkDueInItsOrder() {
        playout.add(0, 1600);
        playout.mark(0, "at-1");
        playout.add(0, 1600);
        playout.mark(0, "at-2");
        playout.clear(5 * MS);
        assertThat(playout.due(5 * MS)).isEqualTo("at-1");
        assertThat(playout.due(5 * MS)).isEqualTo("at-2");
        playout.mark(6 * MS, "at-3");
        assertThat(playout.due(6 * MS)).isEqualTo("at-3");
    }
}
