package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import java.util.OptionalLong;

/// Marks in what a host says, by which a frame that somebody else hears tells in which turn of the
/// clock it was mixed, however late it is played and whatever was left out before it: a tone too
/// soft to be taken for a voice, in each of [#CYCLE] turns another one.
///
/// Whole waves in a frame, and none of the tones of a [FickleVoice].
final class TimeMarks {
    static final int CYCLE = 28;

    /// 57 dB below full scale, and eight steps of µ-law.
    private static final double LEVEL = 0.002;

    /// As loud as it was made, but for µ-law.
    private static final double LEAST = 0.6 * LEVEL;

    private static final double MOST = 1.4 * LEVEL;

    /// Stronger by this than what is left of the one before it, and than what another voice that
    /// begins in the middle of the frame has there.
    private static final double CLEAR = 2;

    private static final float[][] TONES = new float[CYCLE][Frames.SAMPLES];

    static {
        for (int mark = 0; mark < CYCLE; mark++) {
            for (int i = 0; i < Frames.SAMPLES; i++) {
                double angle = 2 * Math.PI * frequency(mark) * i / Frames.RATE;
                TONES[mark][i] = (float) (LEVEL * Math.sin(angle));
            }
        }
    }

    private TimeMarks() {}

    private static double frequency(int mark) {
        int pair = mark / 2;
        return 1_050 + 150.0 * pair + 50.0 * (mark % 2);
    }

    /// Marks what a host says in a turn.
    static void add(float[] frame, long turn) {
        float[] tone = TONES[(int) (turn % CYCLE)];
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] += tone[i];
        }
    }

    /// In which turn a frame of the telephone was mixed; empty if its listener does not hear the
    /// host, or not alone enough.
    ///
    /// @param latest in which it was mixed at the latest, and less than a cycle later than it was
    static OptionalLong turn(float[] heard, long latest) {
        int best = 0;
        double most = 0;
        double second = 0;
        for (int mark = 0; mark < CYCLE; mark++) {
            double level = Tones.level(heard, 0, heard.length, frequency(mark));
            if (level > most) {
                second = most;
                most = level;
                best = mark;
            } else {
                second = Math.max(second, level);
            }
        }
        return most < LEAST || most > MOST || most < CLEAR * second
                ? OptionalLong.empty()
                : OptionalLong.of(latest - Math.floorMod(latest - best, CYCLE));
    }
}
