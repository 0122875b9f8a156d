package io.partyline.audio.buffer;

import io.partyline.audio.Counter;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.util.concurrent.atomic.AtomicLong;

/// Evens out what the network delivers: one thread writes runs of samples whenever they arrive, the
/// audio thread takes a frame a tick.
///
/// It starts once 40 ms lie ready. Should it run dry, it fades out and starts again, 20 ms deeper
/// than before, up to 120 ms; half a minute without running dry takes 20 ms back, and twice as long
/// after each time that this was too early. Should more than 200 ms lie ready, the oldest are
/// skipped under a short crossfade, since what waits is delay. Between the two, whatever lies ready
/// beyond its target is skipped where the caller is silent, 20 ms at a time, and a difference
/// between the caller's clock and ours is made up for by reading very slightly faster or slower
/// ([ClockDrift]).
///
/// A network that sends more than a frame at a time fills it in bursts: then it starts as long
/// after the first of a burst as it would otherwise, and all that lies ready may be deeper by as
/// much as a burst is longer than a frame, so that bursts are heard whole.
///
/// The writer never waits for the reader: what nobody reads is overwritten, so that whoever begins
/// to listen hears the present. Reading is real-time and does not allocate.
public final class JitterBuffer implements FrameSource {
    /// What lies ready when it starts, and what it steers for, on a good line: 40 ms, of which the
    /// half is for messages that come late.
    static final int TARGET = 2 * Frames.SAMPLES;

    /// The same on a bad line: 120 ms.
    static final int DEEPEST_TARGET = 6 * Frames.SAMPLES;

    /// So many ticks without running dry show that less will do: 30 s at first.
    private static final int CALM = 30_000 / Frames.MILLIS;

    /// The longest that it takes to show that: 16 minutes.
    private static final int LONGEST_CALM = 32 * CALM;

    /// More than this is never kept when frames come one by one: 200 ms.
    static final int CEILING = 10 * Frames.SAMPLES;

    /// What [#first] is while nothing is heard.
    public static final double NOTHING = -1;

    private static final int CAPACITY = 1 << 16;
    private static final int MASK = CAPACITY - 1;

    /// A frame below this is a pause in which nobody misses 20 ms: -46 dBFS, over the noise of a
    /// telephone line and under the quietest speech.
    private static final double PAUSE = 0.005;

    /// What is older than this may be overwritten at any moment: half the capacity.
    private static final int STALE = CAPACITY / 2;

    /// By how much the length of a burst is taken to be shorter with each write that is.
    private static final int SHORTER = Frames.SAMPLES / 8;

    /// Every change of what is heard takes 5 ms.
    private static final int FADE = 240;

