package io.partyline.twilio;

import io.partyline.port.CallLeg;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A show's end of a leg: keeps what the caller said, and says a tone for ever at the pace of a
/// sound card.
final class TestLeg implements CallLeg {
    private static final long FRAME_NANOS = Duration.ofMillis(20).toNanos();

    private final CountDownLatch lost = new CountDownLatch(1);
    private final long began = System.nanoTime();
    private final float[] tone = Sample.tone(1000, 0.02);
    private float[] said = new float[48_000];
    private int length;
    private long frames;
    private volatile boolean over;

    @Override
    public synchronized void fromCaller(float[] samples, int offset, int count) {
        if (said.length < length + count) {
            said = Arrays.copyOf(said, 2 * (length + count));
        }
        System.arraycopy(samples, offset, said, length, count);
        length += count;
        notifyAll();
    }

    @Override
    public boolean toCaller(float[] frame, Duration limit) {
        if (System.nanoTime() - began < frames * FRAME_NANOS) {
            return false;
        }
        frames++;
        System.arraycopy(tone, 0, frame, 0, frame.length);
        return true;
    }

    @Override
    public void lost() {
        lost.countDown();
    }

    @Override
    public boolean over() {
        return over;
    }

    void finish() {
        over = true;
    }

    boolean isLost() {
        return lost.getCount() == 0;
    }

    /// Whether the leg is lost within so long.
    boolean awaitLost(Duration limit) throws InterruptedException {
        return lost.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the caller has said, once it is so many samples at 48 kHz.
    synchronized float[] awaitSaid(int samples, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (length < samples && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return Arrays.copyOf(said, length);
    }
}
