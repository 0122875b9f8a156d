package io.partyline.whisper;

import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.partyline.audio.speech.VoiceByLevel;
import io.partyline.audio.speech.VoiceDetector;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Makes voice detectors: libfvad's if it can be loaded here, else by level.
final class VoiceDetectors {
    private static final String UNPACKED = "libfvad-jni-native*";

    private final boolean fvad;

    private VoiceDetectors(boolean fvad) {
        this.fvad = fvad;
    }

    /// The best that this computer has.
    static VoiceDetectors best() {
        return new VoiceDetectors(Loaded.FVAD);
    }

    /// Those that need no library.
    static VoiceDetectors byLevel() {
        return new VoiceDetectors(false);
    }

    VoiceDetector another() {
        if (fvad) {
            try {
                return new FvadDetector();
            } catch (IOException unmade) {
                return new VoiceByLevel();
            }
        }
        return new VoiceByLevel();
    }

    /// What the host should know of them; empty if nothing, else with a space before it.
    String remark() {
        return fvad
                ? ""
                : " Voices are found by loudness alone, because libfvad does not run on this"
                        + " computer.";
    }

    /// Loaded once, at the first need.
    private static final class Loaded {
        private static final boolean FVAD = load();

        private static boolean load() {
            try {
                Set<Path> before = unpacked();
                VoiceActivityDetector.loadLibrary();
                Set<Path> left = unpacked();
                left.removeAll(before);
                for (Path folder : left) {
                    Files.deleteIfExists(folder);
                }
                return true;
            } catch (IOException | LinkageError unloaded) {
                return false;
            }
        }

        /// The library leaves an empty folder behind until the program ends, and for good if that
        /// is killed.
        private static Set<Path> unpacked() throws IOException {
            var folders = new HashSet<Path>();
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, UNPACKED)) {
                found.forEach(folders::add);
            }
            return folders;
        }
    }
}
