package io.partyline.exports;

import io.partyline.port.Exports;
import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is left of a show, made from its events, and with its stems where a form holds sound.
///
/// Texts are made at once, sound and the bundle while they are being written. Safe for use by many
/// threads at once.
public final class ShowExports implements Exports {
    /// The stem of the program.
    static final String MIX = "00_Mix";

    /// Where the stems are, seen from beside the project file.
    static final String STEMS = "stems/";

    private static final String BUNDLE = "bundle";

    /// The mix as it is published.
    private static final String PUBLISHED = "mix";

    /// What that is called.
    static final String PUBLISHED_FILE = "mix.wav";

    /// Makes a text of a show.
    private interface Text {
        String of(ShowFile show) throws IOException;
    }

    private record Format(String contentType, String fileName, Text text) {}

    private static final String PLAIN = "text/plain; charset=utf-8";

    private static final Map<String, Format> FORMATS =
            new TreeMap<>(
                    Map.ofEntries(
                            published(
                                    "json",
                                    "application/json",
                                    "transcript.json",
                                    Transcript::json),
                            published("txt", PLAIN, "transcript.txt", Transcript::txt),
                            published(
                                    "vtt",
                                    "text/vtt; charset=utf-8",
                                    "transcript.vtt",
                                    Transcript::vtt),
                            published(
                                    "srt",
                                    "application/x-subrip; charset=utf-8",
                                    "transcript.srt",
                                    Transcript::srt),
                            published(
                                    "chapters",
                                    "application/json+chapters",
                                    "chapters.json",
                                    Chapters::json),
                            published("ffmetadata", PLAIN, "chapters.ffmeta", Chapters::ffmetadata),
                            published("youtube", PLAIN, "youtube.txt", Chapters::youtube),
                            text("labels", PLAIN, "labels.txt", Chapters::labels),
                            text("rpp", PLAIN, "session.rpp", Reaper::project),
                            published(
                                    "notes",
                                    "text/markdown; charset=utf-8",
                                    "notes.md",
                                    Notes::markdown),
                            text("events", "application/json", "show.json", EventLog::json),
                            text("log", PLAIN, "as-run.txt", show -> AsRunLog.of(show.entries()))));

    private final Function<ShowId, List<Journal.Entry>> journal;
    private final RecordedStems stems;

    /// Exports of every show there is.
    ///
    /// @param journal all events of a show; safe for use by many threads at once
    public ShowExports(Function<ShowId, List<Journal.Entry>> journal, RecordedStems stems) {
        this.journal = journal;
        this.stems = stems;
    }

    private static Map.Entry<String, Format> text(
            String format, String contentType, String fileName, Text text) {
        return Map.entry(format, new Format(contentType, fileName, text));
    }

    /// What goes to listeners leaves out what was dumped, as the published mix does; what goes with
    /// the stems does not.
    private static Map.Entry<String, Format> published(
            String format, String contentType, String fileName, Text text) {
        return text(format, contentType, fileName, show -> text.of(show.published()));
    }

    @Override
    public List<String> formats() {
        return Stream.concat(FORMATS.keySet().stream(), Stream.of(BUNDLE, PUBLISHED))
                .sorted()
                .toList();
    }

    @Override
    public Optional<Export> export(ShowId show, String format) {
        ShowFile file = ShowFile.of(journal.apply(show), stems);
        if (format.equals(BUNDLE)) {
            var bundle = new Bundle(file);
            return Optional.of(new Export(Export.ZIP, bundle.fileName(), bundle::writeTo));
        }
        if (format.equals(PUBLISHED)) {
            return Optional.of(new Export(Export.WAV, PUBLISHED_FILE, mix(file)));
        }
        return Optional.ofNullable(FORMATS.get(format)).map(known -> export(known, file));
    }

    private static Content mix(ShowFile show) {
        try {
            Samples mix = show.mix().orElseThrow(() -> new FileNotFoundException(ShowExports.MIX));
            return mix(show, mix);
        } catch (FileNotFoundException none) {
            throw new UncheckedIOException("Nothing of this show was recorded.", none);
        } catch (IOException e) {
            throw new UncheckedIOException("The mix of the show cannot be read.", e);
        }
    }

    static Content mix(ShowFile show, Samples mix) {
        return new MixDown(StemSound.of(mix, show.dumped()))::writeTo;
    }

    private static Export export(Format format, ShowFile show) {
        try {
            return Export.text(format.contentType(), format.fileName(), format.text().of(show));
        } catch (IOException e) {
            throw new UncheckedIOException("The stems of the show cannot be read.", e);
        }
    }

    /// All the texts, in the order of their formats.
    static List<Export> texts(ShowFile show) {
        return FORMATS.values().stream().map(format -> export(format, show)).toList();
    }
}
