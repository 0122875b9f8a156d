package io.partyline.audio;

import java.util.Arrays;

/// Sums for every listener what the patch lets it hear, once a tick.
///
/// Belongs to the audio thread, which alone may call [#tick]; any thread may hand it a patch and read its
/// numbers. Every change of an edge ramps over 15 ms, so within one tick.
///
/// Each listener's sum is made of the strips it hears, not as the whole less its own: a listener's own
/// voice is then absent exactly, and a show of twelve listeners and twelve strips takes a few dozen
/// microseconds of a tick of 20,000.
public final class Mixer {
    /// How long a change takes, in samples: 15 ms.
    static final int RAMP = 720;

    private final float[][] sound = new float[Patch.SLOTS][Frames.SAMPLES];
    private final float[][] gains = new float[Patch.SLOTS][Patch.SLOTS];
    private final float[] sum = new float[Frames.SAMPLES];
    private final Meter[] stripMeters = new Meter[Patch.SLOTS];
    private final Meter[] listenerMeters = new Meter[Patch.SLOTS];
    private final Limiter[] limiters = new Limiter[Patch.SLOTS];
    private volatile Patch wanted = Patch.silent();
    private Patch current = Patch.silent();
    private volatile long heard;
    private final Counter ticks = new Counter();
    private final Counter faults = new Counter();

    /// A mixer that is silent until it gets a patch.
    public Mixer() {
        for (int slot = 0; slot < Patch.SLOTS; slot++) {
            stripMeters[slot] = new Meter();
            listenerMeters[slot] = new Meter();
            limiters[slot] = new Limiter();
        }
    }

    /// Makes this the patch from the next tick on. Of several between two ticks the last counts.
    public void patch(Patch next) {
        wanted = next;
    }

    /// The version of the last patch that is fully in the sound: all its ramps are over.
    public long heardVersion() {
        return heard;
    }

    /// Ticks since the start.
    public long ticks() {
        return ticks.value();
    }

    /// Sources and sinks that threw: each counts, and was silence.
    public long faults() {
        return faults.value();
    }

    /// The level of a strip as it comes, before any gain.
    public Meter meter(Strip strip) {
        return stripMeters[strip.slot()];
    }

    /// The level of what a listener hears.
    public Meter meter(Listener listener) {
        return listenerMeters[listener.slot()];
    }

    /// Mixes 20 ms.
    public void tick() {
        Patch before = current;
        Patch now = wanted;
        if (now != before) {
            forgetReplugged(before, now);
        }
        for (Strip strip : now.strips()) {
            read(strip);
        }
        if (now != before) {
            readLeaving(before, now);
            sayGoodbye(before, now);
        }
        for (Listener listener : now.listeners()) {
            mix(listener, before, now, now.gains(listener.slot()));
        }
        current = now;
        heard = now.version();
        ticks.add(1);
    }

    /// A slot that has changed hands starts from silence.
    private void forgetReplugged(Patch before, Patch now) {
        for (Strip strip : now.strips()) {
            if (!has(before.strips(), strip)) {
                stripMeters[strip.slot()].reset();
                for (float[] row : gains) {
                    row[strip.slot()] = 0;
                }
            }
        }
        for (Listener listener : now.listeners()) {
            if (!has(before.listeners(), listener)) {
                listenerMeters[listener.slot()].reset();
                limiters[listener.slot()].reset();
                Arrays.fill(gains[listener.slot()], 0);
            }
        }
    }

    private void readLeaving(Patch before, Patch now) {
        for (Strip strip : before.strips()) {
            if (!uses(now.strips(), strip.slot())) {
                read(strip);
            }
        }
    }

    /// A listener that is no longer in the patch fades out.
    private void sayGoodbye(Patch before, Patch now) {
        for (Listener listener : before.listeners()) {
            if (!uses(now.listeners(), listener.slot())) {
                mix(listener, before, now, Patch.silent().gains(listener.slot()));
            }
        }
    }

    private void read(Strip strip) {
        float[] frame = sound[strip.slot()];
        try {
            strip.source().read(frame);
        } catch (RuntimeException _) {
            Arrays.fill(frame, 0);
            faults.add(1);
        }
        stripMeters[strip.slot()].measure(frame);
    }

    private void mix(Listener listener, Patch before, Patch now, float[] to) {
        Arrays.fill(sum, 0);
        float[] from = gains[listener.slot()];
        for (Strip strip : now.strips()) {
            add(strip.slot(), from, to);
        }
        if (now != before) {
            for (Strip strip : before.strips()) {
                if (!uses(now.strips(), strip.slot())) {
                    add(strip.slot(), from, to);
                }
            }
        }
        if (listener.limited()) {
            limiters[listener.slot()].process(sum);
        }
        listenerMeters[listener.slot()].measure(sum);
        write(listener);
    }

    private void add(int strip, float[] from, float[] to) {
        float start = from[strip];
        float end = to[strip];
        if (start == end) {
            if (end != 0) {
                addLevel(sound[strip], end);
            }
            return;
        }
        addRamp(sound[strip], start, end);
        from[strip] = end;
    }

    private void addLevel(float[] frame, float gain) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            sum[i] += frame[i] * gain;
        }
    }

    private void addRamp(float[] frame, float start, float end) {
        float step = (end - start) / RAMP;
        for (int i = 0; i < RAMP; i++) {
            sum[i] += frame[i] * (start + step * (i + 1));
        }
        for (int i = RAMP; i < Frames.SAMPLES; i++) {
            sum[i] += frame[i] * end;
        }
    }

    private void write(Listener listener) {
        try {
            listener.sink().write(sum);
        } catch (RuntimeException _) {
            faults.add(1);
        }
    }

    private static boolean has(Strip[] strips, Strip strip) {
        for (Strip other : strips) {
            if (other.slot() == strip.slot()) {
                return other.source().equals(strip.source());
            }
        }
        return false;
    }

    private static boolean has(Listener[] listeners, Listener listener) {
        for (Listener other : listeners) {
            if (other.slot() == listener.slot()) {
                return other.sink().equals(listener.sink());
            }
        }
        return false;
    }

    private static boolean uses(Strip[] strips, int slot) {
        for (Strip strip : strips) {
            if (strip.slot() == slot) {
                return true;
            }
        }
        return false;
    }

    private static boolean uses(Listener[] listeners, int slot) {
        for (Listener listener : listeners) {
            if (listener.slot() == slot) {
                return true;
            }
        }
        return false;
    }
}
