package io.partyline.icecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private final Waits waits = new Waits();

    @Test
    void theyGrowToHalfAMinute() {
        assertThat(Stream.generate(() -> waits.after(Duration.ZERO).toMillis()).limit(8))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void aConnectionThatHeldBeginsAnew() {
        for (int i = 0; i < 5; i++) {
            waits.after(Duration.ofSeconds(9));
        }
        assertThat(waits.after(Duration.ofSeconds(10))).hasMillis(500);
        assertThat(waits.after(Duration.ZERO)).hasMillis(1_000);
    }
}
