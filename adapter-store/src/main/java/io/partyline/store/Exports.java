package io.partyline.store;

import io.partyline.port.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is left of a show, made from its journal alone, as often as one likes.
public final class Exports {
    /// A text, and what it is on the web.
    public record Export(String contentType, String fileName, String text) {}

    private record Format(String contentType, String fileName, Function<ShowFile, String> write) {}

    private static final Map<String, Format> FORMATS =
            Map.of(
                    "json", new Format("application/json", "transcript.json", Transcript::json),
                    "txt",
                            new Format(
                                    "text/plain; charset=utf-8", "transcript.txt", Transcript::txt),
                    "vtt", new Format("text/vtt; charset=utf-8", "transcript.vtt", Transcript::vtt),
                    "srt", new Format("application/x-subrip", "transcript.srt", Transcript::srt),
                    "chapters",
                            new Format(
                                    "application/json+chapters", "chapters.json", Chapters::json),
                    "ffmetadata",
                            new Format(
                                    "text/plain; charset=utf-8",
                                    "chapters.ffmeta",
                                    Chapters::ffmetadata),
                    "labels",
                            new Format("text/plain; charset=utf-8", "labels.txt", Chapters::labels),
                    "log",
                            new Format(
                                    "text/plain; charset=utf-8",
                                    "as-run.txt",
                                    show -> AsRunLog.of(show.entries())));

    private Exports() {}

    /// The formats there are, in order of their names.
    public static List<String> formats() {
        return FORMATS.keySet().stream().sorted().toList();
    }

    /// A show in a format; empty if there is no such format.
    ///
    /// @param entries all events of the show, at least one
    public static Optional<Export> export(String format, List<Journal.Entry> entries) {
        return Optional.ofNullable(FORMATS.get(format))
                .map(known ->
                        new Export(
                                known.contentType(),
                                known.fileName(),
                                known.write().apply(ShowFile.of(entries))));
    }
}
