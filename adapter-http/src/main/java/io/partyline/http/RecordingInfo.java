package io.partyline.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the recorder has to tell the host.
///
/// @param recording whether it runs
/// @param problem why it does not, in a sentence
/// @param stems one for each source and call leg so far
/// @param diskHoursLeft for how long the disk lasts at the present number of stems
public record RecordingInfo(
        boolean recording,
        Optional<String> problem,
        List<Stem> stems,
        OptionalDouble diskHoursLeft) {
    public RecordingInfo {
        stems = List.copyOf(stems);
    }

    /// One recorded source.
    ///
    /// @param lengthMs from show zero
    public record Stem(String name, long lengthMs) {}
}
