package io.partyline.icecast;

import java.io.OutputStream;
import java.util.Locale;

/// How the sound is coded.
public enum StreamFormat {
    /// MP3 by LAME's rules: what every player knows.
    MP3("audio/mpeg", 128) {
        @Override
        Coder coder(int kbps, OutputStream out) {
            return new Mp3Coder(kbps, out);
        }
    },
    /// Opus in Ogg: better at half the rate, and titles stand in the stream itself.
    OPUS("audio/ogg", 96) {
        @Override
        Coder coder(int kbps, OutputStream out) {
            return new OpusCoder(kbps, out);
        }
    };

    private final String contentType;
    private final int usualKbps;

    StreamFormat(String contentType, int usualKbps) {
        this.contentType = contentType;
        this.usualKbps = usualKbps;
    }

    abstract Coder coder(int kbps, OutputStream out);

    String contentType() {
        return contentType;
    }

    /// Thousands of bits a second, if nobody says otherwise.
    public int usualKbps() {
        return usualKbps;
    }

    /// As it is called in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
