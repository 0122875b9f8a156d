package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.files.WavHead;
import io.partyline.show.Cuts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Recorded sound, read from its beginning to its end as often as one likes, without the stretches
/// that are left out; where one was, what comes before fades into what comes after.
///
/// Never more than a second of it is in memory.
///
/// @param piece whether it is cut out of something longer, so that its own two ends fade too
record StemSound(Samples sound, List<Cuts.Cut> kept, boolean piece) {
    /// 5 ms: where two stretches meet that did not belong together.
    private static final int FADE = 240;

    /// Somebody who takes the sound in, frame by frame.
    @FunctionalInterface
    interface Taker {
        /// Takes a frame of [Frames#SAMPLES]; the last one ends in silence.
        ///
        /// @param frame valid only during the call
        void take(float[] frame) throws IOException;
    }

    /// All of it.
    ///
    /// @param dumped what is left out
    static StemSound of(Samples sound, Cuts dumped) {
        return new StemSound(sound, dumped.kept(0, sound.count()), false);
    }

    /// How many samples there are.
    long samples() {
        return kept.stream().mapToLong(Cuts.Cut::length).sum();
    }

    /// Hands all of it over.
    void read(Taker taker) throws IOException {
        var filling = new Filling(taker);
        for (int i = 0; i < kept.size(); i++) {
            Cuts.Cut stretch = kept.get(i);
            var edges = new Edges(stretch.length(), piece || i > 0, piece || i + 1 < kept.size());
            read(stretch, edges, filling);
        }
        filling.end();
    }

    private void read(Cuts.Cut stretch, Edges edges, Filling filling) throws IOException {
        for (long at = 0; at < stretch.length(); at += Frames.RATE) {
            var second = new float[(int) Math.min(Frames.RATE, stretch.length() - at)];
            sound.read(stretch.from() + at, second);
            for (int i = 0; i < second.length; i++) {
                filling.add(second[i] * edges.gain(at + i));
            }
        }
    }

    /// What the file of the sound says of itself; empty if there is none.
    Optional<WavHead> head() throws IOException {
        return sound.head(kept.isEmpty() ? 0 : kept.getFirst().from());
    }

    /// Writes it as a sound file as stems are, and leaves the stream open.
    void writeTo(OutputStream out) throws IOException {
        WavHead head = head().orElseThrow(() -> new IOException("the stem has no head"));
        long bytes = samples() * WavHead.BYTES;
        out.write(head.bytes(bytes).array());
        read(new PcmOutflow(out, 0, samples())::write);
        out.write(new byte[(int) WavHead.padding(bytes)]);
    }

    /// How loud a sample of a stretch is, so that nothing begins or ends with a step.
    private record Edges(long length, boolean fadesIn, boolean fadesOut) {
        float gain(long at) {
            float in = fadesIn ? Math.min(1, (at + 1f) / FADE) : 1;
            float out = fadesOut ? Math.min(1, (length - at) / (float) FADE) : 1;
            return in * out;
        }
    }

    private static final class Filling {
        private final Taker taker;
        private final float[] frame = new float[Frames.SAMPLES];
        private int filled;

        private Filling(Taker taker) {
            this.taker = taker;
        }

        private void add(float sample) throws IOException {
            frame[filled++] = sample;
            if (filled == Frames.SAMPLES) {
                filled = 0;
                taker.take(frame);
            }
        }

        private void end() throws IOException {
            if (filled > 0) {
                Arrays.fill(frame, filled, Frames.SAMPLES, 0);
                filled = 0;
                taker.take(frame);
            }
        }
    }
}
