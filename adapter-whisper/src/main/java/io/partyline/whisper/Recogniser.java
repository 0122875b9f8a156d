package io.partyline.whisper;

import java.util.Optional;

/// Something that turns a clip of speech into text.
///
/// As many threads use it at once as it says itself.
interface Recogniser extends AutoCloseable {
    /// A few words that the host recognises it by.
    String name();

    /// How many clips it may be given at once.
    int hands();

    /// Makes itself ready before anybody has spoken.
    ///
    /// @throws RecogniserException if it cannot
    default void warmUp() {}

    /// Recognises one clip; waits for as long as its own limits allow.
    ///
    /// @param hurried whether others wait, so that a worse answer is better than a late one
    /// @return what was said, as the model writes it; empty if there were no words in it
    /// @throws RecogniserException if it could not be recognised; what it says is for the host
    String recognise(Clip clip, boolean hurried);

    /// Why it recognises nothing any more, for the host; empty as long as it does.
    default Optional<String> givenUp() {
        return Optional.empty();
    }

    /// Ends what it started. Closing twice is not an error.
    @Override
    default void close() {}
}
