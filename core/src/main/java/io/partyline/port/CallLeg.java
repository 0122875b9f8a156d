package io.partyline.port;

import java.time.Duration;

/// The show's end of one caller's audio path, for the adapter that carries it.
///
/// All audio is mono at 48 kHz, -1 to 1; converting to what the network speaks is the adapter's
/// work. One thread may call [#fromCaller], another [#toCaller]; [#lost] and [#over] may be called
/// by any.
public interface CallLeg {
    /// Samples that the caller has sent, in order, any number of them. Never blocks; what does not
    /// fit is dropped, oldest first, and counted.
    void fromCaller(float[] samples, int offset, int length);

    /// The next 20 ms for the caller: 960 samples, to be overwritten. Whoever asks too late misses
    /// the oldest, which is counted.
    ///
    /// @param limit how long to wait for it
    /// @return false if there was none in that time
    boolean toCaller(float[] frame, Duration limit);

    /// The path is broken, though nobody may have hung up. Repeating it changes nothing.
    void lost();

    /// Whether the show is done with this path; the adapter then closes it.
    boolean over();
}
