package io.partyline.audio.speech;

import io.partyline.audio.Frames;

/// Finds where somebody speaks, by level: speech is what stands well above the noise of the line.
///
/// The noise floor follows the quiet moments down at once and creeps up slowly, so that a humming
/// line is not taken for a talker. Digital silence is a gap in the line and says nothing about its
/// noise. Deterministic. For one thread.
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

    /// Quieter than any line: the lowest step of µ-law is -72 dB.
    private static final double NO_LINE_DB = -90;

    private static final double FIRST_FLOOR_DB = -60;
    private static final double QUIETEST_FLOOR_DB = -70;
    private static final double LOUDEST_FLOOR_DB = -40;
    private static final double LEAST_VOICE_DB = -50;

    /// Speech begins this much above the floor,
    private static final double BEGINS_ABOVE_DB = 9;

    /// and goes on this much above it, so that soft ends of words belong to it.
    private static final double GOES_ON_ABOVE_DB = 6;

    /// The floor creeps up by 3 dB a second.
    private static final double CREEP_DB = 3.0 * Frames.MILLIS / 1_000;

    private double floorDb = FIRST_FLOOR_DB;
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
        return accept(Frames.decibels(Frames.rms(frame, Frames.SAMPLES)));
    }

    /// As [#accept(float\[\])], for whoever has measured the frame before.
    ///
    /// @param decibels its root of the mean square, below full scale
    public Change accept(double decibels) {
        boolean voice = isVoice(decibels);
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

    /// Takes what comes next for a new beginning on the same line: nobody is speaking.
    public void pause() {
        speaking = false;
        voiced = 0;
        quiet = 0;
    }

    private boolean isVoice(double level) {
        double above = speaking ? GOES_ON_ABOVE_DB : BEGINS_ABOVE_DB;
        boolean voice = level > LEAST_VOICE_DB && level > floorDb + above;
        if (level > NO_LINE_DB) {
            double next = level < floorDb ? level : floorDb + CREEP_DB;
            floorDb = Math.clamp(next, QUIETEST_FLOOR_DB, LOUDEST_FLOOR_DB);
        }
        return voice;
    }
}
