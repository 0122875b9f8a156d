package io.partyline.audio.chain;

import io.partyline.audio.loudness.KWeighting;

/// Brings a caller's voice to the loudness of the host's, by hand of nobody: up by 18 dB at most,
/// down by 12, down within 50 ms, up within a second and a half, and not at all while the caller
/// says nothing, so that the noise of a quiet line does not swell up.
///
/// It outlives the connection: a caller who comes back on another one is as loud as before.
/// Real-time: does not allocate. For the audio thread.
public final class AutomaticGain {
    private static final double MOST = 18;
    private static final double LEAST = -12;
    private static final double DOWN = SpeechLevel.following(50);
    private static final double UP = SpeechLevel.following(1_500);

    private final HostVoice host;
    private final KWeighting weighting = new KWeighting();
    private final SpeechLevel level = new SpeechLevel();
    private double gain;

    /// @param host whose loudness is the measure
    public AutomaticGain(HostVoice host) {
        this.host = host;
    }

    /// Takes in a frame as it comes.
    ///
    /// @return what it is to be raised by, in dB
    double next(float[] frame) {
        if (level.hear(weighting.meanSquare(frame))) {
            double wanted = Math.clamp(host.loudness() - level.loudness(), LEAST, MOST);
            gain += (wanted - gain) * (wanted < gain ? DOWN : UP);
        }
        return gain;
    }
}
