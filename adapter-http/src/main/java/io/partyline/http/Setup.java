package io.partyline.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a show is set up with, part by part, and the trying of each. Safe for use by many threads.
///
/// Nothing here ever holds a secret: of a password or a key it is known whether there is one.
public interface Setup {
    /// A house that tells nothing of what it is set up with.
    static Setup none() {
        return new NoSetup();
    }

    /// Every part, in the order in which a host looks at them; never waits.
    List<Part> parts();

    /// Which part is being tried now.
    Optional<String> trying();

    /// Tries a part for real, one at a time, and waits until it is known how that went or until it
    /// has taken too long.
    ///
    /// @param part a part's key
    /// @param choice one of the part's choices; without one the part decides
    Outcome attempt(String part, Optional<String> choice);

    /// Stops what is being tried, if anything is.
    void stop();

    /// One part of the house.
    ///
    /// @param part its key, such as `voices`
    /// @param tries whether it can be tried
    /// @param choices what of it can be tried by itself
    record Part(String part, boolean tries, List<Setting> settings, List<Choice> choices) {
        public Part {
            settings = List.copyOf(settings);
            choices = List.copyOf(choices);
        }
    }

    /// One setting.
    ///
    /// @param name as in the environment
    /// @param value in force, as far as anybody may see it; empty if there is none, or if it is
    ///   secret
    /// @param secret whether its value is shown to nobody
    /// @param given whether somebody gave it a value
    /// @param from where the value came from
    /// @param usual what holds if nobody gives one, in words
    /// @param means what it is for, in a sentence or two
    /// @param changes whether it can be changed while the show runs
    record Setting(
            String name,
            Optional<String> value,
            boolean secret,
            boolean given,
            From from,
            String usual,
            String means,
            boolean changes) {}

    /// Where a value came from.
    enum From {
        /// Nobody gave one.
        DEFAULT,
        /// The rehearsal brought it.
        REHEARSAL,
        /// `application.yaml`.
        YAML,
        /// `.env`.
        DOT_ENV,
        ENVIRONMENT,
        COMMAND_LINE,
        /// It was changed at the desk since the start.
        DESK
    }

    /// What can be tried by itself: a channel, a persona's voice.
    ///
    /// @param choice its key
    /// @param name what it is called
    /// @param detail what stands behind it
    record Choice(String choice, String name, String detail) {}

    /// How an attempt ended.
    sealed interface Outcome {
        /// It was tried.
        ///
        /// @param state how it is
        /// @param sentence for the host
        record Tried(String part, State state, String sentence, Duration took) implements Outcome {}

        /// It may not be tried now.
        ///
        /// @param why a sentence for the host
        record Refused(String why) implements Outcome {}

        /// There is no such part, or nothing of it can be tried.
        ///
        /// @param why a sentence for the host
        record Unknown(String why) implements Outcome {}
    }

    /// How a part turned out to be.
    enum State {
        FINE,
        /// Not there, and the show can do without.
        OFF,
        TROUBLE,
        /// It was stopped before it was known.
        STOPPED
    }
}
