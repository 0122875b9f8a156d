package io.partyline.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A file made from the show, ready to be sent.
///
/// @param contentType such as `text/vtt; charset=utf-8`
/// @param fileName what a browser calls the file that it saves: letters, digits, dots and dashes
public record Export(String contentType, String fileName, Content content) {
    public Export {
        if (!fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not a plain file name: " + fileName);
        }
    }

    /// Writes the file, piece by piece where it is long.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it, and leaves the stream open.
        ///
        /// @throws IOException if the file cannot be made, or whoever wanted it has gone
        void writeTo(OutputStream out) throws IOException;
    }

    /// A file that is all text.
    public static Export text(String contentType, String fileName, String text) {
        return new Export(
                contentType, fileName, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
