package io.partyline.audio.mixer;

import java.util.LinkedHashMap;
import java.util.Map;

/// Who hears whom at one moment: an immutable matrix of gains. Default deny: an edge that was not
/// named is silence.
public final class Patch {
    /// Most strips, and most listeners, at once.
    public static final int SLOTS = 64;

    private static final Patch SILENT = new Builder().build();

    private final long version;
    private final Strip[] strips;
    private final Listener[] listeners;
    private final float[][] gains;

    private Patch(Builder built) {
        version = built.version;
        strips = built.strips.values().toArray(Strip[]::new);
        listeners = built.listeners.values().toArray(Listener[]::new);
        gains = new float[SLOTS][SLOTS];
        built.gains.forEach((edge, gain) -> gains[edge.listener][edge.strip] = gain);
    }

    /// A patch in which nobody hears anything.
    public static Patch silent() {
        return SILENT;
    }

    /// The number its maker gave it.
    public long version() {
        return version;
    }

    /// The gain at which a listener hears a strip; 0 if they are not connected.
    public float gain(Listener listener, Strip strip) {
        return gains[listener.slot()][strip.slot()];
    }

    Strip[] strips() {
        return strips;
    }

    Listener[] listeners() {
        return listeners;
    }

    float[] gains(int listener) {
        return gains[listener];
    }

    static void requireSlot(int slot) {
        if (slot < 0 || slot >= SLOTS) {
            throw new IllegalArgumentException(
                    "slots run from 0 to " + (SLOTS - 1) + ", not " + slot);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder("patch " + version);
        for (Listener listener : listeners) {
            text.append('\n').append(listener.name()).append(" hears");
            for (Strip strip : strips) {
                if (gain(listener, strip) != 0) {
                    text.append(' ').append(strip.name()).append('*').append(gain(listener, strip));
                }
            }
        }
        return text.toString();
    }

    private record Edge(int listener, int strip) {}

    /// Collects the edges of a patch. For one thread.
    public static final class Builder {
        private final Map<Integer, Strip> strips = new LinkedHashMap<>();
        private final Map<Integer, Listener> listeners = new LinkedHashMap<>();
        private final Map<Edge, Float> gains = new LinkedHashMap<>();
        private long version;

        /// Starts without an edge.
        public Builder() {}

        /// Numbers the patch, so that it can be told when it is in the sound.
        public Builder version(long number) {
            version = number;
            return this;
        }

        /// Lets a listener hear a strip. Naming an edge twice sets it anew.
        ///
        /// @param gain 1 is as it comes; 0 connects them silently
        /// @throws IllegalArgumentException if a slot is used for two different things, or the gain
        ///   is below 0 or no number
        public Builder hears(Listener listener, Strip strip, float gain) {
            requireGain(gain);
            claim(listeners, listener.slot(), listener);
            claim(strips, strip.slot(), strip);
            gains.put(new Edge(listener.slot(), strip.slot()), gain);
            return this;
        }

        /// The patch as collected so far.
        public Patch build() {
            return new Patch(this);
        }

        private static void requireGain(float gain) {
            if (!(gain >= 0 && gain <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("a gain is a number from 0 up, not " + gain);
            }
        }

        private static <T> void claim(Map<Integer, T> slots, int slot, T what) {
            T before = slots.putIfAbsent(slot, what);
            if (before != null && !before.equals(what)) {
                throw new IllegalArgumentException(
                        "slot " + slot + " is in use twice in one patch");
            }
        }
    }
}
