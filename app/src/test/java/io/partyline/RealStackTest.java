package io.partyline;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.TestSources.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The tests of every run are quick and need nothing that is not in this repository. Whoever starts
/// a program, a browser or another virtual machine takes time, and belongs to CI.
///
/// Looked for is a class of tests that starts a program, by itself or by a class that it uses, and
/// in which no test has the tag `ci`.
class RealStackTest {
    /// Of `rehearsal`, which all may use.
    private static final Set<String> STARTERS = Set.of("Chromium", "Victim", "DiskTrace");

    private static final String STARTS = "new ProcessBuilder(";

    /// What starts programs all the same, and why it may.
    private static final Map<String, String> QUICK =
            Map.of(
                    "CodersTest", "ffmpeg reads what was coded",
                    "DashboardScriptsTest", "Node runs all that the page's own modules have",
                    "SecretsInReportsTest", "the start script, with nothing behind it",
                    "FolderShelfTest", "makes a pipe",
                    "MessagesInAPowerCutTest", "a second of what a disk is asked for");

    private final List<Source> sources =
            TestSources.all().stream().filter(named("RealStackTest").negate()).toList();

    @Test
    void whoeverStartsAProgramIsOfCi() {
        Set<Source> starters = starters();
        assertThat(starters).as("the browser's, to begin with").anyMatch(named("DeskKeysTest"));
        assertThat(starters)
                .filteredOn(Source::isTest)
                .filteredOn(test -> !QUICK.containsKey(test.name()))
                .allSatisfy(test -> assertThat(test.hasTestsOfCi()).as(test.name()).isTrue());
    }

    @Test
    void noExceptionIsLeftOver() {
        Set<Source> starters = starters();
        assertThat(QUICK.keySet())
                .allSatisfy(name -> assertThat(starters).as(name).anyMatch(named(name)));
    }

    private static Predicate<Source> named(String name) {
        return source -> source.name().equals(name);
    }

    /// Who starts programs, and who uses them, and so on.
    private Set<Source> starters() {
        var found = new HashSet<Source>();
        boolean more = true;
        while (more) {
            more = found.addAll(sources.stream().filter(source -> starts(source, found)).toList());
        }
        return found;
    }

    private static boolean starts(Source source, Set<Source> starters) {
        return source.text().contains(STARTS)
                || STARTERS.stream().anyMatch(source::knows)
                || starters.stream()
                        .filter(one -> one.module().equals(source.module()))
                        .anyMatch(one -> source.knows(one.name()));
    }
}
