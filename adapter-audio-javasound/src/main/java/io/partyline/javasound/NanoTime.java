package io.partyline.javasound;

import java.util.concurrent.locks.LockSupport;

/// The one time that this package goes by: how late it is, and waiting.
interface NanoTime {
    static NanoTime ofThisComputer() {
        return new NanoTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };
    }

    /// Nanoseconds since some instant: only differences mean anything.
    long nanos();

    /// Waits so long, or shorter: whoever must know looks at [#nanos] again.
    void park(long nanos);
}
