package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/// The test command, with a Maven that does nothing, in a folder with the reports of one test.
class SecretsInReportsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Secrets lie here because they are put here.
    @TempDir(deletionStrategy = TempDirDeletionStrategy.Standard.class)
    private Path home;

    private Path report;

    @BeforeEach
    void makeHome() throws IOException {
        Files.copy(Path.of("..", "partyline"), home.resolve("partyline"));
        Path maven = Files.writeString(home.resolve("mvn"), "#!/bin/sh\nexit 0\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        report =
                Files.createDirectories(home.resolve("app/target/surefire-reports"))
                        .resolve("SomeTest.txt");
        Files.writeString(report, "All is well.\n");
    }

    private Process run() throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("sh", home.resolve("partyline").toString(), "test")
                        .redirectErrorStream(true);
        builder.environment().merge("PATH", home.toString(), (path, own) -> own + ":" + path);
        builder.environment().put("PARTYLINE_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(LIMIT)).isTrue();
        return process;
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void testsThatPrintNoSecretPass() throws Exception {
        assertThat(run().exitValue()).isZero();
    }

    @Test
    void aSecretThatATestHasPrintedFailsThemAll() throws Exception {
        Files.writeString(report, "HTTP 401 for key " + MarkedSecret.of("owl"));
        Process process = run();
        assertThat(process.exitValue()).isOne();
        assertThat(printed(process))
                .contains("A secret stands in what these tests have printed")
                .contains(report.toString())
                .doesNotContain(MarkedSecret.MARK);
    }
}
