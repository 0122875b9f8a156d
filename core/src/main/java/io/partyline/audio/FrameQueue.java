package io.partyline.audio;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Frames on their way from one thread to one other, without locks.
///
/// One thread writes, one thread reads. Full: the frame is dropped and counted. Empty: silence,
/// counted. The writer wakes nobody, since waking a thread is a system call, and not real-time; a
/// reader that may wait looks again every two milliseconds, a tenth of a frame.
public final class FrameQueue implements FrameSource, FrameSink {
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    private final float[][] frames;
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
        frames = new float[capacity][Frames.SAMPLES];
    }

    @Override
    public void write(float[] frame) {
        long next = written.getPlain();
        if (next - read.getAcquire() >= frames.length) {
            dropped.add(1);
            return;
        }
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

    /// Reads the next frame, and waits for it if need be. Not for a real-time thread.
    ///
    /// @return false if there was none within `limit`; the frame is then untouched
    public boolean await(float[] frame, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!take(frame)) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, LOOK_AGAIN_NANOS));
        }
        return true;
    }

    /// Throws away what lies ready. For the thread that reads.
    public void clear() {
        read.setRelease(written.getAcquire());
    }

    /// Frames that lie ready. Any thread may ask.
    public int size() {
        long from = read.getAcquire();
        return (int) Math.min(frames.length, written.getAcquire() - from);
    }

    /// Frames that found no room.
    public long dropped() {
        return dropped.value();
    }

    /// Reads that found nothing.
    public long starved() {
        return starved.value();
    }

    private boolean take(float[] frame) {
        long next = read.getPlain();
        if (next == written.getAcquire()) {
            return false;
        }
        System.arraycopy(frames[(int) (next % frames.length)], 0, frame, 0, Frames.SAMPLES);
        read.setRelease(next + 1);
        return true;
    }
}
