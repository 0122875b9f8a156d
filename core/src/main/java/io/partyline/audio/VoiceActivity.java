package io.partyline.audio;

/// Finds where somebody speaks, by level: speech is what stands well above the noise of the line.
///
/// The noise floor follows the quiet moments down at once and creeps up slowly, so that a humming line is
/// not taken for a talker. Deterministic. For one thread.
public final class VoiceActivity {
    /// What a frame changed.
    public enum Change {
        SILENCE,
        STARTED,
        SPEECH,
        ENDED
    }

    /// 100 ms of voice make a start.
    static final int START_FRAMES = 5;

    /// 600 ms without voice make an end.
    private static final int END_FRAMES = 30;

    private static final double QUIETEST_FLOOR_DB = -70;
    private static final double LOUDEST_FLOOR_DB = -40;
    private static final double ABOVE_FLOOR_DB = 9;
    private static final double LEAST_VOICE_DB = -50;

    /// The floor creeps up by 3 dB a second.
    private static final double CREEP_DB = 3.0 * Frames.MILLIS / 1_000;

    private double floorDb = -60;
    private int voiced;
    private int quiet;
    private boolean speaking;

    /// Starts in silence.
    public VoiceActivity() {}

    /// Whether somebody speaks now, short pauses included.
    public boolean speaking() {
        return speaking;
    }

    /// Milliseconds of voice in a row, at this moment.
    public int voicedMs() {
        return voiced * Frames.MILLIS;
    }

    /// Looks at the next frame of 20 ms.
    public Change accept(float[] frame) {
        boolean voice = isVoice(Frames.decibels(Frames.rms(frame, Frames.SAMPLES)));
        voiced = voice ? voiced + 1 : 0;
        quiet = voice ? 0 : quiet + 1;
        if (!speaking && voiced >= START_FRAMES) {
            speaking = true;
            return Change.STARTED;
        }
        if (speaking && quiet >= END_FRAMES) {
            speaking = false;
            return Change.ENDED;
        }
        return speaking ? Change.SPEECH : Change.SILENCE;
    }

    private boolean isVoice(double level) {
        boolean voice = level > LEAST_VOICE_DB && level > floorDb + ABOVE_FLOOR_DB;
        double next = level < floorDb ? level : floorDb + CREEP_DB;
        floorDb = Math.clamp(next, QUIETEST_FLOOR_DB, LOUDEST_FLOOR_DB);
        return voice;
    }
}
