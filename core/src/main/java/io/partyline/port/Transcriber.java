package io.partyline.port;

import io.partyline.show.Speaker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns what one speaker says into text.
///
/// Implementations are safe for use by many threads at once.
public interface Transcriber extends AutoCloseable {
    /// A few words that the host recognises it by, such as `whisper base.en`.
    String name();

    /// Whether nobody is transcribed: by the host's choice, or because something is missing.
    default boolean isOff() {
        return false;
    }

    /// How it is doing, in a sentence for the host: what hears, and how far behind it is. If it is
    /// off, why, and what would help.
    default String condition() {
        return isOff() ? "Switched off." : "Using %s.".formatted(name());
    }

    /// What keeps it from writing everything down, in words for the host; empty if nothing does.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// How long what waits to be recognised will take.
    default Duration backlog() {
        return Duration.ZERO;
    }

    /// Starts to listen to one speaker.
    ///
    /// @param heard called for every utterance, on a thread of the transcriber's own, in the order
    ///   in which they were said; must not block for long
    Session open(Speaker speaker, Consumer<Heard> heard);

    /// Starts to listen to a caller who waits, and whom nobody but the screener hears: behind
    /// everybody who is heard on the air, where an implementation knows an order.
    ///
    /// @param heard as of [#open]
    default Session openAside(Speaker speaker, Consumer<Heard> heard) {
        return open(speaker, heard);
    }

    /// Writes nothing down any more; sessions that are still open hear nothing from here on.
    /// Closing twice is not an error.
    @Override
    default void close() {}

    /// One speaker's ear. One thread at a time may use it.
    interface Session extends AutoCloseable {
        /// Takes the next frame of 960 samples at 48 kHz, which it copies. Never waits for a model.
        /// After the end, nothing is taken any more.
        ///
        /// @param atSample the show position of its first sample
        void accept(float[] frame, long atSample);

        /// Hands over what has been said and not been transcribed yet, then ends. Text may still
        /// come for as long as the model takes. Closing twice is not an error.
        @Override
        void close();
    }

    /// One utterance as text.
    ///
    /// @param fromSample where it began, in samples at 48 kHz from show zero
    /// @param toSample where it ended
    /// @param confidence 0 to 1
    record Heard(String text, long fromSample, long toSample, double confidence) {}

    /// Nobody is transcribed.
    static Transcriber off() {
        return off("Switched off.");
    }

    /// Nobody is transcribed.
    ///
    /// @param condition why, and what would help, in words for the host
    static Transcriber off(String condition) {
        return new TranscriberOff(condition);
    }
}
