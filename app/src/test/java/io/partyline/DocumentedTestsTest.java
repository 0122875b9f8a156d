package io.partyline;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.TestSources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that the documents name are there, and the commands that they give run them: a run that
/// leaves out all that it was asked for says nothing, and looks like one in which all is well.
class DocumentedTestsTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`|^ {4}(.+)$");
    private static final Pattern ASKED = Pattern.compile("-Dtest=(?:'([^']+)'|(\\S+))");
    private static final Pattern MODULES = Pattern.compile("-pl ([a-z][\\w,-]*)");

    private final List<Source> tests = TestSources.all().stream().filter(Source::isTest).toList();

    /// A place in a document at which a test is asked for.
    private record Asked(String command, String name, String method) {
        static Stream<Asked> in(String command) {
            return ASKED.matcher(command)
                    .results()
                    .flatMap(tests -> Arrays.stream(either(tests).split(",")))
                    .map(test -> test.split("#", 2))
                    .map(test -> new Asked(command, test[0], test.length > 1 ? test[1] : ""));
        }

        boolean sets(String property) {
            return command.contains("-D" + property + "=true");
        }

        /// Whether it runs in the modules that the command names.
        boolean reaches(Source test) {
            return MODULES.matcher(command)
                    .results()
                    .map(modules -> modules.group(1).split(","))
                    .allMatch(modules -> List.of(modules).contains(test.module()));
        }

        /// Whether the command sets what this test is behind.
        boolean runs(Source test) {
            return (sets("long") || !test.isLong(method))
                    && (sets("long") || sets("ci") || !test.isOfCi(method));
        }
    }

    private static String either(MatchResult match) {
        return Optional.ofNullable(match.group(1)).orElseGet(() -> match.group(2));
    }

    private static List<Path> documents() throws IOException {
        var all = new ArrayList<Path>();
        for (String name : List.of("README.md", "SECURITY.md", "CONTRIBUTING.md")) {
            all.add(TestSources.HOME.resolve(name));
        }
        try (Stream<Path> docs = Files.walk(TestSources.HOME.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
        }
        return all;
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (Path document : documents()) {
            lines.addAll(Files.readAllLines(document));
        }
        return lines;
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<MatchResult> named =
                lines().stream().flatMap(line -> NAMED.matcher(line).results()).toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .allSatisfy(match ->
                        assertThat(
                                        called(
                                                match.group(1),
                                                Optional.ofNullable(match.group(2)).orElse("")))
                                .as(match.group())
                                .isNotEmpty());
    }

    private List<Source> called(String name, String method) {
        return tests.stream().filter(test -> test.name().equals(name) && test.has(method)).toList();
    }

    @Test
    void everyCommandRunsWhatItAsksFor() throws IOException {
        List<Asked> asked =
                lines().stream()
                        .flatMap(line -> CODE.matcher(line).results())
                        .map(DocumentedTestsTest::either)
                        .flatMap(Asked::in)
                        .toList();
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(asked)
                .allSatisfy(one ->
                        assertThat(called(one.name(), one.method()))
                                .as("%s in %s", one.name(), one.command())
                                .filteredOn(one::reaches)
                                .isNotEmpty()
                                .allMatch(one::runs, "is run by that"));
    }
}
