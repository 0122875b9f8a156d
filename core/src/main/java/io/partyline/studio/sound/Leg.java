package io.partyline.studio.sound;

import io.partyline.audio.buffer.FrameQueue;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.port.CallLeg;
import io.partyline.show.CallId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One caller's audio path, between the adapter's threads and the audio thread.
public final class Leg implements CallLeg {
    /// Sound on its way to the caller that may lie ready: 100 ms. Of more, the oldest is skipped.
    private static final int TO_CALLER = 5;

    private final CallId call;
    private final Consumer<Leg> onLost;
    private final JitterBuffer fromCaller = new JitterBuffer();
    private final FrameQueue toCaller = new FrameQueue(TO_CALLER);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean over;

    /// @param onLost told once, if the path breaks before the show is done with it
    Leg(CallId call, Consumer<Leg> onLost) {
        this.call = call;
        this.onLost = onLost;
    }

    CallId call() {
        return call;
    }

    JitterBuffer voice() {
        return fromCaller;
    }

    FrameQueue feed() {
        return toCaller;
    }

    /// The show is done with this path.
    void end() {
        over = true;
        ended.set(true);
    }

    @Override
    public void fromCaller(float[] samples, int offset, int length) {
        fromCaller.write(samples, offset, length);
    }

    @Override
    public boolean toCaller(float[] frame, Duration limit) {
        return toCaller.await(frame, limit);
    }

    @Override
    public void lost() {
        if (ended.compareAndSet(false, true)) {
            onLost.accept(this);
        }
    }

    @Override
    public boolean over() {
        return over;
    }
}
