package io.partyline.benchmarks.load;

import java.time.Duration;

/// Waiting, where what is measured needs time to pass.
final class Naps {
    private Naps() {}

    static void nap(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", e);
        }
    }
}
