package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Notices when nobody on the air has spoken for a while, once after each time that somebody did.
/// Safe for use by many threads.
public final class Silence {
    /// An open silence lasts 2.5 s; that a voice has ended is known 600 ms after it has.
    private static final long LENGTH = Frames.samplesOf(Duration.ofMillis(2_500 - 600));

    private final Runnable fallen;
    private final AtomicLong lastVoice = new AtomicLong();
    private final AtomicBoolean broken = new AtomicBoolean();

    /// @param fallen told by the thread of whoever was heard to be silent last
    public Silence(Runnable fallen) {
        this.fallen = fallen;
    }

    /// What one speaker did in a frame.
    ///
    /// @param mixed the mixer's count of the frame: the same clock for all speakers
    void hear(long mixed, boolean speaking) {
        if (speaking) {
            lastVoice.accumulateAndGet(mixed, Math::max);
            broken.set(true);
        } else if (mixed - lastVoice.get() >= LENGTH && broken.compareAndSet(true, false)) {
            fallen.run();
        }
    }
}
