package io.partyline.store;

import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Stems as WAV files in `shows/<show>/stems` of the data folder.
///
/// A show that goes on after a crash finds its files again and writes on in them at their place;
/// what was missed is silence.
public final class WavStemRecorder implements StemRecorder {
    private static final String ENDING = ".wav";

    private final Path folder;
    private final Supplier<LocalDateTime> clock;
    private final Map<Path, WavStem> open = new HashMap<>();

    /// Opens the recorder.
    ///
    /// @param folder the data folder
    /// @param clock local time, noted in a file when it is begun
    public WavStemRecorder(Path folder, Supplier<LocalDateTime> clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Where the stems of a show lie.
    public static Path stems(Path dataFolder, ShowId show) {
        return dataFolder
                .resolve("shows")
                .resolve(StemFileNames.safe(show.value()))
                .resolve("stems");
    }

    @Override
    public Stem open(ShowId show, String name) {
        try {
            Path stems = Private.folder(stems(folder, show));
            Path file = free(stems, StemFileNames.safe(name));
            var stem = WavStem.open(file, clock.get());
            open.put(file, stem);
            return stem;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// A file of that name which is there and not open was left by a crash: it is gone on with.
    private Path free(Path stems, String name) {
        Path file = stems.resolve(name + ENDING);
        for (int i = 2; open.containsKey(file); i++) {
            file = stems.resolve(name + "-" + i + ENDING);
        }
        return file;
    }

    @Override
    public void finish(ShowId show, long length) {
        Path stems = stems(folder, show);
        var failures = new ArrayList<IOException>();
        for (Path file : files(stems)) {
            try {
                close(file);
                try (WavStem stem = WavStem.open(file, clock.get())) {
                    stem.extend(length);
                }
            } catch (IOException e) {
                failures.add(e);
            }
        }
        open.keySet().removeIf(file -> file.startsWith(stems));
        if (!failures.isEmpty()) {
            throw failed(failures.getFirst());
        }
    }

    private void close(Path file) {
        WavStem stem = open.get(file);
        if (stem != null) {
            stem.close();
        }
    }

    private static List<Path> files(Path stems) {
        if (!Files.isDirectory(stems)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stems)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        open.values().forEach(WavStem::close);
        open.clear();
    }

    static StemException failed(IOException cause) {
        return new StemException(
                "The recording cannot be written: the disk is full or out of reach. The show goes on.",
                cause);
    }
}
