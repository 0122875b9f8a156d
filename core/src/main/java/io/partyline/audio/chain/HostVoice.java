package io.partyline.audio.chain;

import io.partyline.audio.loudness.KWeighting;

/// What callers' voices go by: how loud the host is, and whether they speak now.
///
/// Heard before the callers are, once a tick. Real-time: does not allocate. For the audio thread.
public final class HostVoice {
    /// What the host is taken for before they have said anything: a voice of -20 LUFS has its
    /// syllables there.
    static final double USUAL = -14;

    /// A microphone that is turned down too far, or shouted into, is no measure for anybody.
    private static final double QUIETEST = -26;

    private static final double LOUDEST = -8;

    /// The measure moves within 3 s, and only while the host speaks: not with every word.
    private static final double FOLLOWING = SpeechLevel.following(3_000);

    private final KWeighting weighting = new KWeighting();
    private final SpeechLevel level = new SpeechLevel();
    private double loudness = USUAL;
    private boolean speaking;

    /// A host who has not said anything.
    public HostVoice() {}

    /// Takes in a frame of the host's microphone.
    ///
    /// @param onAir whether others hear it; what the host says to one caller alone is nobody's
    ///   measure
    public void hear(float[] frame, boolean onAir) {
        double power = weighting.meanSquare(frame);
        speaking = onAir && level.hear(power);
        if (speaking) {
            loudness += (level.loudness() - loudness) * FOLLOWING;
        }
    }

    /// Whether the host says something in this frame that others hear.
    boolean speaking() {
        return speaking;
    }

    /// How loud callers are to be, in LUFS of their syllables.
    double loudness() {
        return Math.clamp(loudness, QUIETEST, LOUDEST);
    }
}
