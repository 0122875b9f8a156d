package io.partyline.icecast;

/// A stream, and how it is sent.
///
/// @param kbps thousands of bits a second
/// @param name what listeners' programs call the stream
public record StreamSettings(StreamUrl url, StreamFormat format, int kbps, String name) {
    /// The least that speech bears.
    public static final int LEAST_KBPS = 32;

    /// The most that MP3 knows.
    public static final int MOST_KBPS = 320;

    public StreamSettings {
        if (kbps < LEAST_KBPS || kbps > MOST_KBPS) {
            throw new IllegalArgumentException(
                    "a stream has from %d to %d kbit/s, not %d"
                            .formatted(LEAST_KBPS, MOST_KBPS, kbps));
        }
        name = name.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