    private final float[] ring = new float[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final Counter underruns = new Counter();
    private final Counter overflows = new Counter();
    private final Counter lost = new Counter();
    private final ClockDrift drift = new ClockDrift();
    private final Cubic cubic = new Cubic();
    private final float[] tail = new float[FADE];
    private boolean playing;
    private int target = TARGET;
    private int calm;
    private int calmNeeded = CALM;
    private boolean tookBack;

    /// Ticks since something lay ready, while it waits to start.
    private int waited;

    /// The longest write of late, in samples; at least a frame.
    private volatile int burst = Frames.SAMPLES;

    /// Where between two samples the next one is.
    private double position;

    /// See [#first].
    private double first = NOTHING;

    /// An empty buffer.
    public JitterBuffer() {}

    /// Adds samples at 48 kHz. Never blocks.
    public void write(float[] samples, int offset, int length) {
        long end = written.getPlain();
        for (int i = 0; i < length; i++) {
            ring[(int) (end + i) & MASK] = samples[offset + i];
        }
        written.setRelease(end + length);
        burst = Math.max(Frames.SAMPLES, Math.max(length, burst - SHORTER));
    }

    @Override
    public boolean read(float[] frame) {
        long ready = written.getAcquire() - taken.getPlain();
        first = NOTHING;
        if (!playing && !mayStart(ready)) {
            Frames.silence(frame);
            return false;
        }
        if (!playing || ready > STALE) {
            start(ready, frame);
        } else if (ready > CEILING + beyondAFrame()) {
            skip(ready, frame);
        } else {
            goOn((int) ready, frame);
        }
        System.arraycopy(frame, Frames.SAMPLES - FADE, tail, 0, FADE);
        return true;
    }

    /// What lies ready is enough; and if it came in one burst, the next has the time that it would
    /// have if frames came one by one.
    private boolean mayStart(long ready) {
        waited = ready > 0 ? waited + 1 : 0;
        boolean inTime = beyondAFrame() == 0 || waited * Frames.SAMPLES >= target;
        return inTime && ready >= target;
    }

    /// By how much a burst is longer than a frame.
    private int beyondAFrame() {
        return burst - Frames.SAMPLES;
    }

    /// What is kept of too much: what lies ready on a good day when a message has just come.
    private int kept() {
        return target + beyondAFrame();
    }

    /// What is steered for, on average: a message comes before a tick or just behind it, which
    /// makes 20 ms of a difference, and bursts lie ready for half their length.
    private int wanted() {
        return target + Frames.SAMPLES / 2 + beyondAFrame() / 2;
    }

    /// Which of all the samples that were ever written was the first in the frame that was read
    /// last, and where between two of them that was: so it is known when each was heard. [#NOTHING]
    /// if the frame is silence, or fades into it. For the thread that reads.
    public double first() {
        return first;
    }

    /// How often it ran dry.
    public long underruns() {
        return underruns.value();
    }

    /// How often delay was thrown away.
    public long overflows() {
        return overflows.value();
    }

    /// Samples that were never heard, since they came too many at a time or were not read.
    public long lost() {
        return lost.value();
    }

    /// Milliseconds that lie ready.
    public int depthMs() {
        long from = taken.getAcquire();
        return (int) ((written.getAcquire() - from) * 1_000 / Frames.RATE);
    }

    /// By how much it reads faster than it is written for, in parts per million.
    public int correctionPpm() {
        return drift.ppm();
    }

    private void start(long ready, float[] frame) {
        int most = CEILING + beyondAFrame();
        if (ready > most) {
            forget(ready - kept());
        }
        playing = true;
        position = 0;
        waited = 0;
        drift.start(ready > most ? kept() : ready);
        play(frame, 1);
        for (int i = 0; i < FADE; i++) {
            frame[i] *= (float) i / FADE;
        }
    }

    private void goOn(int ready, float[] frame) {
        double step = 1 + drift.correction(ready, wanted());
        if (position + Frames.SAMPLES * step + Cubic.AHEAD > ready) {
            runDry(ready, frame);
        } else {
            play(frame, step);
            relax();
            catchUp(ready, frame);
        }
    }

    /// Waits shorter, in a pause. Never under the target: this is delay, not sound.
    private void catchUp(int ready, float[] frame) {
        boolean tooDeep =
                drift.depth() > wanted() + Frames.SAMPLES && ready > wanted() + Frames.SAMPLES;
        if (tooDeep && Frames.rms(frame, frame.length) < PAUSE && pauseAhead()) {
            taken.setRelease(taken.getPlain() + Frames.SAMPLES);
            drift.start(ready - Frames.SAMPLES);
        }
    }

    private boolean pauseAhead() {
        long from = taken.getPlain();
        float loudest = 0;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            loudest = Math.max(loudest, Math.abs(ring[(int) (from + i) & MASK]));
        }
        return loudest < 2 * PAUSE;
    }

    private void relax() {
        calm++;
        if (calm == calmNeeded) {
            calm = 0;
            tookBack = target > TARGET;
            target = Math.max(TARGET, target - Frames.SAMPLES);
        }
    }

    private void play(float[] frame, double step) {
        long from = taken.getPlain();
        cubic.read(ring, from, position, step, frame);
        first = from + position;
        double end = position + Frames.SAMPLES * step;
        taken.setRelease(from + (long) end);
        position = end - (long) end;
    }

    /// Plays what there is, and then its mirror image, fading: the wave goes on from where it was,
    /// so that there is no click even when nothing was left to fade.
    private void runDry(int ready, float[] frame) {
        int count = Math.min(ready, Frames.SAMPLES - FADE);
        long from = taken.getPlain();
        for (int i = 0; i < count; i++) {
            frame[i] = ring[(int) (from + i) & MASK];
        }
        for (int i = count; i < Frames.SAMPLES; i++) {
            int mirrored = 2 * count - 1 - i;
            float gain = Math.max(0, 1 - (float) (i - count + 1) / FADE);
            frame[i] =
                    gain == 0
                            ? 0
                            : gain * (mirrored >= 0 ? frame[mirrored] : tail[FADE + mirrored]);
        }
        taken.setRelease(from + count);
        playing = false;
        calm = 0;
        calmNeeded = tookBack ? Math.min(LONGEST_CALM, 2 * calmNeeded) : calmNeeded;
        tookBack = false;
        target = Math.min(DEEPEST_TARGET, target + Frames.SAMPLES);
        underruns.add(1);
    }

    /// Plays on, and slides to the newest that are to lie ready within 5 ms.
    private void skip(long ready, float[] frame) {
        cubic.read(ring, taken.getPlain(), position, 1, frame);
        System.arraycopy(frame, 0, tail, 0, FADE);
        forget(ready - kept());
        drift.start(kept());
        play(frame, 1);
        for (int i = 0; i < FADE; i++) {
            float share = (float) i / FADE;
            frame[i] = tail[i] * (1 - share) + frame[i] * share;
        }
    }

    private void forget(long count) {
        taken.setRelease(taken.getPlain() + count);
        lost.add(count);
        overflows.add(1);
    }
}
