package io.partyline.audio.delay;

import io.partyline.audio.Frames;
import io.partyline.audio.delay.ProgramDelay.TakenBack;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;

/// A program of which every sample is known, and what a listener behind a delay gets of it.
final class Listening {
    /// Where a jingle is heard.
    static final long JINGLE = Long.MIN_VALUE;

    private final LongToDoubleFunction program;
    final ProgramDelay delay;
    private final float[] in = new float[Frames.SAMPLES];
    private final float[] out = new float[Frames.SAMPLES];
    private float[] heard = new float[1 << 16];
    private long[] places = new long[1 << 16];
    private int length;
    private long at;

    /// @param program the sample at a place
    Listening(LongToDoubleFunction program, Duration target, Duration dump) {
        this.program = program;
        var jingle = new float[Frames.SAMPLES];
        Arrays.fill(jingle, 0.123f);
        delay = new ProgramDelay(target, dump, jingle);
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    /// So much of the program passes.
    Listening pass(double seconds) {
        for (long end = at + Math.round(seconds * Frames.RATE); at < end; at += Frames.SAMPLES) {
            turn();
        }
        return this;
    }

    private void turn() {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            in[i] = (float) program.applyAsDouble(at + i);
        }
        delay.turn(at, in, out);
        keep();
    }

    /// So much time passes without any program.
    Listening end(double seconds) {
        for (long left = Math.round(seconds * Frames.RATE); left > 0; left -= Frames.SAMPLES) {
            delay.runOut(out);
            keep();
        }
        return this;
    }

    private void keep() {
        if (length + Frames.SAMPLES > heard.length) {
            heard = Arrays.copyOf(heard, 2 * heard.length);
            places = Arrays.copyOf(places, 2 * places.length);
        }
        System.arraycopy(out, 0, heard, length, Frames.SAMPLES);
        for (int i = 0; i < Frames.SAMPLES; i++) {
            OptionalLong place = delay.place(i);
            places[length + i] = place.orElse(JINGLE);
        }
        length += Frames.SAMPLES;
    }

    TakenBack dump() {
        return delay.dump();
    }

    /// Everything that was heard.
    float[] heard() {
        return Arrays.copyOf(heard, length);
    }

    /// Where each sample that was heard comes from.
    long[] places() {
        return Arrays.copyOf(places, length);
    }

    /// How late it is, in seconds.
    double late() {
        return delay.delay() / (double) Frames.RATE;
    }

    /// How often each place was heard, from a place to one behind.
    int[] times(long from, long to) {
        var times = new int[(int) (to - from)];
        for (int i = 0; i < length; i++) {
            if (places[i] >= from && places[i] < to) {
                times[(int) (places[i] - from)]++;
            }
        }
        return times;
    }
}
