package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WakefulClockTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final WakefulClock clock = new WakefulClock(nanos::get, millis::get);

    private Duration passed(Duration java, Duration day) {
        long before = clock.getAsLong();
        nanos.addAndGet(java.toNanos());
        millis.addAndGet(day.toMillis());
        return Duration.ofNanos(clock.getAsLong() - before);
    }

    @Test
    void itGoesAsJavasClockWhileTheComputerIsAwake() {
        Duration second = Duration.ofSeconds(1);
        assertThat(passed(second, second)).isEqualTo(second);
        assertThat(passed(second, second.plusMillis(900))).isEqualTo(second);
    }

    @Test
    void theTimeThatTheComputerSleptHasPassed() {
        assertThat(passed(Duration.ofSeconds(1), Duration.ofSeconds(61)))
                .isEqualTo(Duration.ofSeconds(61));
        assertThat(passed(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatIsSetBackDoesNotTurnTimeRound() {
        assertThat(passed(Duration.ofSeconds(1), Duration.ofHours(-1)))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
