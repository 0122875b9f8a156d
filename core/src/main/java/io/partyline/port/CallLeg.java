package io.partyline.port;

/// The show's end of one caller's audio path, for the adapter that carries it.
///
/// All audio is G.711 µ-law, mono at 8 kHz, which every telephone network speaks. It is decoded
/// here, and only while somebody hears the caller. One thread may call [#fromCaller]; [#lost] and
/// [#over] may be called by any.
public interface CallLeg {
    /// What the caller has sent, in order, any number of codes. Never blocks; what does not fit is
    /// dropped, oldest first, and counted.
    void fromCaller(byte[] codes, int offset, int length);

    /// The path is broken, though nobody may have hung up. Repeating it changes nothing.
    void lost();

    /// Whether the show is done with this path.
    boolean over();
}
