package io.partyline.icecast;

import java.io.IOException;

/// Codes sound for one connection, and writes it there. For one thread.
interface Coder extends AutoCloseable {
    /// Codes the next 960 mono samples at 48 kHz. What they become may be written later, with the
    /// next ones.
    ///
    /// @throws IOException if it cannot be written
    void code(float[] frame) throws IOException;

    /// Says in the stream who can be heard from here on, if the format has a place for that.
    ///
    /// @throws IOException if it cannot be written
    void title(String who) throws IOException;

    /// Whether [#title] does anything. If not, the server is told beside the stream.
    boolean tellsTitles();

    /// Writes what is still in hand.
    ///
    /// @throws IOException if it cannot be written
    void finish() throws IOException;

    /// Gives back what it holds, whether it has finished or the line has broken.
    @Override
    default void close() {}
}
