package io.partyline.soundfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Reading as far as a file goes.
final class Bytes {
    private Bytes() {}

    /// Goes on by so many bytes, or to the end.
    static void skip(InputStream in, long count) throws IOException {
        long left = count;
        while (left > 0) {
            long gone = in.skip(left);
            if (gone <= 0 && in.read() < 0) {
                return;
            }
            left -= Math.max(1, gone);
        }
    }

    /// Fills a buffer from a place in a file.
    ///
    /// @return false if the file ends before it is full
    static boolean fill(SeekableByteChannel file, long at, ByteBuffer buffer) throws IOException {
        file.position(at);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                buffer.flip();
                return false;
            }
        }
        buffer.flip();
        return true;
    }
}
