package io.partyline.http;

import io.partyline.show.ShowId;
import java.util.concurrent.atomic.AtomicLong;

/// When each frame of a page's microphone was heard, on its way from the clock's thread to the
/// page's writer.
///
/// The clock's thread notes, real-time; the writer drains. Full: the frame is not noted, and the
/// page knows a little less.
final class HeardLog {
    /// A second and a quarter: the writer looks every few milliseconds.
    private static final int KEPT = 64;

    private final ShowId[] shows = new ShowId[KEPT];
    private final long[] places = new long[KEPT];
    private final double[] samples = new double[KEPT];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /// Takes one note.
    interface Reader {
        /// Takes when a frame was heard.
        ///
        /// @param show the show in which the frame was heard
        /// @param place the show position of its first sample
        /// @param sample which of the samples that the page has sent that was, counted from 0 and
        ///   not always whole; the jitter buffer's `NOTHING` if the page was not heard
        void take(ShowId show, long place, double sample);
    }

    void note(ShowId show, long place, double sample) {
        long next = written.getPlain();
        if (next - read.getAcquire() >= KEPT) {
            return;
        }
        int slot = (int) (next % KEPT);
        shows[slot] = show;
        places[slot] = place;
        samples[slot] = sample;
        written.setRelease(next + 1);
    }

    void drain(Reader reader) {
        long to = written.getAcquire();
        for (long at = read.getPlain(); at < to; at++) {
            int slot = (int) (at % KEPT);
            reader.take(shows[slot], places[slot], samples[slot]);
            read.setRelease(at + 1);
        }
    }
}
