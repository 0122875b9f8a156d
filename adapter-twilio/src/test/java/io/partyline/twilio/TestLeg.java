package io.partyline.twilio;

import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A show's end of a leg: keeps what the caller said.
final class TestLeg implements CallLeg {
    private final CountDownLatch lost = new CountDownLatch(1);
    private final Handset handset;
    private float[] said = new float[8_000];
    private int length;
    private volatile boolean over;

    TestLeg(Handset handset) {
        this.handset = handset;
    }

    Handset handset() {
        return handset;
    }

    @Override
    public synchronized void fromCaller(byte[] codes, int offset, int count) {
        if (said.length < length + count) {
            said = Arrays.copyOf(said, 2 * (length + count));
        }
        Mulaw.decode(codes, offset, said, length, count);
        length += count;
        notifyAll();
    }

    @Override
    public void lost() {
        lost.countDown();
    }

    @Override
    public boolean over() {
        return over;
    }

    /// The show is done with the path.
    void finish() {
        over = true;
        handset.over();
    }

    boolean isLost() {
        return lost.getCount() == 0;
    }

    /// Whether the leg is lost within so long.
    boolean awaitLost(Duration limit) throws InterruptedException {
        return lost.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the caller has said so far, at 8 kHz.
    synchronized float[] said() {
        return Arrays.copyOf(said, length);
    }

    /// What the caller has said, once it is so many samples at 8 kHz.
    synchronized float[] awaitSaid(int samples, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (length < samples && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return Arrays.copyOf(said, length);
    }
}
