package io.partyline.stems;

import io.partyline.files.Private;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;

/// One stem on disk. Every block goes straight to the file, and the head is made right behind it,
/// so that whoever reads the file sees all but the block that is being written, 85 ms at most; the
/// file is brought to the disk after every second of sound. So a kill costs nothing, to any reader,
/// and a power cut a second.
///
/// Samples are rounded to 24 bits and clipped at full scale, without dither: the noise of 24 bits
/// is far below that of any microphone. For one thread at a time.
final class WavStem implements StemRecorder.Stem {
    private static final int FULL_SCALE = 1 << 23;
    private static final int MOST = 4_096;

    private final String name;
    private final RandomAccessFile file;
    private final FileChannel channel;
    private final LocalDateTime begun;
    private final ByteBuffer block =
            ByteBuffer.allocate(MOST * WavHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long length;
    private long forced;
    private boolean aiVoices;

    private WavStem(String name, RandomAccessFile file, LocalDateTime begun, boolean aiVoices)
            throws IOException {
        this.name = name;
        this.file = file;
        this.channel = file.getChannel();
        this.begun = begun;
        this.aiVoices = aiVoices;
        length = Math.max(0, channel.size() - WavHeader.SIZE) / WavHeader.BYTES;
        head();
    }

    /// Opens a stem, and makes its file if there is none; one that a crash has left is gone on
    /// with.
    ///
    /// @param path a file that is not there, or one of ours: see [StemFile#of]
    /// @param begun local time of show zero
    static WavStem open(Path path, LocalDateTime begun) throws IOException {
        var file = new RandomAccessFile(Private.file(path).toFile(), "rw");
        try {
            boolean aiVoices = StemFile.of(path).filter(StemFile::aiVoices).isPresent();
            return new WavStem(StemFile.name(path), file, begun, aiVoices);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(long atSample, float[] samples, int count) {
        if (!channel.isOpen()) {
            throw new StemException("The stem %s is closed.".formatted(name));
        }
        try {
            for (int from = 0; from < count; from += MOST) {
                writeBlock(atSample + from, samples, from, Math.min(MOST, count - from));
                head();
            }
            if (length - forced >= WavHeader.RATE) {
                channel.force(false);
                forced = length;
            }
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// What lies between the end of the file and a later block is a hole, which reads as silence.
    private void writeBlock(long atSample, float[] samples, int from, int count)
            throws IOException {
        block.clear();
        for (int i = 0; i < count; i++) {
            int value =
                    Math.clamp(
                            Math.round(samples[from + i] * FULL_SCALE),
                            -FULL_SCALE,
                            FULL_SCALE - 1);
            block.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        put(block.flip(), WavHeader.SIZE + atSample * WavHeader.BYTES);
        length = Math.max(length, atSample + count);
    }

    @Override
    public void holdsAiVoices() {
        if (!channel.isOpen()) {
            throw new StemException("The stem %s is closed.".formatted(name));
        }
        try {
            aiVoices = true;
            head();
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// Makes the stem so long: with silence, which takes no room on the disk, or by cutting off
    /// what is too much.
    void extend(long samples) throws IOException {
        long bytes = samples * WavHeader.BYTES;
        file.setLength(WavHeader.SIZE + bytes + WavHeader.padding(bytes));
        length = samples;
        head();
    }

    private void head() throws IOException {
        put(WavHeader.of(length * WavHeader.BYTES, begun, aiVoices), 0);
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (file) {
            head();
            channel.force(true);
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }
}
