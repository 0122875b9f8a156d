package io.partyline.audio.mixer;

import io.partyline.audio.Counter;
import io.partyline.audio.Frames;
import java.util.concurrent.atomic.AtomicLongArray;

/// Sums for every listener what the patch lets it hear, once a tick.
///
/// Belongs to the audio thread, which alone may call [#tick]; any thread may hand it a patch and
/// read its numbers. Every change of an edge ramps over 15 ms, and is therefore over within one
/// tick: in the tick after a patch has come, the gains are those of the patch, and nothing else
/// need be remembered.
///
/// Each listener's sum is made of the strips it hears, not as the whole less its own: a listener's
/// own voice is then absent exactly, while `whole - own` leaves the rounding of the sum, and every
/// listener may hear each strip at a gain of its own. The price grows with the edges: 30 parties
/// who all hear each other take about 150 microseconds of a tick of 20,000, meters and limiter
/// included. There is no number of places: a patch brings with it all the room that it needs.
public final class Mixer {
    /// For so many ticks it can be asked which patch was in the sound.
    private static final int REMEMBERED = 64;

    private final Sum sum = new Sum();
    private final Counter ticks = new Counter();
    private final Counter faults = new Counter();
    private final AtomicLongArray versions = new AtomicLongArray(REMEMBERED);
    private volatile Patch wanted = Patch.silent();
    private Patch current = Patch.silent();
    private volatile long heard;

    /// A mixer that is silent until it gets a patch.
    public Mixer() {}

    /// Makes this the patch from the next tick on. Of several between two ticks the last counts.
    public void patch(Patch next) {
        wanted = next;
    }

    /// The version of the last patch that is fully in the sound: all its ramps are over.
    public long heardVersion() {
        return heard;
    }

    /// The version of the patch that was mixed in a tick; the first tick is 0. Known for the last
    /// second or so.
    public long versionAt(long tick) {
        return versions.getAcquire((int) (tick % REMEMBERED));
    }

    /// Ticks since the start. So many frames have been mixed.
    public long ticks() {
        return ticks.value();
    }

    /// How often a source threw or gave what is no sound (each was silence), or a sink threw.
    public long faults() {
        return faults.value();
    }

    /// Mixes 20 ms.
    public void tick() {
        Patch next = wanted;
        if (next == current) {
            goOn(next);
        } else {
            change(current, next);
        }
        current = next;
        versions.setRelease((int) (ticks.value() % REMEMBERED), next.version());
        heard = next.version();
        ticks.add(1);
    }

    private void goOn(Patch patch) {
        for (Strip strip : patch.strips()) {
            read(strip);
        }
        Listener[] listeners = patch.listeners();
        for (int i = 0; i < listeners.length; i++) {
            sum.clear();
            float[] gains = patch.gains(i);
            for (int strip : patch.heard(i)) {
                sum.add(patch.strips()[strip].frame(), gains[strip]);
            }
            deliver(listeners[i]);
        }
    }

    /// The tick of a new patch: the old one fades into it. What leaves is read and written once
    /// more.
    private void change(Patch before, Patch next) {
        takeStock(before, next);
        for (Strip strip : next.strips()) {
            read(strip);
        }
        for (Strip strip : before.strips()) {
            if (strip.leaves()) {
                read(strip);
            }
        }
        for (Listener listener : before.listeners()) {
            if (listener.leaves()) {
                sayGoodbye(listener, before);
            }
        }
        for (Listener listener : next.listeners()) {
            if (listener.comes()) {
                listener.forget();
            }
            fade(listener, before, next);
        }
        forgetThoseWhoLeft(before);
    }

    private static void takeStock(Patch before, Patch next) {
        for (int i = 0; i < before.strips().length; i++) {
            before.strips()[i].before = i;
            before.strips()[i].now = Strip.NOWHERE;
        }
        for (int i = 0; i < before.listeners().length; i++) {
            before.listeners()[i].before = i;
            before.listeners()[i].now = Strip.NOWHERE;
        }
        for (int i = 0; i < next.strips().length; i++) {
            next.strips()[i].now = i;
        }
        for (int i = 0; i < next.listeners().length; i++) {
            next.listeners()[i].now = i;
        }
    }

    private static void forgetThoseWhoLeft(Patch before) {
        for (Strip strip : before.strips()) {
            if (strip.leaves()) {
                strip.before = Strip.NOWHERE;
                strip.meter().reset();
            }
        }
        for (Listener listener : before.listeners()) {
            if (listener.leaves()) {
                listener.before = Strip.NOWHERE;
                listener.meter().reset();
            }
        }
    }

    private void sayGoodbye(Listener listener, Patch before) {
        sum.clear();
        float[] gains = before.gains(listener.before);
        for (int strip : before.heard(listener.before)) {
            sum.add(before.strips()[strip].frame(), gains[strip], 0);
        }
        deliver(listener);
    }

    private void fade(Listener listener, Patch before, Patch next) {
        sum.clear();
        float[] gains = next.gains(listener.now);
        for (Strip strip : next.strips()) {
            sum.add(strip.frame(), gainBefore(before, listener, strip), gains[strip.now]);
        }
        for (Strip strip : before.strips()) {
            if (strip.leaves()) {
                sum.add(strip.frame(), gainBefore(before, listener, strip), 0);
            }
        }
        deliver(listener);
    }

    private static float gainBefore(Patch before, Listener listener, Strip strip) {
        boolean apart = listener.before == Strip.NOWHERE || strip.before == Strip.NOWHERE;
        return apart ? 0 : before.gains(listener.before)[strip.before];
    }

    /// Whatever a source throws, errors included: a caller's broken leg must not silence the show.
    private void read(Strip strip) {
        float[] frame = strip.frame();
        try {
            strip.source().read(frame);
        } catch (Throwable _) {
            Frames.silence(frame);
            faults.add(1);
        }
        if (!strip.meter().measure(frame)) {
            Frames.silence(frame);
            faults.add(1);
        }
    }

    private void deliver(Listener listener) {
        float[] frame = sum.frame();
        listener.limit(frame);
        listener.measure(frame);
        try {
            listener.sink().write(frame);
        } catch (Throwable _) {
            faults.add(1);
        }
    }
}
