package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.StemException;
import io.partyline.rehearsal.Riff;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that do not do as they are told, and files that somebody else has put there.
class StemDiskTest {
    private static final ShowId SHOW = new ShowId("show");

    @TempDir Path folder;

    @Test
    void aFileInPlaceOfTheStemsFolderStopsTheRecordingInWords() throws IOException {
        Files.createFile(folder.resolve("shows"));
        try (var recorder = recorder()) {
            assertThatThrownBy(() -> recorder.open(SHOW, "00_Mix"))
                    .isInstanceOf(StemException.class)
                    .hasMessageStartingWith("The recording has stopped: ")
                    .hasMessageEndingWith("The show goes on.");
        }
    }

    @Test
    void soundThatSomebodyElsePutBesideTheStemsIsLeftAlone() throws IOException {
        Path stems = Files.createDirectories(WavStemRecorder.stems(folder, SHOW));
        Path jingle = Files.writeString(stems.resolve("00_Mix.wav"), "RIFF of somebody else's");
        try (var recorder = recorder()) {
            assertThat(recorder.open(SHOW, "00_Mix").name()).isEqualTo("00_Mix-2");
            recorder.finish(SHOW, 48_000);
        }
        assertThat(jingle).hasContent("RIFF of somebody else's");
        assertThat(Riff.read(stems.resolve("00_Mix-2.wav")).samples()).isEqualTo(48_000);
    }

    @Test
    void aStemOfWhichACrashHasLeftAnEmptyFileIsMadeWhole() throws IOException {
        Path stems = Files.createDirectories(WavStemRecorder.stems(folder, SHOW));
        Path empty = Files.createFile(stems.resolve("01_Host.wav"));
        try (var recorder = recorder()) {
            recorder.finish(SHOW, 48_000);
        }
        assertThat(Riff.read(empty).samples()).isEqualTo(48_000);
    }

    @Test
    void namesThatDifferOnlyInTheirCapitalsGetTwoFilesEverywhere() {
        try (var recorder = recorder()) {
            recorder.open(SHOW, "03_Caller-Dave");
            assertThat(recorder.open(SHOW, "03_Caller-dave").name()).isEqualTo("03_Caller-dave-2");
        }
    }

    @Test
    void nobodyElseCanReadTheStems() throws IOException {
        assertThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
        try (var recorder = recorder()) {
            recorder.open(SHOW, "00_Mix").write(0, new float[1], 1);
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
            assertThat(permissions(WavStemRecorder.stems(folder, SHOW))).isEqualTo("rwx------");
        }
    }

    private WavStemRecorder recorder() {
        return new WavStemRecorder(folder, () -> LocalDateTime.of(2026, 1, 2, 20, 0));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
