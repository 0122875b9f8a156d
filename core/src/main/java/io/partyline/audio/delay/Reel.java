package io.partyline.audio.delay;

import io.partyline.audio.Frames;
import java.util.Arrays;

/// The last 44 seconds of sound in the order in which they came, each frame with its place on the
/// mixer's count. Before the first frame there was silence.
///
/// What came last can be taken back, and what comes then lies where that was: places, unlike
/// indices, may jump. For one thread.
final class Reel {
    /// The longest delay, what a splice looks back on, and a little more.
    private static final int FRAMES = 2_200;

    private static final int SIZE = FRAMES * Frames.SAMPLES;

    private final float[] samples = new float[SIZE];
    private final boolean[] quiet = new boolean[FRAMES];
    private final long[] places = new long[FRAMES];
    private long end = SIZE;

    Reel() {
        Arrays.fill(quiet, true);
    }

    /// The index behind the last sample. Whole frames come and go, so it is a multiple of a frame.
    long end() {
        return end;
    }

    /// The first index that is still there.
    long oldest() {
        return end - SIZE;
    }

    float at(long index) {
        return samples[(int) (index % SIZE)];
    }

    /// Says where the first frame that will be added comes from, so that the silence before has
    /// places too.
    void begin(long place) {
        for (int i = 1; i <= FRAMES; i++) {
            places[slot(end - (long) i * Frames.SAMPLES)] = place - (long) i * Frames.SAMPLES;
        }
    }

    /// @param place where the frame lies on the mixer's count
    /// @param still whether it counts as a pause
    void add(float[] frame, long place, boolean still) {
        System.arraycopy(frame, 0, samples, (int) (end % SIZE), Frames.SAMPLES);
        quiet[slot(end)] = still;
        places[slot(end)] = place;
        end += Frames.SAMPLES;
    }

    void copy(long from, float[] to) {
        int at = (int) (from % SIZE);
        int first = Math.min(Frames.SAMPLES, SIZE - at);
        System.arraycopy(samples, at, to, 0, first);
        System.arraycopy(samples, 0, to, first, Frames.SAMPLES - first);
    }

    /// Whether there is nothing but a pause between two indices.
    boolean quiet(long from, long to) {
        long first = from / Frames.SAMPLES;
        long last = (to - 1) / Frames.SAMPLES;
        for (long frame = first; frame <= last; frame++) {
            if (!quiet[(int) (frame % FRAMES)]) {
                return false;
            }
        }
        return true;
    }

    /// The place of a sample on the mixer's count; the index may be the end.
    long place(long index) {
        if (index == end) {
            return place(end - 1) + 1;
        }
        return places[slot(index)] + index % Frames.SAMPLES;
    }

    /// Takes back what came last.
    void takeBack(int frames) {
        end -= (long) frames * Frames.SAMPLES;
    }

    /// Fades the last samples that are there to silence.
    void fadeOut(int count) {
        for (int i = 0; i < count; i++) {
            samples[(int) ((end - count + i) % SIZE)] *= 1 - (i + 1f) / count;
        }
    }

    private static int slot(long index) {
        return (int) (index / Frames.SAMPLES % FRAMES);
    }
}
