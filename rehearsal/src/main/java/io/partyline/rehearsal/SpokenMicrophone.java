package io.partyline.rehearsal;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The microphone of a host who is made up: lines are given to it by any thread, and read by the
/// clock's, at a [HandSeat].
public final class SpokenMicrophone implements FrameSource {
    private final Queue<float[]> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unspoken = new AtomicInteger();
    private float[] line = new float[0];
    private int at;

    /// A silent microphone.
    public SpokenMicrophone() {}

    /// Says this after everything else: mono at 48 kHz.
    public void say(float[] samples) {
        unspoken.incrementAndGet();
        lines.add(samples);
    }

    /// Whether everything has been said.
    public boolean silent() {
        return unspoken.get() == 0;
    }

    @Override
    public boolean read(float[] frame) {
        if (at >= line.length && !next()) {
            Arrays.fill(frame, 0, Frames.SAMPLES, 0);
            return false;
        }
        int count = Math.min(Frames.SAMPLES, line.length - at);
        System.arraycopy(line, at, frame, 0, count);
        Arrays.fill(frame, count, Frames.SAMPLES, 0);
        at += count;
        if (at >= line.length) {
            unspoken.decrementAndGet();
        }
        return true;
    }

    private boolean next() {
        float[] waiting = lines.poll();
        if (waiting == null) {
            return false;
        }
        line = waiting;
        at = 0;
        return line.length > 0;
    }
}
