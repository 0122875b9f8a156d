package io.partyline.app;

import io.partyline.exports.RecordedStem;
import io.partyline.exports.RecordedStems;
import io.partyline.files.Private;
import io.partyline.http.RecordingInfo;
import io.partyline.show.Show;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What the recorder has to tell the host, from the show and from the disk.
final class Recordings {
    private static final String ENDING = ".wav";
    private static final int BYTES_A_SECOND = 3 * 48_000;
    private static final int SECONDS_AN_HOUR = 3_600;

    private Recordings() {}

    static RecordingInfo of(Show show, Path data) {
        List<RecordingInfo.Stem> stems = stems(WavStemRecorder.stems(data, show.id()));
        double bytesAnHour = (double) BYTES_A_SECOND * SECONDS_AN_HOUR * Math.max(1, stems.size());
        return new RecordingInfo(
                show.open() && show.recording().runs(),
                show.recording().problem(),
                stems,
                OptionalDouble.of(data.toFile().getUsableSpace() / bytesAnHour));
    }

    /// The stems of any show, for what is exported of it.
    static RecordedStems stemsIn(Path data) {
        return show ->
                StemFile.in(WavStemRecorder.stems(data, show)).stream()
                        .map(Recordings::toExport)
                        .toList();
    }

    private static RecordedStem toExport(StemFile stem) {
        String file = stem.path().getFileName().toString();
        return new RecordedStem(stem.name(), file, stem.samples(), stem::copy);
    }

    private static List<RecordingInfo.Stem> stems(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(Private::isFile)
                    .sorted()
                    .map(Recordings::stem)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordingInfo.Stem stem(Path file) {
        String name = file.getFileName().toString();
        long seconds = file.toFile().length() * 1_000 / BYTES_A_SECOND;
        return new RecordingInfo.Stem(name.substring(0, name.length() - ENDING.length()), seconds);
    }
}
