package io.partyline.icecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of somebody else's may end before it is up.
@Tag("ci")
class ProgramTest {
    @TempDir Path folder;

    private Program shell(String script) {
        return new Program(folder.resolve("out"), "sh", "-c", script);
    }

    @Test
    void oneThatEndsAtTheFirstTryIsStartedAgain() {
        Path up = folder.resolve("up");
        Path tried = folder.resolve("tried");
        try (Program program =
                shell(
                        "if [ -e %1$s ]; then touch %2$s; exec sleep 600; fi; touch %1$s; exit 3"
                                .formatted(tried, up))) {
            program.awaitUp(() -> Files.exists(up));
            assertThat(tried).exists();
        }
    }

    @Test
    void oneThatNeverComesUpIsToldOfWithWhatItHasSaid() {
        try (Program program = shell("echo The port is taken.; exit 3")) {
            assertThatThrownBy(() -> program.awaitUp(() -> false))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("has ended with [3, 3, 3]", "The port is taken.");
        }
    }
}
