package io.partyline.audio.speech;

/// A stretch of one speaker's sound with speech in it, 15 s at most.
///
/// Its sound begins a little before the voice and ends a little after it, for the recogniser's
/// sake; [#voiceFrom] and [#voiceTo] say where the voice itself is. Immutable, as long as nobody
/// writes to its samples.
public final class SpokenPiece {
    private final float[] samples;
    private final long from;
    private final long voiceFrom;
    private final long voiceTo;
    private final int voicedMs;
    private final int bursts;

    SpokenPiece(
            float[] samples, long from, long voiceFrom, long voiceTo, int voicedMs, int bursts) {
        this.samples = samples;
        this.from = from;
        this.voiceFrom = voiceFrom;
        this.voiceTo = voiceTo;
        this.voicedMs = voicedMs;
        this.bursts = bursts;
    }

    /// Mono at 48 kHz; not to be changed.
    public float[] samples() {
        return samples;
    }

    /// The show position of the first sample.
    public long from() {
        return from;
    }

    /// The show position behind the last sample.
    public long to() {
        return from + samples.length;
    }

    /// The show position where the first voice begins.
    public long voiceFrom() {
        return voiceFrom;
    }

    /// The show position where the last voice ends.
    public long voiceTo() {
        return voiceTo;
    }

    /// How much of it is voice.
    public int voicedMs() {
        return voicedMs;
    }

    /// How often a voice begins in it: once a word or a few, and for each "ha" of a laugh.
    public int bursts() {
        return bursts;
    }
}
