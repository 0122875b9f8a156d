package io.partyline.soundfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/// Where an Ogg file ends: its last page says how many samples there are.
final class OggEnd {
    /// No page is longer than this.
    private static final int LONGEST_PAGE = 65_307;

    private static final int POSITION = 6;
    private static final int HEAD = 27;

    private OggEnd() {}

    /// Empty if no page is found.
    static OptionalLong samples(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(file.size(), LONGEST_PAGE);
        var end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        Bytes.fill(file, file.size() - length, end);
        for (int at = end.limit() - HEAD; at >= 0; at--) {
            boolean page =
                    end.get(at) == 'O'
                            && end.get(at + 1) == 'g'
                            && end.get(at + 2) == 'g'
                            && end.get(at + 3) == 'S';
            if (page && end.getLong(at + POSITION) >= 0) {
                return OptionalLong.of(end.getLong(at + POSITION));
            }
        }
        return OptionalLong.empty();
    }
}
