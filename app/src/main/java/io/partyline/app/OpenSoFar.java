package io.partyline.app;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened so far, so that it can be closed again, the last first, if the rest cannot
/// be opened. For one thread.
final class OpenSoFar {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    /// Something has been opened.
    ///
    /// @param closing closes it; closing it twice must be no error
    void add(Runnable closing) {
        closings.push(closing);
    }

    /// Closes everything.
    ///
    /// @param why what went wrong; what goes wrong on top of it is attached
    void closeAll(RuntimeException why) {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException another) {
                why.addSuppressed(another);
            }
        }
    }
}
