package io.partyline.port;

import io.partyline.audio.delay.ProgramDelay;
import io.partyline.show.Decision;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The program on its way to listeners, as the host works it: the stream, the delay in front of it,
/// and the button that takes the last words back.
///
/// Safe for use by many threads at once. Waits for the show's decision, and for nothing else for
/// more than a second.
public interface Transmitter {
    /// How it stands at this moment.
    Status status();

    /// Sends the program, or stops sending it. The delay goes on either way. Behind the end of a
    /// show it stops once listeners have heard that show to its end.
    ///
    /// @return a sentence that says why that cannot be; empty if it is done
    Optional<String> stream(boolean on);

    /// Wants another delay; it comes to that by and by, unheard.
    ///
    /// @param wanted 0 to [ProgramDelay#LONGEST]
    /// @return a sentence that says why that cannot be; empty if it is wanted from now on
    Optional<String> delay(Duration wanted);

    /// Takes the newest part of the program back: from listeners, as far as the delay holds it, and
    /// from what is published of the show later. The stems keep it.
    ///
    /// @return the one event of it, or the show's no
    Decision dump();

    /// Takes everything back that listeners have not heard, and plays them a jingle until the delay
    /// is full again.
    ///
    /// @return the one event of it, or the show's no
    Decision panic();

    /// How the program is on its way.
    ///
    /// @param setUp whether there is a place to send it to
    /// @param on whether it is to be sent
    /// @param connected whether somebody takes it now
    /// @param name where it goes, without any secret
    /// @param listeners how many there are, where that can be known
    /// @param delay by how much listeners are late
    /// @param target what the delay should be
    /// @param dump how much a dump takes back
    /// @param safe whether the delay holds as much as a dump takes
    /// @param lostMs how much of the program was sent to nobody although it should have been
    /// @param trouble what is wrong, in a sentence for the host
    record Status(
            boolean setUp,
            boolean on,
            boolean connected,
            String name,
            OptionalLong listeners,
            Duration delay,
            Duration target,
            Duration dump,
            boolean safe,
            ProgramDelay.Phase phase,
            long lostMs,
            Optional<String> trouble) {}
}
