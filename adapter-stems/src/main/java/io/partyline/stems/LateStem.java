package io.partyline.stems;

import io.partyline.files.DiskTrouble;
import io.partyline.files.Private;
import io.partyline.port.StemException;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;

/// The host's own recording of a show, made where they sat: a stem that comes after the fact, in
/// slices, each with its place in the show.
///
/// It is never longer than the stems that were recorded here, and as long as they are once the show
/// is over; what has not come is silence. A slice is on the disk once [#keep] returns, and may come
/// again. Safe for use by many threads.
public final class LateStem {
    /// What it is called: beside the host's stem, of which it is the better copy.
    public static final String NAME = "01_Host-Local";

    private final Path folder;
    private final Lock writing;

    /// @param folder the data folder
    /// @param writing held by whoever changes how long the stems of a show are
    LateStem(Path folder, Lock writing) {
        this.folder = folder;
        this.writing = writing;
    }

    /// Writes a slice.
    ///
    /// @param at the show position of its first sample
    /// @param samples mono at 48 kHz, -1 to 1
    /// @return how many of them lie within the show; empty if there is no recording of it
    /// @throws StemException with a sentence for the host, if it cannot be written
    public OptionalInt keep(ShowId show, long at, float[] samples) {
        writing.lock();
        try {
            Path stems = WavStemRecorder.stems(folder, show);
            List<StemFile> others = recorded(stems);
            return others.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(write(stems, others, at, samples));
        } catch (IOException e) {
            throw trouble(e);
        } finally {
            writing.unlock();
        }
    }

    private List<StemFile> recorded(Path stems) throws IOException {
        if (!Files.isDirectory(stems, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        Private.requireInside(folder, stems);
        return StemFile.in(stems).stream().filter(stem -> !stem.name().equals(NAME)).toList();
    }

    private static int write(Path stems, List<StemFile> others, long at, float[] samples)
            throws IOException {
        long end = others.stream().mapToLong(StemFile::samples).max().orElseThrow();
        int count = Math.clamp(end - at, 0, samples.length);
        LocalDateTime begun = others.getFirst().begun();
        try (WavStem stem = WavStem.open(ours(stems), begun)) {
            stem.extend(end);
            stem.write(at, samples, count);
        } catch (StemException e) {
            throw e.getCause() instanceof IOException disk ? trouble(disk) : e;
        }
        return count;
    }

    /// The recording in the studio has not stopped, whatever is wrong with this one.
    private static StemException trouble(IOException cause) {
        return new StemException(
                "The host's own recording cannot be kept: " + DiskTrouble.why(cause), cause);
    }

    private static Path ours(Path stems) throws IOException {
        Path file = StemFile.file(stems, NAME);
        if (!WavStemRecorder.ours(file)) {
            throw new StemException(
                    "The host's own recording cannot be kept: in its place lies a file of somebody"
                            + " else's. Move %s.wav out of the show's folder of stems."
                                    .formatted(NAME));
        }
        return file;
    }
}
