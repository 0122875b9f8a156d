package io.partyline.audio.speech;

/// A voice is what stands well above the noise of the line, as [VoiceActivity] measures it.
///
/// Needs no library, so it is always there; but it takes music and tones for a voice. For one
/// thread.
public final class VoiceByLevel implements VoiceDetector {
    private final VoiceActivity activity = new VoiceActivity();

    /// Starts in silence.
    public VoiceByLevel() {}

    @Override
    public boolean hears(float[] frame) {
        activity.accept(frame);
        return activity.voicedMs() > 0;
    }

    @Override
    public void pause() {
        activity.pause();
    }
}
