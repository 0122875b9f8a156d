package io.partyline.audio.mixer;

import io.partyline.audio.FrameEffect;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Meter;
import java.util.Optional;

/// A live source in the patch. It brings its own place to put a frame, so that a mixer has no
/// number of places that could run out.
///
/// A strip may sound as another one does, but worked on: then some hear the one and some the other,
/// of the same frame.
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
    private final Optional<Strip> base;

    /// Where it stood in the patch before, and where it stands now.
    int before = NOWHERE;

    int now = NOWHERE;

    /// @param source read once a tick, on the audio thread
    public Strip(String name, FrameSource source) {
        this(name, source, Optional.empty());
    }

    /// A strip that sounds as another one, worked on. A patch in which it stands has the other one
    /// before it.
    ///
    /// @param work done once a tick, on the audio thread
    public Strip(String name, Strip base, FrameEffect work) {
        this(name, worked(base, work), Optional.of(base));
    }

    private Strip(String name, FrameSource source, Optional<Strip> base) {
        this.name = name;
        this.source = source;
        this.base = base;
    }

    private static FrameSource worked(Strip base, FrameEffect work) {
        return frame -> {
            System.arraycopy(base.frame, 0, frame, 0, Frames.SAMPLES);
            work.work(frame);
            return true;
        };
    }

    /// What it is called where levels are shown.
    public String name() {
        return name;
    }

    /// Where its sound comes from.
    public FrameSource source() {
        return source;
    }

    /// The strip that this one sounds as, if it is one that is worked on.
    public Optional<Strip> base() {
        return base;
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
