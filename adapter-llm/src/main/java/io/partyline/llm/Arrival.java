package io.partyline.llm;

import java.time.Duration;
import java.util.Optional;

/// What comes over the wire, in order.
sealed interface Arrival {
    /// A line without its end, as it came; it may be empty, and that means something.
    record Line(String text) implements Arrival {}

    /// The server says no.
    ///
    /// @param body what it said with it; for nobody's eyes but ours
    /// @param again how long to wait before asking again, if it said so
    record Refused(int status, String body, Optional<Duration> again) implements Arrival {}

    /// Nothing more will come.
    record End() implements Arrival {}

    /// Nothing has come for as long as one waits.
    record Nothing() implements Arrival {}

    /// It broke; the sentence is for the host.
    record Broken(String sentence) implements Arrival {}
}
