package io.partyline.stems;

import io.partyline.files.FileNames;
import io.partyline.files.Private;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stems as WAV files in `shows/<show>/stems` of the data folder.
///
/// A show that goes on after a crash finds its files again and writes on in them at their place;
/// what was missed is silence. A file that is none of ours is never touched.
public final class WavStemRecorder implements StemRecorder {
    private final Path folder;
    private final Supplier<LocalDateTime> clock;

    /// Held while stems of a show get their length.
    private final Lock lengths = new ReentrantLock();

    /// By [#key]; the stems of a running show stay here when they are closed, for their names.
    private final Map<String, Stem> taken = new HashMap<>();

    /// Opens the recorder.
    ///
    /// @param folder the data folder
    /// @param clock local time; that of a show's first stem is noted in all of its stems
    public WavStemRecorder(Path folder, Supplier<LocalDateTime> clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// What takes the host's own recording, beside the stems of this recorder.
    public LateStem late() {
        return new LateStem(folder, lengths);
    }

    /// Where the stems of a show lie.
    public static Path stems(Path dataFolder, ShowId show) {
        return folder(dataFolder, show).resolve("stems");
    }

    /// The folder of a show, in which its stems have theirs.
    public static Path folder(Path dataFolder, ShowId show) {
        return dataFolder.resolve("shows").resolve(FileNames.safe(show.value()));
    }

    @Override
    public Stem open(ShowId show, String name) {
        try {
            Path stems = stems(folder, show);
            Private.requireInside(folder, stems);
            Private.folder(stems);
            Path file = free(stems, FileNames.safe(PhoneNumbers.hidden(name)));
            var stem = WavStem.open(file, begun(stems));
            keep(file, stem);
            return stem;
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// Whoever writes in a file, until its show is finished.
    void keep(Path file, Stem stem) {
        taken.put(key(file), stem);
    }

    /// A stem of that name which is there and not open was left by a crash: it is gone on with.
    private Path free(Path stems, String name) throws IOException {
        Path file = StemFile.file(stems, name);
        for (int i = 2; taken.containsKey(key(file)) || !ours(file); i++) {
            file = StemFile.file(stems, name + "-" + i);
        }
        return file;
    }

    /// Some file systems take names that differ only in their capitals for the same.
    private static String key(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    /// Whether we may write there. An empty file is what a crash leaves of a stem just begun.
    static boolean ours(Path file) throws IOException {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || (Private.isFile(file)
                        && (Files.size(file) == 0 || StemFile.of(file).isPresent()));
    }

    /// Show zero is the same in all stems of a show, so that editors can line them up by it.
    private LocalDateTime begun(Path stems) throws IOException {
        return StemFile.in(stems).stream().map(StemFile::begun).findFirst().orElseGet(clock);
    }

    @Override
    public void finish(ShowId show, long length) {
        Path stems = stems(folder, show);
        List<StemException> failures = finishAll(stems, length);
        taken.keySet().removeIf(file -> file.startsWith(key(stems)));
        tell(failures);
    }

    private List<StemException> finishAll(Path stems, long length) {
        var failures = new ArrayList<StemException>();
        lengths.lock();
        try {
            for (Path file : files(stems)) {
                finish(stems, file, length, failures);
            }
        } finally {
            lengths.unlock();
        }
        return failures;
    }

    private void finish(Path stems, Path file, long length, List<StemException> failures) {
        try {
            finish(stems, file, length);
        } catch (StemException e) {
            failures.add(e);
        } catch (IOException e) {
            failures.add(StemTrouble.of(e));
        }
    }

    private void finish(Path stems, Path file, long length) throws IOException {
        if (!ours(file)) {
            return;
        }
        Stem open = taken.get(key(file));
        if (open != null) {
            open.close();
        }
        Optional<StemFile> known = StemFile.of(file);
        LocalDateTime begun = known.isPresent() ? known.get().begun() : begun(stems);
        try (WavStem stem = WavStem.open(file, begun)) {
            stem.extend(length);
        }
    }

    @Override
    public List<String> delete(ShowId show, Set<String> names) {
        Set<String> safe =
                names.stream()
                        .map(name -> FileNames.safe(PhoneNumbers.hidden(name)))
                        .collect(Collectors.toSet());
        var deleted = new ArrayList<String>();
        for (Path file : files(stems(folder, show))) {
            String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            if (safe.contains(name) || safe.contains(name.replaceFirst("-\\d+$", ""))) {
                delete(file);
                deleted.add(name);
            }
        }
        return List.copyOf(deleted);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// Only once everything else is done: one stem that fails must not cost the others anything.
    private static void tell(List<StemException> failures) {
        if (failures.isEmpty()) {
            return;
        }
        StemException first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    private List<Path> files(Path stems) {
        if (!Files.isDirectory(stems)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stems)) {
            Private.requireInside(folder, stems);
            return files.filter(StemFile::named).filter(Private::isFile).sorted().toList();
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    @Override
    public void close() {
        var failures = new ArrayList<StemException>();
        for (Stem stem : taken.values()) {
            try {
                stem.close();
            } catch (StemException e) {
                failures.add(e);
            }
        }
        taken.clear();
        tell(failures);
    }
}
