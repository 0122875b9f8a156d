package io.partyline.http;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.buffer.FrameQueue;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.show.ShowId;
import java.time.Duration;

/// One page's stay at the browser's seat: the sound between it and the show.
///
/// The clock's thread holds [#microphone] and [#monitor]; the page's connection brings what the
/// host says ([#said]), the page's writer fetches what they hear ([#fetch]). Each of the four is
/// one thread at a time, and none of them waits. The page's clock is made up for here on the way
/// in, and in the page on the way out.
final class Sitting {
    /// Frames that wait for a page which does not read: 200 ms. Older ones are lost to it, and cost
    /// the show nothing.
    static final int KEPT = 10;

    /// So long without sound, and the microphone has fallen silent: a page sends a frame every 20
    /// ms, also of silence.
    static final Duration QUIET = Duration.ofSeconds(2);

    private final JitterBuffer microphone = new JitterBuffer();
    private final FrameQueue monitor = new FrameQueue(KEPT);
    private final HeardLog heard = new HeardLog();
    private final float[] frame = new float[Frames.SAMPLES];
    private volatile boolean over;
    private volatile long saidAt;

    /// @param now by the clock of [System#nanoTime]
    Sitting(long now) {
        saidAt = now;
    }

    FrameSource microphone() {
        return microphone;
    }

    /// Notes when the frame was heard that was just read. The clock's thread only.
    void heardAt(ShowId show, long position) {
        heard.note(show, position, microphone.first());
    }

    /// When what the page said was heard. For the page's writer.
    HeardLog heard() {
        return heard;
    }

    FrameSink monitor() {
        return monitor;
    }

    /// A frame from the page. Once the stay is over, it is nobody's.
    ///
    /// @param pcm as [PagePcm] has it
    void said(byte[] pcm, long now) {
        if (!over) {
            PagePcm.read(pcm, frame);
            microphone.write(frame, 0, Frames.SAMPLES);
            saidAt = now;
        }
    }

    /// The next frame for the page.
    ///
    /// @return false if there is none yet
    boolean fetch(float[] into) {
        return monitor.size() > 0 && monitor.read(into);
    }

    /// Somebody else sits here now, or nobody.
    void end() {
        over = true;
    }

    boolean isQuiet(long now) {
        return now - saidAt > QUIET.toNanos();
    }

    /// What the page has said and the show has not heard yet.
    int depthMs() {
        return microphone.depthMs();
    }

    /// How the sound is doing, for the page to show.
    SeatMessage.Sound sound() {
        return new SeatMessage.Sound(
                depthMs(),
                microphone.correctionPpm(),
                microphone.underruns(),
                microphone.lost() * 1_000 / Frames.RATE,
                monitor.dropped() * Frames.MILLIS);
    }
}
