package io.partyline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Deque's rules for pages that everybody can use, run within a page. The package is installed by
/// npm below `target`, once.
final class Axe {
    private static final String PACKAGE = "axe-core@4.14.1";
    private static final int INSTALL_LIMIT_SECONDS = 120;

    private final String source;

    private Axe(String source) {
        this.source = source;
    }

    static boolean canBeInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }

    static Axe installed(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("node_modules/axe-core/axe.min.js");
        if (!Files.exists(file)) {
            install(Files.createDirectories(folder));
        }
        return new Axe(Files.readString(file));
    }

    /// Scripts of the package are not run.
    private static void install(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        Process npm =
                new ProcessBuilder(
                                List.of(
                                        "npm",
                                        "install",
                                        "--prefix",
                                        folder.toString(),
                                        "--ignore-scripts",
                                        "--no-audit",
                                        "--no-fund",
                                        "--no-save",
                                        PACKAGE))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!npm.waitFor(INSTALL_LIMIT_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new AssertionError(Files.readString(log));
        }
    }

    /// What is wrong with the page and keeps people out: rule, place, and what to do.
    List<String> serious(Browser browser) {
        if (!browser.run("return 'axe' in window").asBoolean()) {
            browser.run(source);
        }
        JsonNode found =
                browser.await(
                        "axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>"
                                + " violations)");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(one -> List.of("serious", "critical").contains(one.path("impact").asText()))
                .map(one ->
                        "%s: %s %s"
                                .formatted(
                                        one.path("id").asText(),
                                        one.path("help").asText(),
                                        one.path("nodes").findValuesAsText("html")))
                .toList();
    }
}
