package io.partyline.llm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Programs of others, from npm: installed below `target`, without running their scripts. A test
/// that needs one is left out, and says so, where they cannot be had.
final class Npm {
    private static final int LIMIT_SECONDS = 240;

    private Npm() {}

    /// @param packages with their versions; they are installed unless the first is there
    static void install(Path folder, String... packages) throws Exception {
        assumeTrue(
                canRun(List.of("node", "npm")),
                "node and npm are not installed, so no server of others can be");
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("node_modules").resolve(name(packages[0])))) {
            return;
        }
        if (!succeeds(folder, install(folder.toString(), List.of(packages)))) {
            assumeTrue(
                    succeeds(folder, List.of("npm", "ping")),
                    "npm's registry cannot be reached, so no server of others can be installed");
            throw new AssertionError(Files.readString(log(folder, "install")));
        }
    }

    private static List<String> install(String folder, List<String> packages) {
        var command =
                new ArrayList<String>(
                        List.of(
                                "npm",
                                "install",
                                "--prefix",
                                folder,
                                "--ignore-scripts",
                                "--omit=optional",
                                "--no-audit",
                                "--no-fund",
                                "--no-save"));
        command.addAll(packages);
        return command;
    }

    private static String name(String versioned) {
        return versioned.substring(0, versioned.lastIndexOf('@'));
    }

    private static Path log(Path folder, String what) {
        return folder.resolve("npm-%s.log".formatted(what));
    }

    private static boolean succeeds(Path folder, List<String> command) throws Exception {
        Process npm =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log(folder, command.get(1)).toFile())
                        .start();
        boolean over = npm.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        npm.destroyForcibly();
        return over && npm.exitValue() == 0;
    }

    private static boolean canRun(List<String> programs) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> folders = Pattern.compile(File.pathSeparator).splitAsStream(path).toList();
        return programs.stream()
                .allMatch(program ->
                        folders.stream()
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }
}
