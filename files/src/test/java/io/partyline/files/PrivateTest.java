package io.partyline.files;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTest {
    @TempDir Path folder;

    @BeforeEach
    void onlyWhereThereAreOwners() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void everyFolderOnTheWayIsClosedToOthers() throws IOException {
        Private.folder(folder.resolve("data/shows/friday"));
        for (String made : List.of("data", "data/shows", "data/shows/friday")) {
            assertThat(mode(folder.resolve(made))).as(made).isEqualTo("rwx------");
        }
    }

    @Test
    void whatIsThereIsClosedToOthers() throws IOException {
        Path open = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(open, fromString("rwxr-xr-x"));
        assertThat(mode(Private.folder(open))).isEqualTo("rwx------");
        Path file = Files.writeString(open.resolve("old"), "words");
        Files.setPosixFilePermissions(file, fromString("rw-r--r--"));
        assertThat(mode(Private.file(file))).isEqualTo("rw-------");
        assertThat(file).hasContent("words");
    }

    @Test
    void aFolderOfTheHostsOwnIsLeftAsItIs() throws IOException {
        Path desktop = Files.createDirectory(folder.resolve("desktop"));
        Files.setPosixFilePermissions(desktop, fromString("rwxr-xr-x"));
        assertThat(mode(Private.newFolder(desktop))).isEqualTo("rwxr-xr-x");
        assertThat(mode(Private.newFolder(desktop.resolve("show")))).isEqualTo("rwx------");
    }
}
