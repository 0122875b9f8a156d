package io.partyline.twilio;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Audio from one caller: base64 of µ-law in, the bare codes out to the leg.
///
/// The carrier counts its messages. What the count says is believed only as long as it makes sense:
/// a chunk that seems to have come before is kept back, and if more of them follow, the carrier has
/// begun to count anew, or does not count at all, and nothing of it is lost.
///
/// Owned by the thread that reads the socket; what has been lost and dropped may be asked by any.
/// Its buffers grow to the longest message, which [StreamMessages] bounds.
final class CallerAudio {
    /// Most silence put in place of lost audio. The leg's jitter buffer holds about as much; of a
    /// longer gap the rest has been heard as silence already, and would come back as delay.
    private static final int LONGEST_FILL_MS = 100;

    /// So many chunks in a row that seem to be old are not: no carrier says everything twice.
    private static final int RUN = 3;

    private static final int BYTES_PER_MS = Frames.PHONE_RATE / 1000;
    private static final byte[] SILENCE = silence();
    private static final int NOT_GIVEN = -1;

    private final CallLeg leg;
    private byte[] codes = {};
    private byte[] kept = {};
    private int keptBytes;
    private int run;
    private long runBegan;
    private boolean counts = true;
    private long lastChunk;
    private long nextTimestamp = NOT_GIVEN;
    private final AtomicLong lostMs = new AtomicLong();
    private final AtomicLong droppedBytes = new AtomicLong();

    CallerAudio(CallLeg leg) {
        this.leg = leg;
    }

    /// Passes on what the caller said. A chunk that came before is dropped; one that is missing
    /// becomes silence.
    ///
    /// @throws IllegalArgumentException if the payload is not base64
    void hear(StreamMessage.Media media) {
        if (!media.inbound()) {
            return;
        }
        int bytes = decode(media.payload());
        if (isOld(media)) {
            keepBack(media, bytes);
        } else {
            dropKept();
            fillGap(media);
            pass(codes, bytes);
            remember(media, bytes);
        }
    }

    /// Milliseconds of this caller's audio that never came, as far as the carrier's numbers tell.
    long lostMs() {
        return lostMs.get();
    }

    /// Milliseconds that came and were not passed on, because they seemed to have come before.
    long droppedMs() {
        return droppedBytes.get() / BYTES_PER_MS;
    }

    private int decode(Payload payload) {
        if (codes.length < payload.mostBytes()) {
            codes = new byte[payload.mostBytes()];
        }
        return payload.decode(codes);
    }

    /// Whatever the count says, what is said later has not come before. A count that stays at 0 is
    /// none.
    private boolean isOld(StreamMessage.Media media) {
        return counts && media.chunk() > 0 && media.chunk() <= lastChunk && !isLater(media);
    }

    private boolean isLater(StreamMessage.Media media) {
        return nextTimestamp != NOT_GIVEN && media.timestamp() >= nextTimestamp;
    }

    /// Of a new count the first chunks are heard a little late, and none is lost.
    private void keepBack(StreamMessage.Media media, int bytes) {
        if (kept.length < keptBytes + bytes) {
            kept = Arrays.copyOf(kept, keptBytes + bytes);
        }
        System.arraycopy(codes, 0, kept, keptBytes, bytes);
        keptBytes += bytes;
        runBegan = run == 0 ? media.chunk() : runBegan;
        run++;
        if (run == RUN) {
            counts = media.chunk() > runBegan;
            pass(kept, keptBytes);
            forgetKept();
            remember(media, bytes);
        }
    }

    private void dropKept() {
        droppedBytes.addAndGet(keptBytes);
        forgetKept();
    }

    private void forgetKept() {
        keptBytes = 0;
        run = 0;
    }

    /// Only when a chunk is missing: timestamps alone also jump when the carrier was merely late.
    private void fillGap(StreamMessage.Media media) {
        boolean missing = counts && lastChunk > 0 && media.chunk() > lastChunk + 1;
        if (missing && nextTimestamp != NOT_GIVEN && media.timestamp() > nextTimestamp) {
            long most = (media.chunk() - lastChunk - 1) * StreamMessages.LONGEST_MEDIA_MS;
            long gapMs = Math.min(media.timestamp() - nextTimestamp, most);
            lostMs.addAndGet(gapMs);
            pass(SILENCE, (int) Math.min(gapMs, LONGEST_FILL_MS) * BYTES_PER_MS);
        }
    }

    private void remember(StreamMessage.Media media, int bytes) {
        lastChunk = media.chunk() > 0 ? media.chunk() : lastChunk;
        nextTimestamp =
                media.timestamp() < 0 ? NOT_GIVEN : media.timestamp() + bytes / BYTES_PER_MS;
    }

    private void pass(byte[] sound, int bytes) {
        leg.fromCaller(sound, 0, bytes);
    }

    private static byte[] silence() {
        byte[] silence = new byte[LONGEST_FILL_MS * BYTES_PER_MS];
        Arrays.fill(silence, Mulaw.SILENCE);
        return silence;
    }
}
