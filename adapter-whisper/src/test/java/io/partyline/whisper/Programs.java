package io.partyline.whisper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Runs programs that are installed on this computer.
final class Programs {
    private Programs() {}

    /// Something that is done with a file.
    interface Use<T> {
        T with(String file) throws IOException;
    }

    static boolean areHere(List<String> names) {
        return names.stream().allMatch(Programs::isHere);
    }

    private static boolean isHere(String name) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Makes a WAV file that is gone afterwards.
    static <T> T withFile(byte[] content, Use<T> use) {
        try {
            Path file = Files.createTempFile("robot", ".wav");
            try {
                Files.write(file, content);
                return use.with(file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs one to its end.
    ///
    /// @param input what it is given to read
    /// @return what it says
    static String run(List<String> command, String input) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(Duration.ofMinutes(1)) || process.exitValue() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}
