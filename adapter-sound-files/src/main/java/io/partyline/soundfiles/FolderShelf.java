package io.partyline.soundfiles;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A folder of sound files as a shelf.
///
/// It is looked at every two seconds: that sees every kind of change on every kind of disk, a
/// network's included, where a system's own word of it does not come. A file is opened, asked for
/// its tags and tried out when it is new or has changed.
///
/// Safe for use by many threads.
public final class FolderShelf implements SoundShelf {
    private static final System.Logger LOG = System.getLogger(FolderShelf.class.getName());

    /// How often the folder is looked at.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// So much of a file is decoded to see whether it can be.
    private static final int TRIED = Frames.RATE / 10;

    private final Path folder;
    private final boolean wanted;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Contents contents = new Contents(Map.of(), List.of());
    private volatile Optional<String> trouble = Optional.empty();

    /// @param files by id
    private record Contents(Map<String, Scan.Found> files, List<Piece> pieces) {
        Optional<Piece> piece(String id, long version) {
            return pieces.stream()
                    .filter(piece -> piece.id().equals(id) && piece.version() == version)
                    .findFirst();
        }
    }

    /// A shelf that has not been looked at.
    ///
    /// @param wanted whether it is trouble if the folder is not there
    public FolderShelf(Path folder, boolean wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public List<Piece> pieces() {
        return contents.pieces();
    }

    @Override
    public void watch(Runnable changed) {
        look(changed);
        Thread.ofVirtual().name("shelf").start(() -> keepLooking(changed));
    }

    private void keepLooking(Runnable changed) {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                look(changed);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Runnable changed) {
        try {
            if (look()) {
                changed.run();
            }
        } catch (RuntimeException mistake) {
            // Whatever it was, the next look may see more.
            LOG.log(Level.ERROR, "the folder %s cannot be looked at".formatted(folder), mistake);
        }
    }

    /// Looks once, on the thread of whoever asks.
    ///
    /// @return whether [#pieces] has become another list
    public synchronized boolean look() {
        Contents before = contents;
        Map<String, Scan.Found> files = found();
        if (files.equals(before.files())) {
            return false;
        }
        var pieces = new ArrayList<Piece>();
        files.forEach((id, file) ->
                pieces.add(before.piece(id, file.version()).orElseGet(() -> inspected(id, file))));
        contents = new Contents(Map.copyOf(files), List.copyOf(pieces));
        return !contents.pieces().equals(before.pieces());
    }

    /// What cannot be looked at is empty, and the next look may see more.
    private Map<String, Scan.Found> found() {
        try {
            Scan scan = Scan.of(folder);
            trouble =
                    scan.isTooMany()
                            ? Optional.of(
                                    "There are more than %,d files in %s: the others are left out."
                                            .formatted(Scan.MOST, folder))
                            : Optional.empty();
            return new TreeMap<>(scan.files());
        } catch (NoSuchFileException missing) {
            LOG.log(Level.DEBUG, "no folder", missing);
            trouble = missing();
        } catch (AccessDeniedException denied) {
            LOG.log(Level.DEBUG, "no way in", denied);
            trouble = Optional.of("The folder %s may not be read.".formatted(folder));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the folder %s cannot be read".formatted(folder), failed);
            trouble = Optional.of("The folder %s cannot be read.".formatted(folder));
        }
        return Map.of();
    }

    private Optional<String> missing() {
        return wanted ? Optional.of("There is no folder %s.".formatted(folder)) : Optional.empty();
    }

    private static Piece inspected(String id, Scan.Found file) {
        var sound = new SoundFile(file.path(), id);
        try (Decoder decoder = sound.open()) {
            boolean any = sound.attempt(() -> tried(decoder));
            Optional<Duration> length = length(decoder);
            return any
                    ? piece(id, file, decoder.tags(), length, Optional.empty())
                    : broken(
                            id,
                            file,
                            "\"%s\" cannot be played: there is no sound in it.".formatted(id));
        } catch (SoundException broken) {
            return broken(id, file, String.valueOf(broken.getMessage()));
        } catch (IOException notClosed) {
            LOG.log(Level.WARNING, "a file could not be closed", notClosed);
            return broken(id, file, "\"%s\" cannot be read.".formatted(id));
        }
    }

    private static boolean tried(Decoder decoder) throws IOException {
        var some = new float[TRIED];
        int decoded = 0;
        int count = decoder.read(some);
        while (count > 0 && decoded < TRIED) {
            decoded += count;
            count = decoder.read(some);
        }
        return decoded > 0;
    }

    private static Optional<Duration> length(Decoder decoder) {
        OptionalLong samples = decoder.samples();
        return samples.isPresent()
                ? Optional.of(Duration.ofMillis(samples.getAsLong() * 1_000 / decoder.rate()))
                : Optional.empty();
    }

    private static Piece broken(String id, Scan.Found file, String trouble) {
        return piece(id, file, Tags.NONE, Optional.empty(), Optional.of(trouble));
    }

    private static Piece piece(
            String id,
            Scan.Found file,
            Tags tags,
            Optional<Duration> length,
            Optional<String> trouble) {
        String title = tags.title().isBlank() ? fileName(file.path()) : tags.title();
        return new Piece(id, title, tags.artist(), length, trouble, file.version());
    }

    /// Without its ending, and fit to be shown.
    private static String fileName(Path path) {
        String name = path.getFileName().toString();
        String shown = new Tags(name.substring(0, name.lastIndexOf('.')), "").title();
        return shown.isBlank() ? name : shown;
    }

    @Override
    public SoundStream open(String id) {
        Scan.Found file = contents.files().get(id);
        if (file == null) {
            throw new SoundException("\"%s\" is not in its folder.".formatted(id));
        }
        return new FileStream(new SoundFile(file.path(), id));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
