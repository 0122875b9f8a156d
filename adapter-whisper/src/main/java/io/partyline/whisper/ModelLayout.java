package io.partyline.whisper;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Map;

/// How a whisper model's file is laid out, gone through before native code reads it. That believes
/// every number in it: for a wrong one it would take all the memory there is, be busy for hours, or
/// write where it must not.
///
/// All numbers are little-endian, 4 bytes each. First the word `ggml` (as a number) and eleven
/// sizes; then the filters for the ear, the vocabulary, and the weights: one block after the other,
/// each with how many dimensions it has (1 to 4), how long its name is, which kind of number it is
/// made of, its dimensions, its name, and its numbers.
///
/// What is asked of it is what whisper models have, with room to spare, and that all is there that
/// the sizes promise; which block is which is left to whoever reads it.
final class ModelLayout {
    private static final ValueLayout.OfInt NUMBER =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int MAGIC = 0x67676d6c;

    /// The largest model has 51,866 words, 32 layers of 1,280, and 20 heads.
    private static final int MOST_WORDS = 1 << 17;

    private static final int WIDEST = 1 << 13;
    private static final int MOST_LAYERS = 1 << 7;
    private static final int MOST_MELS = 1 << 8;

    /// Thirty seconds; half the text that goes with them.
    private static final int LONGEST_SOUND = 1_500;

    private static final int LONGEST_TEXT = 448;

    /// Half the steps of a Fourier transform of 25 ms at 16 kHz.
    private static final int BINS = 201;

    private static final int LONGEST_WORD = 1 << 10;
    private static final int LONGEST_NAME = 1 << 8;
    private static final int MOST_DIMENSIONS = 4;
    private static final int HEAD_OF_WEIGHTS = 3 * Integer.BYTES;

    /// Of the kinds of numbers that weights can be made of: how many are kept together, and how
    /// many bytes they take together. By their number in ggml.
    private static final Map<Integer, Kind> KINDS =
            Map.ofEntries(
                    Map.entry(0, new Kind(1, 4)),
                    Map.entry(1, new Kind(1, 2)),
                    Map.entry(2, new Kind(32, 18)),
                    Map.entry(3, new Kind(32, 20)),
                    Map.entry(6, new Kind(32, 22)),
                    Map.entry(7, new Kind(32, 24)),
                    Map.entry(8, new Kind(32, 34)),
                    Map.entry(10, new Kind(256, 84)),
                    Map.entry(11, new Kind(256, 110)),
                    Map.entry(12, new Kind(256, 144)),
                    Map.entry(13, new Kind(256, 176)),
                    Map.entry(14, new Kind(256, 210)),
                    Map.entry(30, new Kind(1, 2)));

    private record Kind(int together, int bytes) {}

    /// The layers that hear, or those that write.
    ///
    /// @param length how many places there are
    /// @param width how many numbers a place has
    private record Part(int length, int width, int heads, int layers) {
        boolean isPossible(int longest) {
            return isIn(length, 1, longest)
                    && isIn(width, 1, WIDEST)
                    && isIn(heads, 1, width)
                    && isIn(layers, 1, MOST_LAYERS)
                    && width % heads == 0;
        }

        /// Those of its places, and of its layers, each with so many squares of its width.
        long weights(int squares) {
            return (long) width * (length + (long) layers * squares * width);
        }
    }

    private final MemorySegment file;
    private long at;

    private ModelLayout(MemorySegment file) {
        this.file = file;
    }

    /// Whether a file can be read, and is a whole whisper model as far as can be told without
    /// looking at its weights.
    static boolean isWhole(Path path) {
        try (var channel = FileChannel.open(path);
                var arena = Arena.ofConfined()) {
            return isWhole(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException unreadable) {
            return false;
        }
    }

    static boolean isWhole(MemorySegment file) {
        return new ModelLayout(file).isWhole();
    }

    private boolean isWhole() {
        if (number() != MAGIC) {
            return false;
        }
        int words = number();
        Part sound = new Part(number(), number(), number(), number());
        Part text = new Part(number(), number(), number(), number());
        int mels = number();
        skip(Integer.BYTES);
        return isIn(words, 1, MOST_WORDS)
                && sound.isPossible(LONGEST_SOUND)
                && text.isPossible(LONGEST_TEXT)
                && sound.width() == text.width()
                && isIn(mels, 1, MOST_MELS)
                && filters(mels)
                && vocabulary(words)
                && weights() >= promised(words, mels, sound, text);
    }

    /// Each layer that hears has four squares that attend and eight that think; one that writes
    /// attends twice.
    private static long promised(int words, int mels, Part sound, Part text) {
        long ears = 3L * sound.width() * (mels + sound.width());
        return ears + sound.weights(12) + text.weights(16) + (long) words * text.width();
    }

    private boolean filters(int mels) {
        return number() == mels && number() == BINS && skip((long) mels * BINS * Float.BYTES);
    }

    private boolean vocabulary(int most) {
        int words = number();
        boolean all = isIn(words, 0, most);
        for (int i = 0; i < words && all; i++) {
            int length = number();
            all = isIn(length, 0, LONGEST_WORD) && skip(length);
        }
        return all;
    }

    /// How many numbers there are in the weights; -1 if something is wrong with them.
    private long weights() {
        long all = 0;
        while (file.byteSize() - at >= HEAD_OF_WEIGHTS) {
            long more = block();
            if (more < 0) {
                return -1;
            }
            all += more;
        }
        return all;
    }

    /// How many numbers are in the next block of weights; -1 if something is wrong with it.
    private long block() {
        int dimensions = number();
        int length = number();
        Kind kind = KINDS.get(number());
        if (!isIn(dimensions, 1, MOST_DIMENSIONS)
                || !isIn(length, 1, LONGEST_NAME)
                || kind == null) {
            return -1;
        }
        long count = 1;
        for (int i = 0; i < dimensions; i++) {
            int size = number();
            if (size < 1 || count * size > Integer.MAX_VALUE) {
                return -1;
            }
            count *= size;
        }
        long bytes = Math.ceilDiv(count, kind.together()) * kind.bytes();
        return skip(length + bytes) ? count : -1;
    }

    /// The next number; -1 behind the end, which none may be.
    private int number() {
        long from = at;
        return skip(Integer.BYTES) ? file.get(NUMBER, from) : -1;
    }

    /// @return whether there was so much
    private boolean skip(long bytes) {
        at += bytes;
        return at <= file.byteSize();
    }

    private static boolean isIn(int number, int least, int most) {
        return least <= number && number <= most;
    }
}
