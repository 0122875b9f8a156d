package io.partyline.app;

import io.partyline.show.ShowId;
import io.partyline.stems.WavStemRecorder;
import io.partyline.store.SqliteJournal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Says what a show has left behind.
final class LeftFiles {
    private static final double MEGABYTE = 1_000_000;

    private LeftFiles() {}

    static void print(Path data, ShowId show, PrintStream out) {
        out.println();
        out.println("What the show left in " + data + ":");
        out.printf("  %-28s the journal%n", SqliteJournal.FILE);
        try (Stream<Path> files = Files.walk(WavStemRecorder.folder(data, show))) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> print(data, file, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.printf("To make the texts anew: ./partyline export %s --data %s%n", show, data);
    }

    private static void print(Path data, Path file, PrintStream out) {
        try {
            out.printf("  %s  %.2f MB%n", data.relativize(file), Files.size(file) / MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
