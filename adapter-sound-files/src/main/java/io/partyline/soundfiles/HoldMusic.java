package io.partyline.soundfiles;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A hold bed of the host's own: a file, or all files of a folder one behind the other, in memory.
///
/// It is brought to the level of the bed that ships, well under a voice: music as it is sold is
/// louder than any caller.
public final class HoldMusic {
    /// So much is kept of it; at 48 kHz that is 58 MB.
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /// Shorter is no music, and a carrier would ask for it without end.
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /// What is cut off ends softly.
    private static final int FADE = Frames.RATE;

    /// The root of the mean square of the bed that ships, about: 29 dB below full scale.
    private static final double LEVEL = 0.035;

    private HoldMusic() {}

    /// The bed, mono at 48 kHz.
    ///
    /// @param place a file, or a folder with at least one file that can be played
    /// @throws SoundException with a sentence for the host
    public static float[] read(Path place) {
        List<SoundFile> files = files(place);
        var bed = new float[Frames.samplesOf(LONGEST)];
        int length = 0;
        for (SoundFile file : files) {
            length += read(file, bed, length);
        }
        if (length < Frames.samplesOf(SHORTEST)) {
            throw new SoundException("The hold music in %s is too short.".formatted(place));
        }
        boolean cut = length == bed.length;
        return level(softEnd(Arrays.copyOf(bed, length), cut));
    }

    private static List<SoundFile> files(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(new SoundFile(real(place), place.getFileName().toString()));
        }
        try {
            var files = new ArrayList<SoundFile>();
            Scan.of(place)
                    .files()
                    .forEach((id, found) -> files.add(new SoundFile(found.path(), id)));
            if (files.isEmpty()) {
                throw new SoundException("There is no sound file in %s.".formatted(place));
            }
            return files;
        } catch (IOException failed) {
            throw new SoundException("There is no hold music at %s.".formatted(place), failed);
        }
    }

    /// The host has named it, so a link is fine.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException failed) {
            throw new SoundException("There is no hold music at %s.".formatted(file), failed);
        }
    }

    private static int read(SoundFile file, float[] bed, int from) {
        var piece = new float[Frames.SAMPLES];
        int at = from;
        try (SoundStream stream = new FileStream(file)) {
            for (int count = stream.read(piece);
                    count > 0 && at < bed.length;
                    count = stream.read(piece)) {
                int fits = Math.min(count, bed.length - at);
                System.arraycopy(piece, 0, bed, at, fits);
                at += fits;
            }
        }
        return at - from;
    }

    private static float[] softEnd(float[] bed, boolean cut) {
        for (int i = 0; cut && i < FADE; i++) {
            bed[bed.length - 1 - i] *= (float) i / FADE;
        }
        return bed;
    }

    /// Only ever lower: a soft bed is as its maker wanted it.
    private static float[] level(float[] bed) {
        double rms = Frames.rms(bed, bed.length);
        float gain = (float) Math.min(1, LEVEL / Math.max(rms, 1e-9));
        for (int i = 0; i < bed.length; i++) {
            bed[i] *= gain;
        }
        return bed;
    }
}
