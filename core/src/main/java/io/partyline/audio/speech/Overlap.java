package io.partyline.audio.speech;

import io.partyline.audio.Frames;

/// Whether somebody who makes a sound while another voice speaks wants to speak themselves.
///
/// 200 ms of voiced sound with words in it are meant; a hum ("mhm") has to last for 500 ms, since
/// listeners hum. Bursts with gaps between them, such as a laugh or a cough, begin anew each time.
/// Deterministic. For one thread.
public final class Overlap {
    /// What a frame changed.
    public enum Change {
        NOTHING,
        /// A sound that may become a word.
        BEGAN,
        /// They go on, and are to have the floor. Said once.
        MEANT,
        /// It came to nothing, or they have finished.
        OVER
    }

    /// 100 ms.
    private static final int BEGIN_FRAMES = 5;

    /// 200 ms.
    private static final int WORD_FRAMES = 10;

    /// 500 ms: longer than listeners hum.
    private static final int HUM_FRAMES = 25;

    /// Of these, so many must be brighter than a hum.
    private static final int BRIGHT_FRAMES = 3;

    /// The closure of a "p" or "t" in the middle of a word lasts 60 ms, the gap in a laugh longer.
    private static final int CLOSURE_FRAMES = 3;

    /// 300 ms without voice, and they have stopped.
    private static final int END_FRAMES = 15;

    /// The share of its energy that a sound has left after differentiation at 48 kHz: 0.004 is a
    /// pure tone of 480 Hz. A hum has little above its lowest harmonics; vowels have.
    private static final double BRIGHT = 0.005;

    private int voiced;
    private int bright;
    private int gap;
    private boolean begun;
    private boolean meant;

    /// Nobody has made a sound yet.
    public Overlap() {}

    /// Looks at the next frame of 20 ms.
    ///
    /// @param voice whether there is voice in it
    /// @param sounding whether the other voice sounds during it
    public Change accept(float[] frame, boolean voice, boolean sounding) {
        if (!begun && !sounding) {
            forget();
            return Change.NOTHING;
        }
        return voice ? voice(frame) : pause();
    }

    private Change voice(float[] frame) {
        voiced = gap > CLOSURE_FRAMES ? 1 : voiced + 1;
        bright = gap > CLOSURE_FRAMES ? 0 : bright;
        bright += isBright(frame) ? 1 : 0;
        gap = 0;
        if (!meant && wantsTheFloor()) {
            begun = true;
            meant = true;
            return Change.MEANT;
        }
        if (!begun && voiced >= BEGIN_FRAMES) {
            begun = true;
            return Change.BEGAN;
        }
        return Change.NOTHING;
    }

    private boolean wantsTheFloor() {
        return voiced >= HUM_FRAMES || (voiced >= WORD_FRAMES && bright >= BRIGHT_FRAMES);
    }

    private Change pause() {
        gap++;
        if (begun && gap >= END_FRAMES) {
            forget();
            return Change.OVER;
        }
        return Change.NOTHING;
    }

    private void forget() {
        voiced = 0;
        bright = 0;
        gap = 0;
        begun = false;
        meant = false;
    }

    private static boolean isBright(float[] frame) {
        double all = 0;
        double steps = 0;
        for (int i = 1; i < Frames.SAMPLES; i++) {
            double step = frame[i] - frame[i - 1];
            all += frame[i] * frame[i];
            steps += step * step;
        }
        return steps > BRIGHT * all;
    }
}
