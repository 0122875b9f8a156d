package io.partyline.soundfiles;

/// What a sound file may be: whatever is beyond is refused by these numbers, before anything is
/// made of it.
final class Limits {
    /// The largest file, in bytes: six hours of a CD. Files are decoded as they are heard, so this
    /// is no matter of memory.
    static final long LARGEST = 4L << 30;

    private static final int SLOWEST = 4_000;
    private static final int FASTEST = 384_000;
    private static final int MOST_CHANNELS = 16;

    private Limits() {}

    static int rate(int rate) throws BrokenSoundException {
        if (rate < SLOWEST || rate > FASTEST) {
            throw new BrokenSoundException(
                    "it has %,d samples a second, and %,d to %,d are possible"
                            .formatted(rate, SLOWEST, FASTEST));
        }
        return rate;
    }

    static int channels(int channels) throws BrokenSoundException {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new BrokenSoundException(
                    "it has %,d channels, and %d are the most".formatted(channels, MOST_CHANNELS));
        }
        return channels;
    }
}
