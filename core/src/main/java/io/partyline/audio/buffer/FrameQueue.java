package io.partyline.audio.buffer;

import io.partyline.audio.Counter;
import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/// Frames on their way from one thread to one other, without locks.
///
/// One thread writes, one thread reads. Full: the oldest frame is lost and counted, since this is
/// for live sound: whoever reads too late is to hear the present, and not to stay behind for ever.
/// Empty: silence, counted. The writer wakes nobody, since waking a thread is a system call, and
/// not real-time.
public final class FrameQueue implements FrameSource, FrameSink {
    /// Twice as many places as frames that are kept: while the reader copies the oldest of them,
    /// the writer is as many frames away from it as the queue holds.
    private final float[][] frames;

    private final int capacity;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final Counter dropped = new Counter();
    private final Counter starved = new Counter();

    /// Makes an empty queue.
    ///
    /// @param capacity most frames in it
    public FrameQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue holds at least one frame");
        }
        this.capacity = capacity;
        frames = new float[2 * capacity][Frames.SAMPLES];
    }

    @Override
    public void write(float[] frame) {
        long next = written.getPlain();
        VarHandle.storeStoreFence();
        System.arraycopy(frame, 0, frames[(int) (next % frames.length)], 0, Frames.SAMPLES);
        written.setRelease(next + 1);
    }

    @Override
    public boolean read(float[] frame) {
        if (take(frame)) {
            return true;
        }
        Frames.silence(frame);
        starved.add(1);
        return false;
    }

    /// Throws away what lies ready. For the thread that reads.
    public void clear() {
        read.setRelease(written.getAcquire());
    }

    /// Frames that lie ready. Any thread may ask.
    public int size() {
        long from = read.getAcquire();
        return (int) Math.min(capacity, written.getAcquire() - from);
    }

    /// Frames that were lost because they were not read in time.
    public long dropped() {
        long from = read.getAcquire();
        return dropped.value() + Math.max(0, written.getAcquire() - capacity - from);
    }

    /// Reads that found nothing.
    public long starved() {
        return starved.value();
    }

    private boolean take(float[] frame) {
        long expected = read.getPlain();
        long next = oldest();
        while (next < written.getAcquire()) {
            System.arraycopy(frames[(int) (next % frames.length)], 0, frame, 0, Frames.SAMPLES);
            VarHandle.acquireFence();
            if (written.getAcquire() - next < frames.length) {
                read.setRelease(next + 1);
                dropped.add(next - expected);
                return true;
            }
            next = oldest();
        }
        return false;
    }

    /// The oldest frame that is kept.
    private long oldest() {
        return Math.max(read.getPlain(), written.getAcquire() - capacity);
    }
}
