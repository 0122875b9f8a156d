package io.partyline.benchmarks.load;

import java.util.Arrays;

/// Many measured numbers, in microseconds, and what lies at which share of them. Owned by one
/// thread.
final class Readings {
    private int[] values = new int[1024];
    private int count;

    void add(long micros) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = Math.clamp(micros, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    void addAll(Readings others) {
        for (int i = 0; i < others.count; i++) {
            add(others.values[i]);
        }
    }

    int count() {
        return count;
    }

    /// How far each is from the middle one, without its sign.
    Readings fromTheMiddle() {
        int[] sorted = sorted();
        Readings distances = new Readings();
        for (int value : sorted) {
            distances.add(Math.abs((long) value - sorted[count / 2]));
        }
        return distances;
    }

    /// The value that this share of all are not above; not a number if there are none.
    ///
    /// @param share from 0 to 1
    double atMs(double share) {
        int[] sorted = sorted();
        return count == 0
                ? Double.NaN
                : sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1000.0;
    }

    private int[] sorted() {
        int[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
