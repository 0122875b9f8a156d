package io.partyline.show;

/// How the show has its callers' voices unless a host says otherwise of one of them.
///
/// @param links what works on a real caller's voice
/// @param duckDb by how much a voice is lowered while the host speaks, 0 to 18 dB; at 0 both are
///   heard alike
public record CallerSound(Links links, double duckDb) {
    /// The most that a voice is lowered, in dB.
    public static final double DEEPEST = 18;

    /// Every voice as it comes.
    public static final CallerSound DRY = new CallerSound(Links.NONE, 0);

    /// As radio does it: everything works, and a caller gives way to the host by 6 dB.
    public static final CallerSound RADIO = new CallerSound(Links.ALL, 6);

    public CallerSound {
        if (!(duckDb >= 0 && duckDb <= DEEPEST)) {
            throw new IllegalArgumentException(
                    "a caller gives way by 0 to 18 dB, not by " + duckDb);
        }
    }
}
