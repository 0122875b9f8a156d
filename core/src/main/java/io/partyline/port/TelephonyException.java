package io.partyline.port;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The telephone network could not be reached, or would not do what was asked.
///
/// The message is a sentence for the host and holds no secret and no number.
public final class TelephonyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration pause;

    public TelephonyException(String sentence) {
        super(sentence);
        pause = null;
    }

    public TelephonyException(String sentence, Throwable cause) {
        super(sentence, cause);
        pause = null;
    }

    /// The network is too busy, and has not looked at the question.
    ///
    /// @param pause how long it wants to be left alone
    public TelephonyException(String sentence, Duration pause, Throwable cause) {
        super(sentence, cause);
        this.pause = pause;
    }

    /// How long the network wants to be left alone before the same is asked again; empty if asking
    /// again is no use, or may do twice what was asked.
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
