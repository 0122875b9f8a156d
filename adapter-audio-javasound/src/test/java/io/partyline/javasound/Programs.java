package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The sound system's own programs, which a test may need.
final class Programs {
    private Programs() {}

    /// Skips a test where one of them is missing; where all is to be tried (`-Dci=true`) it fails.
    static void need(String... names) {
        for (String name : names) {
            boolean there =
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
            need(there, name + " is not installed");
        }
    }

    /// The same for something that was looked for.
    static void need(boolean there, String missing) {
        if (Boolean.getBoolean("ci") && !there) {
            fail(missing);
        }
        assumeTrue(there, missing);
    }

    /// Runs one to its end.
    ///
    /// @return what it said
    static String run(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(String.join(" ", command) + ": " + said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether one that is run to its end succeeds.
    static boolean succeeds(Map<String, String> environment, String... command) {
        try {
            var builder =
                    new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
