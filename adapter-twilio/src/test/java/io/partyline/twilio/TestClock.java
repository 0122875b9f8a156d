package io.partyline.twilio;

import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// The studio's phone clock: plays a tone for ever, 20 ms to every leg that is not over, one after
/// the other, on one thread.
final class TestClock implements AutoCloseable {
    static final int HERTZ = 1000;

    private static final long FRAME = Duration.ofMillis(20).toNanos();

    private final Supplier<List<TestLeg>> legs;
    private final Thread thread;
    private volatile boolean closed;

    TestClock(Supplier<List<TestLeg>> legs) {
        this.legs = legs;
        thread = Thread.ofPlatform().daemon().name("phone").start(this::run);
    }

    private void run() {
        byte[] codes = tone();
        long next = System.nanoTime();
        for (long number = 1; !closed; number++) {
            PhoneFrame frame = new PhoneFrame(number, codes);
            for (TestLeg leg : legs.get()) {
                if (!leg.over() && !leg.isLost()) {
                    leg.handset().play(frame);
                }
            }
            next += FRAME;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /// A frame holds whole periods, so that one follows another without a step.
    static byte[] tone() {
        float[] samples = Sample.phoneTone(HERTZ, 0.02);
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, 0, codes, 0, codes.length);
        return codes;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
