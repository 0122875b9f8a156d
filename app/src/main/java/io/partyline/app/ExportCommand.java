package io.partyline.app;

import io.partyline.exports.ShowExports;
import io.partyline.files.Private;
import io.partyline.port.Exports;
import io.partyline.port.Exports.Export;
import io.partyline.show.ShowId;
import io.partyline.store.JournalReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `partyline export`: what is left of a show, as files or on the screen.
record ExportCommand(Path folder, Map<String, String> environment) {
    private static final Arguments.Known OPTIONS =
            new Arguments.Known(List.of(), List.of("format", "out"));

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, OPTIONS);
        var settings = new Settings(Places.read(folder, environment, arguments.settings()), folder);
        try (JournalReader journal = JournalReader.open(settings.data())) {
            ShowId show = show(arguments, journal);
            if (!journal.shows().contains(show)) {
                throw new UsageException("There is no such show. There are: " + journal.shows());
            }
            var exports = new ShowExports(journal::replay, Recordings.stemsIn(settings.data()));
            return export(arguments, exports, show);
        }
    }

    private static ShowId show(Arguments arguments, JournalReader journal) {
        if (arguments.words().size() != 1) {
            throw new UsageException("Say which show. There are: " + journal.shows());
        }
        return new ShowId(arguments.words().getFirst());
    }

    private int export(Arguments arguments, Exports exports, ShowId show) {
        String format = arguments.option("format").orElse("txt");
        Export export =
                exports.export(show, format)
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no format \"%s\". There are: %s."
                                                .formatted(
                                                        format,
                                                        String.join(", ", exports.formats()))));
        Optional<Path> out = arguments.option("out").map(folder::resolve);
        if (out.isEmpty() && !export.isText()) {
            throw new UsageException(
                    "The format \"%s\" is no text: say with --out FOLDER where to put it."
                            .formatted(format));
        }
        try {
            write(export, out);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file %s cannot be written.".formatted(export.fileName()), e);
        }
    }

    private static void write(Export export, Optional<Path> folder) throws IOException {
        if (folder.isEmpty()) {
            export.content().writeTo(System.out);
            return;
        }
        Path file = Private.file(Private.newFolder(folder.get()).resolve(export.fileName()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.content().writeTo(out);
        }
        System.out.println(file);
    }
}
