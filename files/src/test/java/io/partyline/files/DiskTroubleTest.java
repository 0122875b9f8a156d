package io.partyline.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskTroubleTest {
    /// The words are those of Linux and macOS; Java hands them on.
    @ParameterizedTest
    @CsvSource({
        "No space left on device, the disk is full. Make room on it.",
        "Disk quota exceeded, the disk is full. Make room on it.",
        "Read-only file system, the data folder may only be read.",
        "Input/output error, the disk reports an error."
    })
    void whatTheSystemSaysIsPutIntoWords(String said, String sentence) {
        assertThat(DiskTrouble.why(new IOException(said))).startsWith(sentence);
        assertThat(DiskTrouble.why(new FileSystemException("file", null, said)))
                .startsWith(sentence);
    }

    @Test
    void aDiskThatIsAwayIsNotADiskThatMayOnlyBeRead() {
        assertThat(DiskTrouble.why(new NoSuchFileException("data"))).contains("plugged in");
        assertThat(DiskTrouble.why(new AccessDeniedException("data"))).contains("Allow writing");
    }
}
