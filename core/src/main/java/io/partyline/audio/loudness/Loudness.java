package io.partyline.audio.loudness;

import io.partyline.audio.Frames;

/// How loud something is and was, as broadcasters count it. Silence measures [Frames#SILENCE_DB].
///
/// @param momentary of the last 400 ms, in LUFS
/// @param shortTerm of the last 3 s, in LUFS
/// @param integrated of everything so far, in LUFS
/// @param range between quiet and loud stretches, in LU
/// @param truePeak the highest peak so far, between the samples too, in dBTP
/// @param maxMomentary the highest momentary loudness so far, in LUFS
/// @param maxShortTerm the highest short-term loudness so far, in LUFS
public record Loudness(
        double momentary,
        double shortTerm,
        double integrated,
        double range,
        double truePeak,
        double maxMomentary,
        double maxShortTerm) {

    /// Nothing has been heard.
    public static final Loudness SILENCE =
            new Loudness(
                    Frames.SILENCE_DB,
                    Frames.SILENCE_DB,
                    Frames.SILENCE_DB,
                    0,
                    Frames.SILENCE_DB,
                    Frames.SILENCE_DB,
                    Frames.SILENCE_DB);

    /// Whether anything has been loud enough to count.
    public boolean heard() {
        return integrated > Frames.SILENCE_DB;
    }
}
