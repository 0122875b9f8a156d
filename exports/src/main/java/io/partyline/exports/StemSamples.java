package io.partyline.exports;

import io.partyline.files.WavHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The sound of one stem.
record StemSamples(RecordedStem stem) implements Samples {
    private static final float FULL_SCALE = 1 << 23;

    @Override
    public long count() {
        return stem.samples();
    }

    @Override
    public void read(long from, float[] into) throws IOException {
        Arrays.fill(into, 0);
        long first = Math.clamp(from, 0, count());
        long last = Math.clamp(from + into.length, first, count());
        byte[] file = copied(first, last);
        int at = (int) (first - from);
        for (int i = 0; i < last - first; i++) {
            into[at + i] = sample(file, WavHead.SIZE + i * WavHead.BYTES) / FULL_SCALE;
        }
    }

    private byte[] copied(long from, long to) throws IOException {
        var file = new ByteArrayOutputStream(WavHead.SIZE + (int) (to - from) * WavHead.BYTES + 1);
        stem.sound().copy(from, to, file);
        if (file.size() < WavHead.SIZE + (to - from) * WavHead.BYTES) {
            throw new IOException("the stem has become shorter");
        }
        return file.toByteArray();
    }

    /// Low byte first; the highest bears the sign.
    private static int sample(byte[] file, int at) {
        return (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 | file[at + 2] << 16;
    }

    @Override
    public Optional<WavHead> head(long from) throws IOException {
        byte[] file = copied(Math.min(from, count()), Math.min(from + 1, count()));
        return WavHead.read(ByteBuffer.wrap(file, 0, WavHead.SIZE))
                .map(head -> head.measured(Optional.empty()));
    }
}
