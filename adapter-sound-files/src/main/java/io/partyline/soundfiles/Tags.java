package io.partyline.soundfiles;

import io.partyline.show.Beginning;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What a file says of itself; blank where it says nothing.
record Tags(String title, String artist) {
    static final Tags NONE = new Tags("", "");

    /// Longer is no name.
    private static final int LONGEST = 200;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    Tags {
        title = plain(title);
        artist = plain(artist);
    }

    /// These, and what is missing in them from others.
    Tags or(Tags others) {
        return new Tags(
                title.isBlank() ? others.title : title, artist.isBlank() ? others.artist : artist);
    }

    /// One line without anything that a terminal or a page could stumble over.
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return Beginning.of(line, LONGEST).strip();
    }

    /// Text of which nobody says how it was written: UTF-8 if it can be, else as Windows wrote it.
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }
}
