package io.partyline.doorway;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What has come from a socket and has not been handed on. For one thread.
///
/// It grows as its reader asks for more, so each reader bounds what it asks for.
final class Inflow {
    /// What the library reads at once.
    private static final int ONE_READ = 8 * 1024;

    private final Supplier<byte @Nullable []> socket;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int last;

    /// @param socket gives what comes next, at least one byte; null at the end
    Inflow(Supplier<byte @Nullable []> socket) {
        this.socket = socket;
    }

    /// How many bytes are there.
    int size() {
        return to - from;
    }

    /// The byte so many behind the first that is left.
    byte at(int index) {
        return bytes[from + index];
    }

    /// Waits for more.
    ///
    /// @return false if there is no more
    boolean more() {
        byte[] next = socket.get();
        if (next == null) {
            return false;
        }
        if (to + next.length > bytes.length) {
            int room = Math.max(2 * size(), size() + next.length);
            bytes = Arrays.copyOfRange(bytes, from, from + room);
            to -= from;
            from = 0;
        }
        System.arraycopy(next, 0, bytes, to, next.length);
        to += next.length;
        last = next.length;
        return true;
    }

    /// Whether more seems to be on its way: what came last filled all the room that a read has.
    boolean isFull() {
        return last >= ONE_READ;
    }

    /// Waits until so many are there.
    ///
    /// @return false if they never come
    boolean reach(int count) {
        while (size() < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, from, from + count);
        skip(count);
        return taken;
    }

    void skip(int count) {
        from += count;
    }
}
