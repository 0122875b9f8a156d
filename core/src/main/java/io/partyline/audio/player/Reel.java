package io.partyline.audio.player;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Decoded sound on its way to the audio thread: mono samples at 48 kHz, well ahead of what is
/// heard, without locks.
///
/// One thread writes, and waits when it is full; the audio thread reads, and gets silence when
/// there is nothing. Nothing is ever lost: what comes late is heard late, since music that jumps is
/// worse than music that pauses. A seam is where the sound begins again, as in a loop.
///
/// [#write], [#seam] and [#finish] are for the thread that writes, [#read], [#begin] and [#end] for
/// the audio thread; the rest is safe for use by many.
public final class Reel {
    /// Seams that may lie ahead: a loop of a fifth of a second, on a reel of twelve.
    private static final int SEAMS = 64;

    private static final long NOT_YET = -1;

    private final float[] ring;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLongArray seams = new AtomicLongArray(SEAMS);
    private final AtomicLong seamsWritten = new AtomicLong();
    private final AtomicLong seamsRead = new AtomicLong();
    private final AtomicLong round = new AtomicLong();
    private final AtomicLong begun = new AtomicLong(NOT_YET);
    private final AtomicLong ended = new AtomicLong(NOT_YET);
    private final AtomicLong starved = new AtomicLong();
    private volatile boolean finished;
    private volatile boolean looping;

    /// Of the audio thread.
    private boolean cut;

    /// An empty reel.
    ///
    /// @param ahead how much sound it holds, at least a frame
    public Reel(Duration ahead) {
        int samples = Frames.samplesOf(ahead);
        if (samples < Frames.SAMPLES) {
            throw new IllegalArgumentException("a reel holds at least a frame, not " + ahead);
        }
        ring = new float[samples];
    }

    /// A reel on which everything has been played.
    static Reel over() {
        var reel = new Reel(Duration.ofMillis(Frames.MILLIS));
        reel.finish();
        return reel;
    }

    /// Whether it is to begin again at its end. Taken back in the middle, what lies behind the next
    /// seam is not heard.
    public void loop(boolean again) {
        looping = again;
    }

    /// Whether it is to begin again at its end.
    public boolean loops() {
        return looping;
    }

    /// How many samples can be written now.
    public int room() {
        boolean noSeams = seamsWritten.getPlain() - seamsRead.getAcquire() >= SEAMS;
        return noSeams ? 0 : (int) (ring.length - (written.getPlain() - read.getAcquire()));
    }

    /// Adds samples.
    ///
    /// @param count at most [#room]
    public void write(float[] samples, int offset, int count) {
        long at = written.getPlain();
        int from = (int) (at % ring.length);
        int first = Math.min(count, ring.length - from);
        System.arraycopy(samples, offset, ring, from, first);
        System.arraycopy(samples, offset + first, ring, 0, count - first);
        written.setRelease(at + count);
    }

    /// What is written next is the beginning again; only while there is [#room].
    public void seam() {
        long next = seamsWritten.getPlain();
        seams.setPlain((int) (next % SEAMS), written.getPlain());
        seamsWritten.setRelease(next + 1);
    }

    /// Nothing more comes.
    public void finish() {
        finished = true;
    }

    /// Whether all that there is has been written.
    public boolean finished() {
        return finished;
    }

    /// Samples that lie ready.
    public long ready() {
        return written.getAcquire() - read.getAcquire();
    }

    /// Fills a frame; with silence where there is nothing.
    void read(float[] frame) {
        boolean last = finished;
        long from = read.getPlain();
        int count = (int) Math.min(Frames.SAMPLES, written.getAcquire() - from);
        count = upToTheSeam(from, count);
        copy(from, frame, count);
        Arrays.fill(frame, count, Frames.SAMPLES, 0);
        if (count < Frames.SAMPLES && !last && !cut) {
            starved.setRelease(starved.getPlain() + 1);
        }
        read.setRelease(from + count);
    }

    /// Goes over seams, and stops before one behind which nothing is to be heard any more.
    private int upToTheSeam(long from, int count) {
        long next = seamsRead.getPlain();
        long known = seamsWritten.getAcquire();
        while (next < known) {
            long seam = seams.getPlain((int) (next % SEAMS));
            if (seam > from + count) {
                break;
            }
            if (!looping) {
                cut = true;
                return (int) (seam - from);
            }
            round.setRelease(seam);
            next++;
            seamsRead.setRelease(next);
        }
        return count;
    }

    private void copy(long at, float[] frame, int count) {
        int from = (int) (at % ring.length);
        int first = Math.min(count, ring.length - from);
        System.arraycopy(ring, from, frame, 0, first);
        System.arraycopy(ring, 0, frame, first, count - first);
    }

    /// Whether everything on it has been heard.
    boolean playedOut() {
        return cut || (finished && read.getPlain() >= written.getAcquire());
    }

    /// It is heard from here on.
    ///
    /// @param mixed the mixer's count of its first sample
    void begin(long mixed) {
        if (begun.getPlain() == NOT_YET) {
            begun.setRelease(mixed);
        }
    }

    /// It is heard no more.
    ///
    /// @param mixed the mixer's count of the sample behind its last
    void end(long mixed) {
        ended.setRelease(mixed);
    }

    /// Whether any of it has been heard.
    public boolean hasBegun() {
        return begun.getAcquire() != NOT_YET;
    }

    /// The mixer's count of its first sample, once it has begun.
    public long begunAt() {
        return begun.getAcquire();
    }

    /// Whether it is heard no more; nobody reads it again.
    public boolean hasEnded() {
        return ended.getAcquire() != NOT_YET;
    }

    /// The mixer's count of the sample behind its last, once it has ended.
    public long endedAt() {
        return ended.getAcquire();
    }

    /// How far it has been heard, in samples from its beginning or from the last seam.
    public long position() {
        return Math.max(0, read.getAcquire() - round.getAcquire());
    }

    /// Frames that came too late: there was silence in their place.
    public long starved() {
        return starved.getAcquire();
    }
}
