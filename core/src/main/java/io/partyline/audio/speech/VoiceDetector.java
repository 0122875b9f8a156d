package io.partyline.audio.speech;

/// Says of each 20 ms of one line whether a voice is in it.
///
/// It may remember what came before, so each line has one of its own. For one thread.
public interface VoiceDetector extends AutoCloseable {
    /// Looks at the next frame.
    ///
    /// @param frame 960 mono samples at 48 kHz, which are neither kept nor changed
    boolean hears(float[] frame);

    /// Takes what comes next for a new beginning on the same line.
    void pause();

    /// Gives back what it holds outside of Java. Closing twice is not an error.
    @Override
    default void close() {}
}
