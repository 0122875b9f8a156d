package io.partyline.audio.player;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Fade;
import io.partyline.audio.level.Ramp;

/// One reel that sounds, at a gain that may be on its way up or down. Audio thread only.
///
/// Within a frame the gain moves in a straight line between two points of its curve: with the
/// shortest crossfade, of half a second, that is off by a two-thousandth at most.
final class Voice {
    private static final Reel NOTHING = Reel.over();

    private final float[] frame = new float[Frames.SAMPLES];
    private Reel reel = NOTHING;
    private boolean leaving;
    private double from;
    private long at;
    private long length;

    boolean free() {
        return reel == NOTHING;
    }

    boolean plays(Reel which) {
        return reel == which;
    }

    /// Begins with a reel.
    ///
    /// @param samples how long it takes to rise; 0 for at once
    void come(Reel next, long samples) {
        reel = next;
        leaving = false;
        from = 1;
        at = 0;
        length = samples;
    }

    /// Falls silent, from whatever its gain is now.
    void leave(long samples) {
        from = gain();
        leaving = true;
        at = 0;
        length = Math.max(1, samples);
    }

    boolean isLeaving() {
        return leaving;
    }

    /// The gain at this moment.
    double gain() {
        double part = length == 0 ? 1 : Math.min(1, (double) at / length);
        return from * (leaving ? Fade.leaving(part) : Fade.coming(part));
    }

    /// Adds the next frame to a sum.
    ///
    /// @param mixed the mixer's count of its first sample
    void add(float[] sum, long mixed) {
        float first = (float) gain();
        at = Math.min(length, at + Frames.SAMPLES);
        reel.begin(mixed);
        reel.read(frame);
        Ramp.add(sum, frame, Frames.SAMPLES, first, (float) gain());
        if (reel.playedOut() || (leaving && at >= length)) {
            reel.end(mixed + Frames.SAMPLES);
            reel = NOTHING;
        }
    }
}
