package io.partyline.store;

import io.partyline.files.Private;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The write-ahead log that lies beside the database after a kill. It may hold the whole of a short
/// show.
///
/// SQLite reads it as far as its checksums are right, throws the rest away, and says nothing: that
/// is what it should do with a write that a kill or a power cut has torn, and it cannot tell it
/// from a bit that has gone over in the middle. So it is looked at before, and set aside as it is
/// if a decision is thrown away that had been finished. That is known of those behind which another
/// one begins: each is brought to the disk before it is promised. Of the last one it is not: what
/// is wrong there was torn before anybody relied on it, or nobody can tell.
///
/// The format is that of <https://www.sqlite.org/fileformat2.html#walformat>.
final class LogFile {
    private static final String ENDING = "-wal";
    private static final String SET_ASIDE = "partyline-log-damaged-";

    private static final int HEAD = 32;
    private static final int FRAME_HEAD = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int CHECKED_OF_HEAD = 24;
    private static final int CHECKED_OF_FRAME_HEAD = 8;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 65_536;

    private final Path folder;
    private final Path file;

    /// @param folder the data folder
    LogFile(Path folder) {
        this.folder = folder;
        file = folder.resolve(Database.FILE + ENDING);
    }

    /// What was found.
    ///
    /// @param whole pages that are read
    /// @param lost pages of finished decisions that are not; all of the log if its head is damaged
    record Found(int whole, int lost) {}

    /// Sets the log aside if a part of it is going to be thrown away.
    ///
    /// @return a sentence for the host; empty if all of it is read
    Optional<String> setAside() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= HEAD) {
            return Optional.empty();
        }
        Found found = look();
        if (found.lost() == 0) {
            return Optional.empty();
        }
        Path aside = free();
        Files.copy(file, Private.file(aside), StandardCopyOption.REPLACE_EXISTING);
        Private.file(aside);
        return Optional.of(
                ("The end of the journal was damaged when the program last stopped: %d of %d pages"
                                + " of its log cannot be read, and what they hold is missing. The log has been"
                                + " set aside as %s.")
                        .formatted(
                                found.lost(), found.whole() + found.lost(), aside.getFileName()));
    }

    /// Logs that were set aside.
    List<String> aside() {
        var names = new ArrayList<String>();
        for (int number = 1; Files.exists(aside(number)); number++) {
            names.add(aside(number).getFileName().toString());
        }
        return names;
    }

    private Path free() {
        return aside(aside().size() + 1);
    }

    private Path aside(int number) {
        return folder.resolve(SET_ASIDE + number + ".db" + ENDING);
    }

    Found look() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = read(channel, 0, HEAD);
            int page = head.getInt(8);
            boolean known = (head.getInt(0) & ~1) == MAGIC && isPage(page);
            var sum = new Sum((head.getInt(0) & 1) == 0);
            sum.add(head, 0, CHECKED_OF_HEAD);
            if (!known || !sum.is(head.getInt(24), head.getInt(28))) {
                return new Found(0, (int) Math.max(1, (channel.size() - HEAD) / guessed(page)));
            }
            return frames(channel, page, head.getLong(16), sum);
        }
    }

    /// Pages behind the first that is wrong count if they belong to this log: what is left of an
    /// earlier one, which was read long ago, has other salts. The last page of a decision tells how
    /// large the file is then; the others have a zero there.
    private static Found frames(FileChannel channel, int page, long salts, Sum sum)
            throws IOException {
        int whole = 0;
        int lost = 0;
        int doubtful = 0;
        boolean finished = false;
        boolean sound = true;
        long size = (long) FRAME_HEAD + page;
        for (long at = HEAD; at + size <= channel.size(); at += size) {
            ByteBuffer frame = read(channel, at, (int) size);
            boolean ours = frame.getLong(8) == salts;
            if (sound) {
                sum.add(frame, 0, CHECKED_OF_FRAME_HEAD);
                sum.add(frame, FRAME_HEAD, page);
                sound = ours && sum.is(frame.getInt(16), frame.getInt(20));
            }
            if (sound) {
                whole++;
            } else if (ours) {
                lost += finished ? doubtful : 0;
                doubtful = finished ? 1 : doubtful + 1;
                finished = frame.getInt(4) != 0;
            }
        }
        return new Found(whole, lost);
    }

    private static boolean isPage(int size) {
        return size >= SMALLEST_PAGE && size <= LARGEST_PAGE && Integer.bitCount(size) == 1;
    }

    private static long guessed(int page) {
        return FRAME_HEAD + (isPage(page) ? page : 4096L);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // A short read is followed by another.
        }
        return bytes;
    }

    /// The log's checksum: it goes on from page to page.
    private static final class Sum {
        private final ByteOrder order;
        private int one;
        private int two;

        private Sum(boolean littleEndian) {
            order = littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        }

        private void add(ByteBuffer bytes, int from, int length) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int at = from; at < from + length; at += 8) {
                one += words.getInt(at) + two;
                two += words.getInt(at + 4) + one;
            }
        }

        private boolean is(int first, int second) {
            return one == first && two == second;
        }
    }
}
