package io.partyline.port;

import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What can be made of a show: files for listeners, for editors and for other programs, as often as
/// one likes, while the show is running or years later.
///
/// The show itself never asks for one; the host does, at a door or at the command line.
///
/// Safe for use by many threads at once.
public interface Exports {
    /// The formats there are, such as `vtt`, in order of their names.
    List<String> formats();

    /// Makes a file of one format.
    ///
    /// @param show one of which there is at least one event
    /// @return empty if there is no such format
    /// @throws JournalException if its events cannot be read
    /// @throws java.io.UncheckedIOException if its stems cannot be read
    Optional<Export> export(ShowId show, String format);

    /// A file, ready to be sent.
    ///
    /// @param contentType such as `text/vtt; charset=utf-8`
    /// @param fileName what it is called where it is saved: letters, digits, dots, dashes and
    ///   underscores
    record Export(String contentType, String fileName, Content content) {
        /// The content types of what is not text: a bundle, and sound.
        public static final String ZIP = "application/zip";

        public static final String WAV = "audio/wav";

        public Export {
            if (!fileName.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("not a plain file name: " + fileName);
            }
        }

        /// A file that is all text.
        public static Export text(String contentType, String fileName, String text) {
            return new Export(
                    contentType, fileName, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        /// Whether it can be shown on a screen.
        public boolean isText() {
            return !contentType.equals(ZIP) && !contentType.equals(WAV);
        }
    }

    /// Writes a file, piece by piece where it is long.
    @FunctionalInterface
    interface Content {
        /// Writes all of it, and leaves the stream open.
        ///
        /// @throws IOException if the file cannot be made, or whoever wanted it has gone
        void writeTo(OutputStream out) throws IOException;
    }
}
