package io.partyline.audio;

/// The least of the last so many values, in constant time on average: a queue in which each value
/// is greater than those before it. (Lemire, "Streaming maximum-minimum filter", 2006.)
public final class SlidingLeast {
    private final int window;
    private final float[] values;
    private final long[] times;
    private final int mask;
    private int first;
    private int count;
    private long now;

    /// @param window how many values it looks back on
    public SlidingLeast(int window) {
        this.window = window;
        int size = Integer.highestOneBit(window) << 1;
        values = new float[size];
        times = new long[size];
        mask = size - 1;
    }

    public void reset() {
        count = 0;
    }

    public float next(float value) {
        while (count > 0 && values[(first + count - 1) & mask] >= value) {
            count--;
        }
        int last = (first + count++) & mask;
        values[last] = value;
        times[last] = now;
        if (times[first] <= now - window) {
            first = (first + 1) & mask;
            count--;
        }
        now++;
        return values[first];
    }
}
