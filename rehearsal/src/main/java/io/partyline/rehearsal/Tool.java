package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Other people's programs that read sound files. A test that needs one which is not installed is
/// skipped, and says so.
public final class Tool {
    private Tool() {}

    /// The length of a sound file in samples, as SoX sees it, without a word of warning.
    public static long soxSamples(Path file) throws IOException, InterruptedException {
        return Long.parseLong(run("sox", "--i", "-s", file.toString()));
    }

    /// The length of a sound file in samples, as FFmpeg sees it, without a word of warning.
    public static long ffprobeSamples(Path file) throws IOException, InterruptedException {
        return Long.parseLong(
                run(
                        "ffprobe",
                        "-v",
                        "warning",
                        "-select_streams",
                        "a:0",
                        "-show_entries",
                        "stream=duration_ts",
                        "-of",
                        "csv=p=0",
                        file.toString()));
    }

    /// Runs a program.
    ///
    /// @return all that it has said
    public static String run(String... command) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
                command[0] + " is not installed here");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }
}
