package io.partyline.javasound;

import java.util.Optional;

/// One end of a seat or a console: what is plugged in there, and the sound between it and the show.
///
/// A thread of its own calls [#turn], the thread that looks after devices calls [#tend] and
/// [#free]; [#words] and [#trouble] are for any.
interface Device extends AutoCloseable {
    /// The name of its thread.
    String name();

    /// Moves what sound can be moved now. May be kept by the driver.
    ///
    /// @return nanoseconds until it should be called again
    long turn();

    /// Looks for what is missing. May take seconds.
    void tend();

    /// Closes the line that [#turn] is stuck in, if it is.
    void free();

    /// How it is, in a few words for the host.
    String words();

    /// What is wrong with it, in a sentence for the host.
    Optional<String> trouble();

    /// Once nobody turns or tends any more.
    @Override
    void close();
}
