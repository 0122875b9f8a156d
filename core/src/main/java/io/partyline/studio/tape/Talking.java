package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Knows whether somebody on the air is speaking at this moment. Safe for use by many threads.
public final class Talking {
    /// Less voice in a row is a click or a cough.
    private static final int LEAST_MS = 100;

    /// Between two words nobody has stopped speaking.
    private static final long PAUSE = Frames.samplesOf(Duration.ofMillis(300));

    private final AtomicLong lastVoice = new AtomicLong(-PAUSE);
    private final AtomicLong newest = new AtomicLong();

    /// Nobody speaks yet.
    public Talking() {}

    /// What one speaker did in a frame.
    ///
    /// @param mixed the mixer's count of the frame: the same clock for all speakers
    /// @param voicedMs how long there has been voice in a row
    void hear(long mixed, int voicedMs) {
        newest.accumulateAndGet(mixed, Math::max);
        if (voicedMs >= LEAST_MS) {
            lastVoice.accumulateAndGet(mixed, Math::max);
        }
    }

    /// Whether somebody spoke a moment ago.
    public boolean now() {
        return newest.get() - lastVoice.get() < PAUSE;
    }
}
