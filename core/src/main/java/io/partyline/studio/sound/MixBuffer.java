package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/// One mix that callers hear, on its way from the audio thread to the phone clock: the last few
/// frames, each with its tick.
///
/// Only the audio thread writes, only the phone clock reads. It keeps a frame long enough for a
/// clock that is late, and then overwrites it.
final class MixBuffer implements FrameSink {
    /// 320 ms: later than that, what was missed is not worth hearing.
    static final int KEPT = 16;

    private static final long NONE = -1;

    private final LongSupplier ticks;
    private final float[][] frames = new float[KEPT][Frames.SAMPLES];
    private final AtomicLongArray held = new AtomicLongArray(KEPT);

    /// @param ticks the tick that is being mixed; asked on the audio thread
    MixBuffer(LongSupplier ticks) {
        this.ticks = ticks;
        for (int i = 0; i < KEPT; i++) {
            held.setPlain(i, NONE);
        }
    }

    @Override
    public void write(float[] frame) {
        long tick = ticks.getAsLong();
        int place = (int) (tick % KEPT);
        held.setPlain(place, NONE);
        VarHandle.storeStoreFence();
        System.arraycopy(frame, 0, frames[place], 0, Frames.SAMPLES);
        held.setRelease(place, tick);
    }

    /// Copies the frame of a tick.
    ///
    /// @return false if there is none; the frame is then not to be used
    boolean read(long tick, float[] frame) {
        int place = (int) (tick % KEPT);
        if (held.getAcquire(place) != tick) {
            return false;
        }
        System.arraycopy(frames[place], 0, frame, 0, Frames.SAMPLES);
        VarHandle.acquireFence();
        return held.getPlain(place) == tick;
    }
}
