package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tunnel that leads to the studio door: anybody may send as much as they like through it.
class DetoursTest {
    private static final Logger LOG = Logger.getLogger(Detours.class.getName());

    private final AtomicLong now = new AtomicLong();
    private final Detours detours = new Detours(now::get);
    private final List<String> lines = new ArrayList<>();
    private final Handler log =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    lines.add(line.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(log);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(log);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void aThousandRequestsAreOneLineInTheLogAndANumberForTheHost() {
        for (int request = 0; request < 1_000; request++) {
            detours.came();
        }
        assertThat(lines).singleElement().asString().contains("point the tunnel at the phone door");
        assertThat(detours.health())
                .map(Health::detail)
                .hasValue(
                        "Requests that came to the studio door through a tunnel or proxy and were"
                                + " turned away: 1000. Point the tunnel at the phone door.");
    }

    @Test
    void whoeverHasMendedTheirTunnelIsToldNothingMoreInTheEnd() {
        assertThat(detours.health()).isEmpty();
        detours.came();
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        assertThat(detours.health()).isPresent();
        now.incrementAndGet();
        assertThat(detours.health()).isEmpty();
        detours.came();
        assertThat(detours.health()).map(Health::detail).get().asString().contains(": 2.");
        assertThat(lines).hasSize(1);
    }
}
