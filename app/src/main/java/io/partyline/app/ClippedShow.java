package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.files.DiskTrouble;
import io.partyline.files.Private;
import io.partyline.http.RecordedShow;
import io.partyline.http.RecordingInfo;
import io.partyline.port.ControlRoom;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.stems.LateStem;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// The recording of the show that is running, the host's own recording of any, and clips of the end
/// of the first in the folder of carts, which notices them by itself.
///
/// A clip is written under a hidden name and is there whole or not at all.
///
/// @param data the data folder
/// @param late takes the host's own recording
/// @param carts the folder of carts; made if it is not there
record ClippedShow(ControlRoom room, Path data, LateStem late, Path carts) implements RecordedShow {
    private static final String MIX = "00_Mix";
    private static final long A_SECOND = Frames.RATE;

    @Override
    public RecordingInfo info() {
        return Recordings.of(room, data);
    }

    @Override
    public Optional<String> clip(Duration last) {
        try {
            Optional<StemFile> mix = mix();
            return mix.isPresent() ? Optional.of(clip(mix.get(), last)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The clip could not be written: " + DiskTrouble.why(e), e);
        }
    }

    @Override
    public OptionalInt keep(ShowId show, long at, float[] samples) {
        return late.keep(show, at, samples);
    }

    private Optional<StemFile> mix() throws IOException {
        return StemFile.in(WavStemRecorder.stems(data, room.show().id())).stream()
                .filter(stem -> stem.name().equals(MIX) && stem.samples() > 0)
                .findFirst();
    }

    private synchronized String clip(StemFile mix, Duration last) throws IOException {
        long from = Math.max(0, mix.samples() - Frames.samplesOf(last));
        Path hidden = Private.file(Private.newFolder(carts).resolve(".clip.part"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(hidden))) {
            mix.copy(from, mix.samples(), out);
        }
        String name = free(name(room.show(), from));
        Files.move(hidden, carts.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /// By the place in the show at which it begins, and the show.
    private static String name(Show show, long from) {
        Duration at = Duration.ofSeconds(from / A_SECOND);
        return "clip-%s-%dh%02dm%02ds"
                .formatted(show.id(), at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    private String free(String name) {
        String free = name + ".wav";
        for (int i = 2; Files.exists(carts.resolve(free)); i++) {
            free = name + "-" + i + ".wav";
        }
        return free;
    }
}
