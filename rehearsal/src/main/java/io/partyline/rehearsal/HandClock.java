package io.partyline.rehearsal;

import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.util.Optional;

/// A clock that is cranked by hand: nothing sounds until somebody turns it. Strict: it is started
/// once, and cannot be turned before that or after it was closed. For one thread at a time.
public final class HandClock implements ShowClock {
    private volatile Optional<Ticking> ticking = Optional.empty();
    private boolean started;
    private long faults;

    /// A clock that nobody has started.
    public HandClock() {}

    @Override
    public void start(Ticking ticks) {
        if (started) {
            throw new IllegalStateException("the clock was started before");
        }
        started = true;
        ticking = Optional.of(ticks);
    }

    /// One tick.
    public void crank() {
        Ticking ticks =
                ticking.orElseThrow(() -> new IllegalStateException("the clock is not running"));
        try {
            ticks.tick();
        } catch (RuntimeException _) {
            faults++;
        }
    }

    /// So many ticks.
    public void crank(int times) {
        for (int i = 0; i < times; i++) {
            crank();
        }
    }

    @Override
    public long faults() {
        return faults;
    }

    @Override
    public void close() {
        ticking = Optional.empty();
    }
}
