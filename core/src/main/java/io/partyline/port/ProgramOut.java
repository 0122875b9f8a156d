package io.partyline.port;

import java.util.Optional;
import java.util.OptionalLong;

/// The way to the listeners: takes the program as they are to hear it, and sees to the rest by
/// itself, such as connecting to a server, coming back to it when it was gone, and coding the sound
/// for it.
///
/// [#play] and [#title] are for one thread, and never wait, whatever becomes of the server: what
/// cannot be sent is lost and counted. The rest is safe for use by many threads at once.
public interface ProgramOut extends AutoCloseable {
    /// Nobody listens from afar.
    static ProgramOut none() {
        return new NoProgramOut();
    }

    /// Whether the show is run without any.
    default boolean isOff() {
        return false;
    }

    /// Where it goes, as the host may read it: without any secret.
    String name();

    /// Begins to send, and to connect again by itself whenever that is needed. Returns at once.
    /// Beginning twice is not an error.
    void begin();

    /// Sends nothing more until [#begin] is called again. Returns at once.
    void end();

    /// Takes a copy of the next 20 ms of the program, once every 20 ms; lost before [#begin] and
    /// after [#end].
    ///
    /// @param frame 960 mono samples at 48 kHz, -1 to 1
    void play(float[] frame);

    /// Says who can be heard from the next frame on.
    ///
    /// @param who a line for listeners' screens
    void title(String who);

    /// Whether somebody takes what is played now.
    boolean connected();

    /// How many listen, where that can be known.
    OptionalLong listeners();

    /// How much of what was played since [#begin] was sent to nobody, in milliseconds.
    long lostMs();

    /// What is wrong with it now, in a sentence for the host; empty if it works, if it was not
    /// begun, or [#isOff].
    Optional<String> trouble();

    /// Stops, and gives everything back within a few seconds. Closing twice, or without ever having
    /// begun, is not an error.
    @Override
    void close();
}
