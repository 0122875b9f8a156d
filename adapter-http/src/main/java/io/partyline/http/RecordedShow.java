package io.partyline.http;

import java.time.Duration;
import java.util.Optional;

/// What is recorded of the show that is running. Safe for use by many threads.
@FunctionalInterface
public interface RecordedShow {
    /// What the recorder has to tell.
    RecordingInfo info();

    /// Makes a cart of the end of the program, as it is recorded. Waits for the disk.
    ///
    /// @param last how much of it; less if there is less
    /// @return the cart's name in the folder of carts; empty if nothing has been recorded
    /// @throws java.io.UncheckedIOException with a sentence for the host, if it cannot be written
    default Optional<String> clip(Duration last) {
        return Optional.empty();
    }
}
