package io.partyline.whisper;

import io.partyline.files.Private;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A child process's own folder for temporary files: the native libraries that it unpacks, and what
/// Java writes down when it crashes.
///
/// It is named after the process that started the child, so that what a killed program left behind
/// is found and removed by the next.
record Scratch(Path folder) {
    private static final String NAME = "ears-";

    /// A new one; removes those whose owners are gone.
    static Scratch in(Path parent) throws IOException {
        Private.newFolder(parent);
        removeLeftovers(parent);
        return new Scratch(
                Private.folder(
                        Files.createTempDirectory(
                                parent, NAME + ProcessHandle.current().pid() + "-")));
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, NAME + "*-*")) {
            for (Path folder : found) {
                if (isForsaken(folder)) {
                    new Scratch(folder).remove();
                }
            }
        }
    }

    private static boolean isForsaken(Path folder) {
        String pid = folder.getFileName().toString().split("-", -1)[1];
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /// Removes it and all that is in it; what cannot be removed now is left for the next start.
    void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException inUse) {
            // On Windows a library is in use until its process is gone for good.
        }
    }
}
