package io.partyline.benchmarks.ears;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A seat without a host, which notes when each tick of the mixer began.
final class TickWatch implements HostSeat {
    private static final long TICK = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// An hour.
    private static final int MOST = 3_600_000 / Frames.MILLIS;

    /// How late the ticks of a window began, against the earliest of all.
    ///
    /// @param count how many ticks there were
    /// @param late how many of them began later than a frame lasts, so that one was missed for a
    ///   while
    record Lateness(int count, int late, Duration p99, Duration most) {}

    private final long[] begun = new long[MOST];
    private volatile int ticks;

    @Override
    public String name() {
        return "a watch";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void open() {}

    @Override
    public FrameSource microphone() {
        return frame -> {
            int tick = ticks;
            if (tick < MOST) {
                begun[tick] = System.nanoTime();
                ticks = tick + 1;
            }
            Frames.silence(frame);
            return false;
        };
    }

    @Override
    public FrameSink monitor() {
        return _ -> {};
    }

    @Override
    public void close() {}

    /// How many ticks have begun.
    int ticks() {
        return ticks;
    }

    /// The lateness of the ticks from one on.
    Lateness since(int first) {
        int end = ticks;
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < end; i++) {
            earliest = Math.min(earliest, begun[i] - i * TICK);
        }
        var late = new long[end - first];
        for (int i = first; i < end; i++) {
            late[i - first] = begun[i] - i * TICK - earliest;
        }
        Arrays.sort(late);
        int missed = (int) Arrays.stream(late).filter(by -> by > TICK).count();
        return new Lateness(
                late.length,
                missed,
                Duration.ofNanos(late[late.length * 99 / 100]),
                Duration.ofNanos(late[late.length - 1]));
    }
}
