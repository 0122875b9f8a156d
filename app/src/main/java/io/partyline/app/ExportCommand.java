package io.partyline.app;

import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import io.partyline.store.Exports;
import io.partyline.store.Private;
import io.partyline.store.SqliteJournal;

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
        try (Journal journal = SqliteJournal.reading(settings.data())) {
            List<Journal.Entry> entries = journal.replay(show(arguments, journal));
            if (entries.isEmpty()) {
                throw new UsageException("There is no such show. There are: " + journal.shows());
            }
            return export(arguments, settings.data(), entries);
        }
    }

    private static ShowId show(Arguments arguments, Journal journal) {
        if (arguments.words().size() != 1) {
            throw new UsageException("Say which show. There are: " + journal.shows());
        }
        return new ShowId(arguments.words().getFirst());
    }

    private int export(Arguments arguments, Path data, List<Journal.Entry> entries) {
        String format = arguments.option("format").orElse("txt");
        Exports.Export export =
                Exports.export(format, data, entries)
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no format \"%s\". There are: %s."
                                                .formatted(
                                                        format,
                                                        String.join(", ", Exports.formats()))));
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

    private static void write(Exports.Export export, Optional<Path> folder) throws IOException {
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
