package io.partyline.app;

import java.util.concurrent.CountDownLatch;

/// How a program that runs until it is stopped comes to its end.
final class Ending {
    private Ending() {}

    /// Waits for Ctrl-C or a termination signal, closes, and ends the program: exit code 0, since
    /// that is how a show is meant to end, or 1 if it could not be closed properly. (The JDK's own
    /// code after a signal is 130 or 143, and looks like a failure to whoever started it.)
    ///
    /// @param closing runs once, on a thread of its own
    static void await(Runnable closing) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("closing").unstarted(() -> end(closing)));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Runnable closing) {
        try {
            closing.run();
        } catch (RuntimeException e) {
            System.err.println("The show could not be closed properly: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
