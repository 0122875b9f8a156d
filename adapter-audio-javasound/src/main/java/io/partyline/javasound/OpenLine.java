package io.partyline.javasound;

/// A device that is open and has shown that it works.
interface OpenLine extends AutoCloseable {
    /// What the host knows it by.
    String words();

    /// Gives it back.
    @Override
    void close();
}
