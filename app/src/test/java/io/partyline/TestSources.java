package io.partyline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The source files of all modules' tests, read as text: a module's tests are on nobody's class
/// path but its own.
final class TestSources {
    /// The root of the repository; tests run in the folder of their module.
    static final Path HOME = Path.of("..");

    private static final Path FOLDER = Path.of("src/test/java");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *//.*$");
    private static final Pattern CI = Pattern.compile("@Tag\\(\"ci\"\\)|@InChromium\\b");
    private static final Pattern LONG = Pattern.compile("@Tag\\(\"long\"\\)");

    /// A file, without its comments.
    record Source(String module, String name, String text) {
        @Override
        public String toString() {
            return module + ": " + name;
        }

        boolean isTest() {
            return name.endsWith("Test") && !name.endsWith("UnderTest");
        }

        /// Whether it speaks of a class of that name.
        boolean knows(String other) {
            return Pattern.compile("\\b" + other + "\\b").matcher(text).find();
        }

        /// Whether it has a test that only CI runs, or is one.
        boolean hasTestsOfCi() {
            return CI.matcher(text).find() || LONG.matcher(text).find();
        }

        /// Whether a run without `-Dci=true` leaves it out, or this test of it.
        ///
        /// @param method empty for the class
        boolean isOfCi(String method) {
            return CI.matcher(head()).find() || CI.matcher(head(method)).find();
        }

        /// Whether a run without `-Dlong=true` leaves it out, or this test of it.
        ///
        /// @param method empty for the class
        boolean isLong(String method) {
            return LONG.matcher(head()).find() || LONG.matcher(head(method)).find();
        }

        boolean has(String method) {
            return method.isEmpty() || text.contains("void " + method + "(");
        }

        private String head() {
            return text.split("\\bclass " + name + "\\b", 2)[0];
        }

        /// The annotations of a method: what stands between it and what is before.
        private String head(String method) {
            int at = method.isEmpty() ? -1 : text.indexOf("void " + method + "(");
            return at < 0 ? "" : text.substring(text.lastIndexOf("\n\n", at), at);
        }
    }

    private TestSources() {}

    static List<Source> all() {
        return modules().stream().flatMap(TestSources::of).toList();
    }

    private static List<Path> modules() {
        try (Stream<Path> folders = Files.list(HOME)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve(FOLDER))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Source> of(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve(FOLDER))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> read(module, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path module, Path file) {
        try {
            String name = file.getFileName().toString().replace(".java", "");
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return new Source(module.getFileName().toString(), name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
