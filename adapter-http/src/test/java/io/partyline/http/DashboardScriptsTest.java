package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs the dashboard's own tests, which are written for Node, where it is installed.
class DashboardScriptsTest {
    private static final Path TESTS = Path.of("src/test/js");

    private static final int LIMIT_SECONDS = 120;

    @Test
    void theDashboardsOwnTestsPass() throws IOException, InterruptedException {
        assumeTrue(onPath("node"), "node is not installed");
        assumeTrue(Files.isDirectory(TESTS), "there are no scripts to test yet");
        Process node = start(command());
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said).containsPattern("# pass [1-9]");
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// One program for all of them: left to itself, Node starts one for each file.
    private static List<String> command() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            String tests =
                    files.filter(file -> file.toString().endsWith(".test.js"))
                            .sorted()
                            .map(file -> "import '%s';".formatted(file.toUri()))
                            .collect(Collectors.joining());
            return List.of("node", "--test-reporter=tap", "--input-type=module", "--eval", tests);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
