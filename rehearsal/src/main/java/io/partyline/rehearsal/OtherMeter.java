package io.partyline.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody else's meter reads of a sound file: the filter `ebur128` of FFmpeg.
///
/// @param integrated in LUFS
/// @param range in LU
/// @param truePeak in dBTP
public record OtherMeter(double integrated, double range, double truePeak) {
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

    private static OtherMeter of(Path file, String options)
            throws IOException, InterruptedException {
        String said =
                Tool.run(
                        "ffmpeg",
                        "-hide_banner",
                        "-nostats",
                        "-i",
                        file.toString(),
                        "-af",
                        "ebur128=" + options,
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
