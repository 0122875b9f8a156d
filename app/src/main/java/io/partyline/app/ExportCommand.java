package io.partyline.app;

import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import io.partyline.store.Exports;
import io.partyline.store.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `partyline export`: what is left of a show, as files or on the screen.
record ExportCommand(Path folder, Map<String, String> environment) {
    private static final Set<String> OPTIONS = Set.of("format", "out");

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, Set.of());
        var settings =
                new Settings(Places.read(folder, environment, arguments.settings(OPTIONS)), folder);
        try (Journal journal = new SqliteJournal(settings.data())) {
            List<Journal.Entry> entries = journal.replay(show(arguments, journal));
            if (entries.isEmpty()) {
                throw new UsageException("There is no such show. There are: " + journal.shows());
            }
            return export(arguments, entries);
        }
    }

    private static ShowId show(Arguments arguments, Journal journal) {
        if (arguments.words().size() != 1) {
            throw new UsageException("Say which show. There are: " + journal.shows());
        }
        return new ShowId(arguments.words().getFirst());
    }

    private int export(Arguments arguments, List<Journal.Entry> entries) {
        String format = arguments.option("format").orElse("txt");
        Exports.Export export =
                Exports.export(format, entries)
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no format \"%s\". There are: %s."
                                                .formatted(
                                                        format,
                                                        String.join(", ", Exports.formats()))));
        if (!arguments.has("out")) {
            System.out.print(export.text());
            return 0;
        }
        Path out = folder.resolve(arguments.option("out").orElseThrow()).resolve(export.fileName());
        try {
            Files.createDirectories(out.getParent());
            Files.writeString(out, export.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(out), e);
        }
        System.out.println(out);
        return 0;
    }
}
