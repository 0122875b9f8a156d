package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/// A file of the host's own, as a cast and as a script: it is read, or refused in words of the host
/// and not of a library.
public final class YamlFuzz {
    private YamlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        read(() -> CastFile.cast("my.yaml", new ByteArrayInputStream(input)));
        read(() -> ScriptFile.script("my.yaml", new ByteArrayInputStream(input)));
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void read(Reading reading) throws IOException {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (SettingException refused) {
            assertThat(refused.getMessage())
                    .contains("my.yaml")
                    .doesNotContain("com.fasterxml", "org.yaml", "java.");
        }
    }
}
