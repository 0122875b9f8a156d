package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StemException;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Disks that are full, away or locked, and files that somebody else is using.
class DiskTest {
    private static final ShowId SHOW = new ShowId("show");

    @TempDir Path folder;

    @Test
    void pastShowsCanBeReadWhileOneIsRunning() {
        List<Journal.Entry> entries = LongShow.upTo(1, 4);
        try (var running = new SqliteJournal(folder)) {
            running.append(LongShow.ID, entries.subList(0, 2));
            try (var reading = SqliteJournal.reading(folder)) {
                assertThat(reading.replay(LongShow.ID)).isEqualTo(entries.subList(0, 2));
                running.append(LongShow.ID, entries.subList(2, 4));
                assertThat(reading.replay(LongShow.ID)).isEqualTo(entries);
                assertThat(reading.shows()).containsExactly(LongShow.ID);
            }
        }
    }

    /// A reader that held on to an old state of the file would make the next append fail.
    @Test
    void aBanBetweenReadingAndAppendingDisturbsNobody() {
        List<Journal.Entry> entries = LongShow.upTo(1, 4);
        try (var journal = new SqliteJournal(folder);
                var book = new SqliteCallerBook(folder)) {
            journal.append(LongShow.ID, entries.subList(0, 2));
            journal.replay(LongShow.ID);
            book.ban("print-of-dave", Instant.EPOCH);
            journal.append(LongShow.ID, entries.subList(2, 4));
            assertThat(journal.lastSeq()).isEqualTo(4);
        }
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> new SqliteJournal(file))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "The journal cannot be opened: the data folder (PARTYLINE_DATA) is no folder"
                                + " but a file. Choose another.");
        assertThatThrownBy(() -> new SqliteCallerBook(file))
                .hasMessageStartingWith("The caller book cannot be opened: the data folder");
    }

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

    /// The words are those of Linux and macOS; Java hands them on.
    @ParameterizedTest
    @CsvSource({
        "No space left on device, the disk is full. Make room on it.",
        "Disk quota exceeded, the disk is full. Make room on it.",
        "Read-only file system, the data folder may only be read.",
        "Input/output error, the disk reports an error."
    })
    void whatTheSystemSaysIsPutIntoWords(String said, String sentence) {
        assertThat(Trouble.recording(new IOException(said)))
                .hasMessageStartingWith("The recording has stopped: " + sentence);
        assertThat(Trouble.recording(new FileSystemException("file", null, said)))
                .hasMessageStartingWith("The recording has stopped: " + sentence);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaidInWords() {
        assertThat(Trouble.of("The journal cannot be opened", new AccessDeniedException("data")))
                .hasMessage(
                        "The journal cannot be opened: the data folder may only be read. Allow"
                                + " writing there, or choose another folder (PARTYLINE_DATA).");
    }

    @Test
    void nobodyElseCanReadWhatAShowLeaves() throws IOException {
        assertThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
        try (var journal = new SqliteJournal(folder);
                var recorder = recorder()) {
            journal.append(LongShow.ID, LongShow.upTo(1, 2));
            recorder.open(SHOW, "00_Mix").write(0, new float[1], 1);
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(Files::isRegularFile))
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(WavStemRecorder.stems(folder, SHOW))).isEqualTo("rwx------");
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

    private WavStemRecorder recorder() {
        return new WavStemRecorder(folder, () -> LocalDateTime.of(2026, 1, 2, 20, 0));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
