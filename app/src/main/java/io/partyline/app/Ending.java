package io.partyline.app;

import java.util.concurrent.CountDownLatch;

/// How a program that is stopped from outside comes to its end: it closes, and its exit code is 0,
/// since that is how a show is meant to end, or 1 if it could not be closed properly. (The JDK's
/// own code after a signal is 130 or 143, and looks like a failure to whoever started it.)
final class Ending {
    private final Thread hook;

    private Ending(Thread hook) {
        this.hook = hook;
    }

    /// Closes as soon as there is Ctrl-C or a termination signal, and ends the program.
    ///
    /// @param closing runs once at most, on a thread of its own
    static Ending onSignal(Runnable closing) {
        Thread hook = Thread.ofPlatform().name("closing").unstarted(() -> end(closing));
        Runtime.getRuntime().addShutdownHook(hook);
        return new Ending(hook);
    }

    /// Waits for a signal; does not return.
    static void await(Runnable closing) {
        onSignal(closing);
        forever();
    }

    /// From now on the caller closes by itself. If a signal came first, this does not return.
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            forever();
        }
    }

    private static void forever() {
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
