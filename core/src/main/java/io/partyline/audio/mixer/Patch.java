package io.partyline.audio.mixer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who hears whom at one moment: an immutable matrix of gains, of any size. Default deny: an edge
/// that was not named is silence.
public final class Patch {
    private static final Patch SILENT = new Builder().build();

    private final long version;
    private final Strip[] strips;
    private final Listener[] listeners;

    /// By listener and strip, in the order of the two above.
    private final float[][] gains;

    /// By listener: the strips that it hears.
    private final int[][] heard;

    private Patch(Builder built) {
        version = built.version;
        strips = built.strips.keySet().toArray(Strip[]::new);
        listeners = built.listeners.keySet().toArray(Listener[]::new);
        gains = new float[listeners.length][strips.length];
        built.gains.forEach((edge, gain) ->
                gains[place(built.listeners, edge.listener)][place(built.strips, edge.strip)] =
                        gain);
        heard = new int[listeners.length][];
        for (int i = 0; i < listeners.length; i++) {
            heard[i] = notZero(gains[i]);
        }
    }

    private static <T> int place(Map<T, Integer> places, T what) {
        return places.getOrDefault(what, Strip.NOWHERE);
    }

    private static int[] notZero(float[] row) {
        var places = new int[row.length];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
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
        for (int i = 0; i < listeners.length; i++) {
            for (int j = 0; j < strips.length; j++) {
                if (listeners[i] == listener && strips[j] == strip) {
                    return gains[i][j];
                }
            }
        }
        return 0;
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

    int[] heard(int listener) {
        return heard[listener];
    }

    @Override
    public String toString() {
        var text = new StringBuilder("patch " + version);
        for (int i = 0; i < listeners.length; i++) {
            text.append('\n').append(listeners[i].name()).append(" hears");
            for (int j : heard[i]) {
                text.append(' ').append(strips[j].name()).append('*').append(gains[i][j]);
            }
        }
        return text.toString();
    }

    private record Edge(Listener listener, Strip strip) {}

    /// Collects the edges of a patch. For one thread.
    public static final class Builder {
        private final Map<Strip, Integer> strips = new LinkedHashMap<>();
        private final Map<Listener, Integer> listeners = new LinkedHashMap<>();
        private final Map<Edge, Float> gains = new LinkedHashMap<>();
        private long version;

        /// Starts without an edge.
        public Builder() {}

        /// Numbers the patch, so that it can be told when it is in the sound.
        public Builder version(long number) {
            version = number;
            return this;
        }

        /// Lets a listener hear a strip. Naming an edge twice sets it anew. A strip that another
        /// one is made of comes along, in front of it, and is heard by nobody because of that.
        ///
        /// @param gain 1 is as it comes; 0 connects them silently
        /// @throws IllegalArgumentException if the gain is below 0 or no number
        public Builder hears(Listener listener, Strip strip, float gain) {
            requireGain(gain);
            listeners.putIfAbsent(listener, listeners.size());
            strip.base().ifPresent(base -> strips.putIfAbsent(base, strips.size()));
            strips.putIfAbsent(strip, strips.size());
            gains.put(new Edge(listener, strip), gain);
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
    }
}
