package io.partyline.audio.chain;

/// How a [VoiceChain] is set: which of its links work, and what a hand adds. A value.
///
/// @param highPass takes away rumble and hum
/// @param autoGain brings the voice to the host's loudness
/// @param expander lowers the pauses, and fills them with a faint rush
/// @param limiter keeps peaks under -6 dBFS
/// @param ducking lowers the voice while the host speaks
/// @param trimDb by how much a hand raises it
public record Knobs(
        boolean highPass,
        boolean autoGain,
        boolean expander,
        boolean limiter,
        boolean ducking,
        double trimDb) {

    /// A voice as it comes.
    public static final Knobs DRY = new Knobs(false, false, false, false, false, 0);
}
