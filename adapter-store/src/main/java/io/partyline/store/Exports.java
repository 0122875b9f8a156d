package io.partyline.store;

import io.partyline.port.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is left of a show, made from its journal and its stems, as often as one likes.
public final class Exports {
    /// The stem of the program.
    static final String MIX = "00_Mix";

    /// Where the stems are, seen from beside the project file.
    static final String STEMS = "stems/";

    private static final String ZIP = "application/zip";
    private static final String BUNDLE = "bundle";

    /// A file, and what it is on the web.
    public record Export(String contentType, String fileName, Content content) {
        /// Whether it can be shown on a screen.
        public boolean isText() {
            return !contentType.equals(ZIP);
        }
    }

    /// Writes a file.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it, and leaves the stream open.
        ///
        /// @throws IOException if a stem cannot be read, or whoever wanted the file has gone
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes a text of a show.
    private interface Text {
        String of(ShowFile show) throws IOException;
    }

    private record Format(String contentType, String fileName, Text text) {}

    private static final String PLAIN = "text/plain; charset=utf-8";

    private static final Map<String, Format> FORMATS =
            new TreeMap<>(
                    Map.ofEntries(
                            text("json", "application/json", "transcript.json", Transcript::json),
                            text("txt", PLAIN, "transcript.txt", Transcript::txt),
                            text(
                                    "vtt",
                                    "text/vtt; charset=utf-8",
                                    "transcript.vtt",
                                    Transcript::vtt),
                            text(
                                    "srt",
                                    "application/x-subrip; charset=utf-8",
                                    "transcript.srt",
                                    Transcript::srt),
                            text(
                                    "chapters",
                                    "application/json+chapters",
                                    "chapters.json",
                                    Chapters::json),
                            text("ffmetadata", PLAIN, "chapters.ffmeta", Chapters::ffmetadata),
                            text("youtube", PLAIN, "youtube.txt", Chapters::youtube),
                            text("labels", PLAIN, "labels.txt", Chapters::labels),
                            text("rpp", PLAIN, "session.rpp", Reaper::project),
                            text(
                                    "notes",
                                    "text/markdown; charset=utf-8",
                                    "notes.md",
                                    Notes::markdown),
                            text("events", "application/json", "show.json", EventLog::json),
                            text("log", PLAIN, "as-run.txt", show -> AsRunLog.of(show.entries()))));

    private Exports() {}

    private static Map.Entry<String, Format> text(
            String format, String contentType, String fileName, Text text) {
        return Map.entry(format, new Format(contentType, fileName, text));
    }

    /// The formats there are, in order of their names.
    public static List<String> formats() {
        return Stream.concat(FORMATS.keySet().stream(), Stream.of(BUNDLE)).sorted().toList();
    }

    /// A show in a format; empty if there is no such format. Texts are made at once, the bundle
    /// while it is being written.
    ///
    /// @param data the data folder
    /// @param entries all events of the show, at least one
    public static Optional<Export> export(String format, Path data, List<Journal.Entry> entries) {
        ShowFile show = ShowFile.of(data, entries);
        if (format.equals(BUNDLE)) {
            var bundle = new Bundle(show);
            return Optional.of(new Export(ZIP, bundle.fileName(), bundle::writeTo));
        }
        return Optional.ofNullable(FORMATS.get(format)).map(known -> export(known, show));
    }

    private static Export export(Format format, ShowFile show) {
        try {
            byte[] text = format.text().of(show).getBytes(StandardCharsets.UTF_8);
            return new Export(format.contentType(), format.fileName(), out -> out.write(text));
        } catch (IOException e) {
            throw new UncheckedIOException("The stems of the show cannot be read.", e);
        }
    }

    /// All the texts, in the order of their formats.
    static List<Export> texts(ShowFile show) {
        return FORMATS.values().stream().map(format -> export(format, show)).toList();
    }
}
