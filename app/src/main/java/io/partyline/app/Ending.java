package io.partyline.app;

import java.util.concurrent.CountDownLatch;

/// How a program that runs until it is stopped comes to its end.
final class Ending {
    private Ending() {}

    /// Waits for Ctrl-C or a termination signal, then closes.
    ///
    /// @param closing runs once, on a thread of its own, before the program is gone
    static void await(Runnable closing) {
        var closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("closing")
                                .unstarted(() -> {
                                    closing.run();
                                    closed.countDown();
                                }));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
