package io.partyline.audio.delay;

import io.partyline.audio.Frames;

/// Finds how far one can jump inside a pause. A pause of speech is played twice at the most or
/// shortened to a sixth of a second; a silence of a second and more, which is heard as silence
/// however long it lasts, is gone on with until the delay is what it should be.
///
/// For one thread.
final class Pauses {
    /// Both ends of a pause are left as they are for so long, as far as they are known: 80 ms.
    private static final int EDGE = 4 * Frames.SAMPLES;

    /// What is new in a pause is repeated in pieces of 120 ms and more.
    private static final int PIECE = 6 * Frames.SAMPLES;

    /// From here on a pause is a silence.
    private static final int SILENCE = Frames.RATE;

    /// What is faded over, at equal power: 5 ms.
    static final int FADE = 240;

    /// How long the reader has heard nothing but a pause.
    private long run;

    /// How long the pause has lasted, what was repeated included.
    private long heard;

    /// What of the pause has not been repeated yet.
    private long fresh;

    /// How far to jump back, if the frame that begins here is part of a pause: 0 for not at all.
    ///
    /// @param wanted by how much the delay is too short
    int back(Reel reel, long at, long wanted) {
        if (!reel.quiet(at, at + Frames.SAMPLES)) {
            return 0;
        }
        return (int) Math.min(Math.min(most(), run), wanted);
    }

    /// What was repeated is played to its end before it is repeated again.
    private long most() {
        if (heard >= SILENCE && run >= SILENCE) {
            return SILENCE;
        }
        return fresh >= PIECE ? fresh : 0;
    }

    /// How far to jump ahead, if the frame that begins here is part of a pause: 0 for not at all.
    ///
    /// @param wanted by how much the delay is too long
    int ahead(Reel reel, long at, long wanted) {
        if (run < EDGE) {
            return 0;
        }
        long end = at;
        long last = Math.min(reel.end(), at + wanted + EDGE + 2L * Frames.SAMPLES);
        while (end + Frames.SAMPLES <= last && reel.quiet(end, end + Frames.SAMPLES)) {
            end += Frames.SAMPLES;
        }
        // Behind the end of the reel a pause may go on for long, or be over.
        long edge = end == reel.end() ? 0 : EDGE;
        return (int) Math.clamp(end - at - edge - Frames.SAMPLES, 0, wanted);
    }

    /// The reader has played a frame.
    ///
    /// @param from where it began
    /// @param jump how far it lay from where the one before had ended; behind that if negative
    void played(Reel reel, long from, int jump) {
        if (!reel.quiet(from, from + Frames.SAMPLES)) {
            forget();
            return;
        }
        if (jump < 0) {
            run += jump;
            fresh = jump;
        }
        run += Frames.SAMPLES;
        heard += Frames.SAMPLES;
        fresh += Frames.SAMPLES;
    }

    /// The reader is somewhere else.
    void forget() {
        run = 0;
        heard = 0;
        fresh = 0;
    }
}
