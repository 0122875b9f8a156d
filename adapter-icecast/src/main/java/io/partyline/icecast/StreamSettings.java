package io.partyline.icecast;

import java.io.IOException;
import java.io.OutputStream;

/// A stream, and how it is sent.
///
/// @param kbps thousands of bits a second
/// @param name what listeners' programs call the stream
/// @param ffmpeg whether the computer's own FFmpeg codes the sound, instead of what comes with us
/// @param trust whom is believed, where the server is asked over TLS
public record StreamSettings(
        StreamUrl url, StreamFormat format, int kbps, String name, boolean ffmpeg, Trust trust) {
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

    /// Coded by what comes with us, and sent to a server that Java trusts.
    public StreamSettings(StreamUrl url, StreamFormat format, int kbps, String name) {
        this(url, format, kbps, name, false, Trust.usual());
    }

    /// A coder for one connection.
    ///
    /// @throws RefusedException if there is none
    Coder coder(OutputStream out) throws RefusedException {
        if (!ffmpeg) {
            return format.coder(kbps, out);
        }
        try {
            return new FfmpegCoder(format, kbps, out);
        } catch (IOException notThere) {
            throw new RefusedException(
                    "FFmpeg cannot be started: install it, or set PARTYLINE_STREAM_ENCODER to"
                            + " built-in.");
        }
    }
}
