package io.partyline.studio.sound;

/// How whoever looks at the sound from time to time waits in between: [ShowClock#pause]. Never for
/// the audio thread.
@FunctionalInterface
public interface Pause {
    /// Waits for so long at most.
    void pause(long nanos);
}
