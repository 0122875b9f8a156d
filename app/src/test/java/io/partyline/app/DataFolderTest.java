package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path folder;

    @Test
    void aSecondShowInTheSameFolderIsNotLetInUntilTheFirstHasEnded() {
        try (var first = DataFolder.hold(folder.resolve("data"))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataFolder.hold(folder.resolve("data")))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("Another Partyline is running on the folder");
        }
        DataFolder.hold(folder.resolve("data")).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.hold(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("PARTYLINE_DATA")
                .hasMessageContaining("file");
    }
}
