package io.partyline.audio.mixer;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Meter;

/// A live source in the patch. It brings its own place to put a frame, so that a mixer has no
/// number of places that could run out.
///
/// The same strip is the same source from patch to patch; two strips are two sources. To be used
/// with one mixer. Made on any thread; all that changes in it is the audio thread's.
public final class Strip {
    /// Not in the patch.
    static final int NOWHERE = -1;

    private final String name;
    private final FrameSource source;
    private final Meter meter = new Meter();
    private final float[] frame = new float[Frames.SAMPLES];

    /// Where it stood in the patch before, and where it stands now.
    int before = NOWHERE;

    int now = NOWHERE;

    /// @param source read once a tick, on the audio thread
    public Strip(String name, FrameSource source) {
        this.name = name;
        this.source = source;
    }

    /// What it is called where levels are shown.
    public String name() {
        return name;
    }

    /// Where its sound comes from.
    public FrameSource source() {
        return source;
    }

    /// The level of the strip as it comes, before any gain.
    public Meter meter() {
        return meter;
    }

    float[] frame() {
        return frame;
    }

    boolean leaves() {
        return now == NOWHERE;
    }

    @Override
    public String toString() {
        return name;
    }
}
