package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Transcriber;
import io.partyline.show.Speaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A transcriber that writes nothing down, but tells how far the show has listened to its host: so
/// a clock is not turned faster than the show can hear.
final class HostEar implements Transcriber {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofNanos(20_000);

    private final AtomicLong heard = new AtomicLong(-1);

    @Override
    public String name() {
        return "an ear";
    }

    @Override
    public Session open(Speaker speaker, Consumer<Heard> none) {
        boolean host = speaker instanceof Speaker.Host;
        return new Session() {
            @Override
            public void accept(float[] frame, long atSample) {
                if (host) {
                    heard.set(atSample);
                }
            }

            @Override
            public void close() {}
        };
    }

    /// Waits until the show has listened to what the host said there.
    void awaits(long atSample) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (heard.get() < atSample) {
            assertThat(System.nanoTime()).as("the host is not listened to").isLessThan(deadline);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
