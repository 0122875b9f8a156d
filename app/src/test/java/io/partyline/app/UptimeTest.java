package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UptimeTest {
    @TempDir Path folder;

    @Test
    void itIsWhatLinuxTells() throws IOException {
        Path told = Files.writeString(folder.resolve("uptime"), "37312.54 70211.10\n");
        assertThat(Uptime.of(told, () -> 7).getAsLong()).isEqualTo(37_312_540);
    }

    @Test
    void whereNothingIsToldSomethingElseHasToDo() throws IOException {
        assertThat(Uptime.of(folder.resolve("none"), () -> 7).getAsLong()).isEqualTo(7);
        Path nonsense = Files.writeString(folder.resolve("uptime"), "long enough");
        assertThat(Uptime.of(nonsense, () -> 7).getAsLong()).isEqualTo(7);
    }
}
