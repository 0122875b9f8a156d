package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.files.WavHead;
import io.partyline.show.Cuts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The sound of a stem, read from its beginning to its end as often as one likes, without the
/// stretches that are left out; where one was, what comes before fades into what comes after.
///
/// Never more than a frame of it is in memory.
record StemSound(RecordedStem stem, List<Cuts.Cut> kept) {
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

    /// @param dumped what is left out
    static StemSound of(RecordedStem stem, Cuts dumped) {
        return new StemSound(stem, dumped.kept(0, stem.samples()));
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
            var pcm = new Pcm(new Edges(stretch.length(), i > 0, i + 1 < kept.size()), filling);
            stem.sound().copy(stretch.from(), stretch.to(), pcm);
        }
        filling.end();
    }

    /// What the file of the stem says of itself; empty if there is no sound in it.
    Optional<WavHead> head() throws IOException {
        var head = ByteBuffer.allocate(WavHead.SIZE);
        stem.sound().copy(0, Math.min(1, stem.samples()), new FirstBytes(head));
        return WavHead.read(head.flip());
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

    private static final class FirstBytes extends OutputStream {
        private final ByteBuffer bytes;

        private FirstBytes(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            if (bytes.hasRemaining()) {
                bytes.put((byte) one);
            }
        }
    }

    /// Takes in a sound file of ours while it is written, and hands on its samples.
    private static final class Pcm extends OutputStream {
        private static final float FULL_SCALE = 1 << 23;

        private final Edges edges;
        private final Filling filling;
        private long skip = WavHead.SIZE;
        private int have;
        private int value;
        private long at;

        private Pcm(Edges edges, Filling filling) {
            this.edges = edges;
            this.filling = filling;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            for (int i = offset; i < offset + count; i++) {
                write(bytes[i]);
            }
        }

        /// Low byte first; the highest bears the sign. A byte behind the last sample is padding.
        @Override
        public void write(int one) throws IOException {
            if (skip > 0) {
                skip--;
                return;
            }
            value |= have == 2 ? (byte) one << 16 : (one & 0xFF) << (8 * have);
            if (++have == WavHead.BYTES) {
                if (at < edges.length()) {
                    filling.add(value / FULL_SCALE * edges.gain(at));
                }
                at++;
                have = 0;
                value = 0;
            }
        }
    }
}
