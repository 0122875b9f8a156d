package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Frames on their way from the audio thread to one other thread, each with its place on the
/// mixer's count of samples, so that a frame that had to be dropped leaves silence and never a
/// shift. [ShowTime] says where that is in a show.
///
/// The audio thread writes, one other thread reads. Full: the frame is dropped and counted; what is
/// on the tape stays, since a recording may be late.
public final class Tape implements FrameSink {
    /// Two seconds: longer than a disk is expected to stand still.
    private static final int FRAMES = 100;

    private final float[][] frames = new float[FRAMES][Frames.SAMPLES];
    private final long[] places = new long[FRAMES];
    private final LongSupplier mixed;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /// Somebody who takes a frame off the tape.
    public interface Reader {
        /// Takes one frame.
        ///
        /// @param mixed the mixer's count of its first sample
        /// @param frame valid only during the call
        void take(long mixed, float[] frame);
    }

    /// @param mixed the mixer's count of the frame that is being mixed; asked on the audio thread
    public Tape(LongSupplier mixed) {
        this.mixed = mixed;
    }

    @Override
    public void write(float[] frame) {
        long next = written.getPlain();
        if (next - read.getAcquire() >= FRAMES) {
            dropped.lazySet(dropped.getPlain() + 1);
            return;
        }
        int slot = (int) (next % FRAMES);
        System.arraycopy(frame, 0, frames[slot], 0, Frames.SAMPLES);
        places[slot] = mixed.getAsLong();
        written.setRelease(next + 1);
    }

    /// Hands over all that is there.
    ///
    /// @return whether there was anything
    public boolean drain(Reader reader) {
        long from = read.getPlain();
        long to = written.getAcquire();
        for (long at = from; at < to; at++) {
            int slot = (int) (at % FRAMES);
            reader.take(places[slot], frames[slot]);
            read.setRelease(at + 1);
        }
        return to > from;
    }

    /// Forgets what nobody will read, except for the last second: a reader may come late. For the
    /// thread that reads.
    public void forget() {
        long from = written.getAcquire() - FRAMES / 2;
        if (from > read.getPlain()) {
            read.setRelease(from);
        }
    }

    /// Frames that found no room.
    public long dropped() {
        return dropped.get();
    }
}
