package io.partyline.doorway;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the frames of a WebSocket, each whole before it is handed on as it came, and by the letter
/// of RFC 6455: masked, of a known kind, in an order that makes sense, text in UTF-8. For one
/// thread.
///
/// The library checks less, and what it finds it puts on the wire in words of its own, or as an
/// HTTP answer in the middle of the socket.
final class Frames {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int MASK_BYTES = 4;
    private static final int LONGEST_CONTROL = 125;

    private final Inflow inflow;
    private final int longest;
    private Letters letters = new Letters();
    private boolean inMessage;
    private boolean inText;
    private byte[] begun = {};

    /// @param longest most bytes in one frame
    Frames(Inflow inflow, int longest) {
        this.inflow = inflow;
        this.longest = longest;
    }

    /// The next frame as it came; null when there are no more.
    ///
    /// @throws BrokenFrameException if it is none
    byte @Nullable [] next() {
        if (!inflow.reach(2)) {
            return null;
        }
        int first = inflow.at(0) & 0xff;
        int kind = first & 0x0f;
        boolean last = (first & 0x80) != 0;
        require((first & 0x70) == 0 && isKnown(kind));
        int told = inflow.at(1) & 0xff;
        require((told & 0x80) != 0);
        require(kind < CLOSE || (last && (told & 0x7f) <= LONGEST_CONTROL));
        inOrder(kind, last);
        int before = lengthBytes(told & 0x7f) + 2;
        if (!inflow.reach(before)) {
            return null;
        }
        int length = length(told & 0x7f);
        int whole = before + MASK_BYTES + length;
        if (!inflow.reach(whole)) {
            return null;
        }
        if (kind == CLOSE) {
            goodbye(before, length);
        } else if (kind < CLOSE && inText) {
            letters(before, length, 0, letters);
            utf8(!last || letters.whole());
            return inWholeLetters(before, length);
        }
        return inflow.take(whole);
    }

    /// Behind the doorway each piece of a text is read by itself. So what has come of a letter that
    /// goes on in the next piece is kept, and handed on with that.
    private byte[] inWholeLetters(int mask, int length) {
        if (begun.length == 0 && letters.begun() == 0) {
            return inflow.take(mask + MASK_BYTES + length);
        }
        byte[] piece = Arrays.copyOf(begun, within(begun.length + (long) length));
        for (int at = 0; at < length; at++) {
            piece[begun.length + at] = (byte) unmasked(mask, at);
        }
        int whole = piece.length - letters.begun();
        begun = Arrays.copyOfRange(piece, whole, piece.length);
        byte first = inflow.at(0);
        inflow.skip(mask + MASK_BYTES + length);
        return masked(first, Arrays.copyOf(piece, whole));
    }

    /// A frame whose mask changes nothing.
    private static byte[] masked(byte first, byte[] piece) {
        boolean isShort = piece.length < 126;
        ByteBuffer frame = ByteBuffer.allocate(2 + 8 + MASK_BYTES + piece.length).put(first);
        if (isShort) {
            frame.put((byte) (0x80 | piece.length));
        } else {
            frame.put((byte) (0x80 | 127)).putLong(piece.length);
        }
        frame.putInt(0).put(piece);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private static boolean isKnown(int kind) {
        return switch (kind) {
            case CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG -> true;
            default -> false;
        };
    }

    private void inOrder(int kind, boolean last) {
        if (kind >= CLOSE) {
            return;
        }
        require((kind == CONTINUATION) == inMessage);
        if (kind != CONTINUATION) {
            inText = kind == TEXT;
            letters = new Letters();
        }
        inMessage = !last;
    }

    private static int lengthBytes(int told) {
        return told < 126 ? 0 : told == 126 ? 2 : 8;
    }

    private int length(int told) {
        if (told < 126) {
            return within(told);
        }
        long length = 0;
        for (int at = 0; at < lengthBytes(told); at++) {
            length = (length << 8) | (inflow.at(2 + at) & 0xff);
        }
        require(length >= 0);
        return within(length);
    }

    private int within(long length) {
        if (length > longest) {
            throw new BrokenFrameException(BrokenFrameException.TOO_BIG);
        }
        return (int) length;
    }

    /// A close says nothing, or a code, or a code and words.
    private void goodbye(int mask, int length) {
        require(length != 1);
        if (length > 1) {
            require(isCode(unmasked(mask, 0) << 8 | unmasked(mask, 1)));
            var words = new Letters();
            letters(mask, length, 2, words);
            utf8(words.whole());
        }
    }

    /// The codes that may be sent: of the standard's own all but those that stand for something
    /// that was not sent, and those that are left to others.
    private static boolean isCode(int code) {
        return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
                || (code >= 3000 && code <= 4999);
    }

    private void letters(int mask, int length, int from, Letters into) {
        for (int at = from; at < length; at++) {
            utf8(into.take(unmasked(mask, at)));
        }
    }

    private int unmasked(int mask, int at) {
        return (inflow.at(mask + MASK_BYTES + at) ^ inflow.at(mask + (at & 3))) & 0xff;
    }

    private static void require(boolean so) {
        if (!so) {
            throw new BrokenFrameException(BrokenFrameException.PROTOCOL);
        }
    }

    private static void utf8(boolean so) {
        if (!so) {
            throw new BrokenFrameException(BrokenFrameException.NOT_UTF_8);
        }
    }
}
