package io.partyline.soundfiles;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jspecify.annotations.Nullable;

/// FLAC files, decoded by jFLAC without its service for Java Sound, which knows 16 bits alone.
///
/// The library sees the file's own numbers and the sound, and none of the pictures and comments
/// between them: it would make room for whatever length stands there.
final class Flac implements Decoder {
    private static final byte[] MARK = {'f', 'L', 'a', 'C'};
    private static final int STREAM_INFO = 0;
    private static final int STREAM_INFO_LENGTH = 34;
    private static final int COMMENTS = 4;
    private static final int LAST = 0x80;

    /// Blocks in front of the sound: more are no sound file.
    private static final int MOST_BLOCKS = 512;

    /// Comments of such a length hold a book.
    private static final int MOST_COMMENTS = 1 << 20;

    private final InputStream in;
    private final FLACDecoder decoder;
    private final int rate;
    private final long total;
    private Tags tags = Tags.NONE;
    private @Nullable Frame frame;
    private int at;
    private long given;

    /// @param in at the file's mark; closed with this
    Flac(InputStream in) throws IOException {
        this.in = in;
        byte[] mark = in.readNBytes(MARK.length);
        if (!Arrays.equals(mark, MARK)) {
            throw new BrokenSoundException("it does not begin as a FLAC file does");
        }
        byte[] info = blocks(in);
        ByteBuffer numbers = ByteBuffer.wrap(info);
        long packed = numbers.getLong(10);
        rate = Limits.rate((int) (packed >>> 44));
        Limits.channels((int) (packed >>> 41 & 7) + 1);
        total = packed & 0xF_FFFF_FFFFL;
        decoder = new FLACDecoder(new SequenceInputStream(head(info), new BufferedInputStream(in)));
        decoder.readStreamInfo();
    }

    /// Goes behind all that is in front of the sound.
    ///
    /// @return the file's own numbers
    private byte[] blocks(InputStream file) throws IOException {
        byte[] info = {};
        for (int i = 0; i < MOST_BLOCKS; i++) {
            byte[] head = file.readNBytes(4);
            if (head.length < 4) {
                throw new BrokenSoundException("it ends within its head");
            }
            int length = (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
            info = block(file, head[0] & ~LAST & 0xFF, length, info);
            if ((head[0] & LAST) != 0) {
                break;
            }
        }
        if (info.length != STREAM_INFO_LENGTH) {
            throw new BrokenSoundException("its head is damaged");
        }
        return info;
    }

    private byte[] block(InputStream file, int kind, int length, byte[] info) throws IOException {
        if (kind == STREAM_INFO && length == STREAM_INFO_LENGTH) {
            return file.readNBytes(length);
        }
        if (kind == COMMENTS && length <= MOST_COMMENTS) {
            tags = VorbisComments.read(file.readNBytes(length));
        } else {
            Bytes.skip(file, length);
        }
        return info;
    }

    private static InputStream head(byte[] info) {
        var head = new byte[MARK.length + 4 + info.length];
        System.arraycopy(MARK, 0, head, 0, MARK.length);
        head[4] = (byte) (LAST | STREAM_INFO);
        head[7] = STREAM_INFO_LENGTH;
        System.arraycopy(info, 0, head, MARK.length + 4, info.length);
        return new ByteArrayInputStream(head);
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public OptionalLong samples() {
        return total == 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    @Override
    public Tags tags() {
        return tags;
    }

    @Override
    public int read(float[] into) throws IOException {
        Frame now = current();
        if (now == null) {
            return -1;
        }
        int count = Math.min(into.length, now.header.blockSize - at);
        double scale = 1.0 / (1L << (now.header.bitsPerSample - 1)) / now.header.channels;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int channel = 0; channel < now.header.channels; channel++) {
                sum += decoder.getChannelData()[channel].getOutput()[at + i];
            }
            into[i] = (float) (sum * scale);
        }
        at += count;
        given += count;
        return count;
    }

    /// The frame that is not used up; null at the end.
    private @Nullable Frame current() throws IOException {
        Frame now = frame;
        if (now != null && at < now.header.blockSize) {
            return now;
        }
        at = 0;
        frame = total == 0 || given < total ? decoder.readNextFrame() : null;
        return frame;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
