package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody else's meter reads of a sound file: the filter `ebur128` of FFmpeg.
///
/// @param integrated in LUFS
/// @param range in LU
/// @param truePeak in dBTP
public record OtherMeter(double integrated, double range, double truePeak) {
    /// Between two blocks, in samples: 100 ms.
    private static final int BLOCK_STEP = 5 * Frames.SAMPLES;

    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-?[\\d.]+|-inf) LUFS");
    private static final Pattern RANGE = Pattern.compile("LRA:\\s+(-?[\\d.]+) LU");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+|-inf) dBFS");

    /// Reads a file as it is.
    public static OtherMeter of(Path file) throws IOException, InterruptedException {
        return of(file, "peak=true");
    }

    /// Reads a file of one channel as it is heard by two loudspeakers.
    public static OtherMeter twice(Path file) throws IOException, InterruptedException {
        return of(file, "peak=true:dualmono=true");
    }

    /// Reads a file of one channel from its beginning, and from 20, 40, 60 and 80 ms behind it: the
    /// blocks that a meter weighs begin where it does, and a quarter of a minute reads up to 0.2 LU
    /// otherwise by that alone.
    public static List<OtherMeter> wheneverBegun(Path file)
            throws IOException, InterruptedException {
        var read = new ArrayList<OtherMeter>();
        for (int from = 0; from < BLOCK_STEP; from += Frames.SAMPLES) {
            read.add(filtered(file, "atrim=start_sample=%d,ebur128=peak=true".formatted(from)));
        }
        return read;
    }

    private static OtherMeter of(Path file, String options)
            throws IOException, InterruptedException {
        return filtered(file, "ebur128=" + options);
    }

    private static OtherMeter filtered(Path file, String filters)
            throws IOException, InterruptedException {
        String said =
                Tool.run(
                        "ffmpeg",
                        "-hide_banner",
                        "-nostats",
                        "-i",
                        file.toString(),
                        "-af",
                        filters,
                        "-f",
                        "null",
                        "-");
        String summary = said.substring(said.lastIndexOf("Summary:"));
        return new OtherMeter(read(INTEGRATED, summary), read(RANGE, summary), read(PEAK, summary));
    }

    private static double read(Pattern pattern, String summary) {
        Matcher found = pattern.matcher(summary);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + summary);
        }
        return found.group(1).equals("-inf")
                ? Double.NEGATIVE_INFINITY
                : Double.parseDouble(found.group(1));
    }
}
