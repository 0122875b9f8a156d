package io.partyline.exports;

import io.partyline.files.DiskTrouble;
import io.partyline.files.Private;
import io.partyline.port.Archive;
import io.partyline.port.Exports.Export;
import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every text of a show in the show's own folder, beside the folder with its stems, so that the
/// project file finds them.
///
/// Each file is there whole or not at all: it is written beside the old one, and then takes its
/// place. Safe for use by many threads, for one show by one at a time.
///
/// @param journal all events of a show
/// @param folder where a show's folder is
public record ShowFolder(
        Function<ShowId, List<Journal.Entry>> journal,
        RecordedStems stems,
        Function<ShowId, Path> folder)
        implements Archive {
    /// What a file is called that is not whole yet.
    private static final String UNFINISHED = ".part";

    /// Stems are one folder below.
    private static final int DEPTH = 2;

    @Override
    public List<String> file(ShowId show) {
        Path place = folder.apply(show);
        try {
            Private.newFolder(place);
            for (Export text : ShowExports.texts(ShowFile.of(journal.apply(show), stems))) {
                write(place, text);
            }
            return left(show).stream().map(Left::name).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The transcript, chapters and notes of the show could not be written: "
                            + DiskTrouble.why(e),
                    e);
        }
    }

    private static void write(Path place, Export text) throws IOException {
        Path part = Private.file(place.resolve(text.fileName() + UNFINISHED));
        try (OutputStream out = Files.newOutputStream(part)) {
            text.content().writeTo(out);
        }
        Files.move(
                part,
                place.resolve(text.fileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<Left> left(ShowId show) {
        Path place = folder.apply(show);
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Left(name(place, file), file.toFile().length()))
                    .filter(file -> !file.name().endsWith(UNFINISHED))
                    .sorted(Comparator.comparing(Left::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The files of the show could not be read: " + DiskTrouble.why(e), e);
        }
    }

    private static String name(Path place, Path file) {
        return place.relativize(file).toString().replace('\\', '/');
    }

    /// A link is deleted, and not what it leads to.
    @Override
    public void delete(ShowId show) {
        Path place = folder.apply(show);
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The files of the show could not be deleted: " + DiskTrouble.why(e), e);
        }
    }
}
