package io.partyline.javasound;

import java.util.Optional;

/// Which devices a show uses. Names may be given in part and in any case.
///
/// @param output gets the console channels if it has as many, else what the host hears; empty for
///   the system's default, which gets what the host hears
/// @param input the host's microphone; empty for the system's default
/// @param channels number of console channels
public record SoundSettings(Optional<String> output, Optional<String> input, int channels) {}
