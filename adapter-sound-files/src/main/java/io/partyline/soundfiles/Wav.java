package io.partyline.soundfiles;

import io.partyline.audio.rate.Mulaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/// WAV files (RIFF, and RF64 for long ones): whole samples of 8, 16, 24 and 32 bits, and fractional
/// ones of 32 and 64; and the telephone's µ-law.
///
/// A length that the head tells wrongly, since the file was cut or never finished, is that of the
/// file.
final class Wav implements Decoder {
    private static final int BITE = 8 * 1024;

    private final SeekableByteChannel file;
    private final WavHead head;
    private final ByteBuffer bytes;
    private long at;

    /// @param file at any place; closed with this
    Wav(SeekableByteChannel file) throws IOException {
        this.file = file;
        head = WavHead.read(file);
        at = head.from();
        int frame = head.bytesAFrame();
        bytes = ByteBuffer.allocate(BITE / frame * frame).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int rate() {
        return head.rate();
    }

    @Override
    public OptionalLong samples() {
        return OptionalLong.of((head.to() - head.from()) / head.bytesAFrame());
    }

    @Override
    public Tags tags() {
        return head.tags();
    }

    @Override
    public int read(float[] into) throws IOException {
        int frame = head.bytesAFrame();
        long left = (head.to() - at) / frame;
        int count = (int) Math.min(left, Math.min(into.length, bytes.capacity() / frame));
        if (count <= 0) {
            return -1;
        }
        bytes.clear().limit(count * frame);
        if (!Bytes.fill(file, at, bytes)) {
            throw new BrokenSoundException("it has become shorter while it was read");
        }
        at += (long) count * frame;
        for (int i = 0; i < count; i++) {
            into[i] = mean();
        }
        return count;
    }

    private float mean() {
        double sum = 0;
        for (int channel = 0; channel < head.channels(); channel++) {
            sum += sample();
        }
        return Samples.sound(sum / head.channels());
    }

    private double sample() {
        return switch (head.form()) {
            case WHOLE_8 -> ((bytes.get() & 0xFF) - 128) / 128.0;
            case WHOLE_16 -> bytes.getShort() / 32_768.0;
            case WHOLE_24 -> whole24() / 8_388_608.0;
            case WHOLE_32 -> bytes.getInt() / 2_147_483_648.0;
            case FLOAT_32 -> bytes.getFloat();
            case FLOAT_64 -> bytes.getDouble();
            case MULAW -> Mulaw.decode(bytes.get()) / 32_768.0;
        };
    }

    private int whole24() {
        int low = bytes.get() & 0xFF;
        int middle = bytes.get() & 0xFF;
        return bytes.get() << 16 | middle << 8 | low;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
