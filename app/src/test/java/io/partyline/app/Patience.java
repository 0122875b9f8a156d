package io.partyline.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Looks again and again, up to a deadline, where nothing can be listened to.
final class Patience {
    private static final Duration ROUND = Duration.ofMillis(20);

    private Patience() {}

    static void until(BooleanSupplier wish, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + HouseUnderTest.SOON.toNanos();
        while (!wish.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }
}
