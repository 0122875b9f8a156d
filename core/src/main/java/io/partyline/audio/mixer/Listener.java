package io.partyline.audio.mixer;

import io.partyline.audio.FrameSink;
import io.partyline.audio.level.Limiter;
import io.partyline.audio.level.Meter;
import java.util.Optional;

/// Somebody or something that hears a mix of strips.
///
/// The same listener hears on from patch to patch; two are two. To be used with one mixer. Made on
/// any thread; all that changes in it is the audio thread's.
public final class Listener {
    private final String name;
    private final FrameSink sink;
    private final Meter meter = new Meter();
    private final Optional<Limiter> limiter;
    private final boolean metered;

    /// Where it stood in the patch before, and where it stands now.
    int before = Strip.NOWHERE;

    int now = Strip.NOWHERE;

    /// A listener without a limiter.
    public Listener(String name, FrameSink sink) {
        this(name, sink, false);
    }

    /// @param sink written once a tick, on the audio thread
    /// @param limited whether its mix goes through a [Limiter], which delays it by [Limiter#DELAY]
    ///   samples
    public Listener(String name, FrameSink sink, boolean limited) {
        this(name, sink, limited, true);
    }

    private Listener(String name, FrameSink sink, boolean limited, boolean metered) {
        this.name = name;
        this.sink = sink;
        this.limiter = limited ? Optional.of(new Limiter()) : Optional.empty();
        this.metered = metered;
    }

    /// A listener whose level nobody looks at, so that it is not measured: its meter stands at
    /// nothing.
    public static Listener unmetered(String name, FrameSink sink) {
        return new Listener(name, sink, false, false);
    }

    /// What it is called where levels are shown.
    public String name() {
        return name;
    }

    /// Where its mix goes.
    public FrameSink sink() {
        return sink;
    }

    /// The level of what it hears.
    public Meter meter() {
        return meter;
    }

    boolean leaves() {
        return now == Strip.NOWHERE;
    }

    boolean comes() {
        return before == Strip.NOWHERE;
    }

    /// Whoever comes hears nothing of what was heard here before.
    void forget() {
        meter.reset();
        if (limiter.isPresent()) {
            limiter.get().reset();
        }
    }

    void measure(float[] frame) {
        if (metered) {
            meter.measure(frame);
        }
    }

    void limit(float[] frame) {
        if (limiter.isPresent()) {
            limiter.get().process(frame);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
