package io.partyline.studio;

import io.partyline.audio.delay.Jingle;
import io.partyline.port.ProgramOut;
import java.time.Duration;
import java.util.function.Supplier;

/// How the program is to reach its listeners.
///
/// @param out where it goes; the studio closes it when it is closed itself
/// @param delay how much later than the show listeners hear it, 0 to 40 s
/// @param dump how much a dump takes back, 0 to 40 s
/// @param jingle what listeners hear after a panic, mono at 48 kHz; asked for once
/// @param on whether it is sent from the start
public record Transmission(
        ProgramOut out, Duration delay, Duration dump, Supplier<float[]> jingle, boolean on) {
    /// How much a dump takes back if nobody says otherwise.
    public static final Duration DUMP = Duration.ofSeconds(3);

    /// Nobody listens from afar; what is dumped is left out of what is published.
    public static Transmission none() {
        return new Transmission(ProgramOut.none(), Duration.ZERO, DUMP, Jingle::samples, false);
    }
}
