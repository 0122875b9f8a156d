package io.partyline.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a program holds more of after many calls than it did before them.
///
/// What has happened is kept on purpose: the last 100,000 events can be read again by whoever was
/// cut off, and a show knows its calls until the next one is opened. All else must be gone with its
/// call.
///
/// @param first when it had had so many calls that all its parts had been used
/// @param last some hundred calls later
record Growth(Footprint first, Footprint last) {
    /// Threads and files come and go by themselves, a few at a time.
    private static final int A_FEW = 6;

    /// Calls for each object more that is still chance.
    private static final int CALLS_AN_OBJECT = 10;

    /// What a program has of its own, and what stands behind a connection.
    private static final List<String> WATCHED =
            List.of(
                    "io.partyline.",
                    "io.helidon.",
                    "java.lang.VirtualThread",
                    "java.lang.Thread",
                    "java.net.",
                    "java.nio.Direct",
                    "sun.nio.ch.");

    /// What has happened, in words of the show, and who is told of it.
    private static final List<String> KEPT =
            List.of(
                    "io.partyline.show.",
                    "io.partyline.spend.",
                    "io.partyline.port.Journal$Entry",
                    "io.partyline.port.EventFeed$Told");

    int calls() {
        return last.calls() - first.calls();
    }

    /// Each thing of which there is more than there was, in a sentence; empty if nothing grew.
    List<String> findings() {
        var findings = new ArrayList<String>();
        compare(findings, "threads", first.threads(), last.threads());
        compare(findings, "open files", first.files(), last.files());
        grown().forEach((type, more) -> findings.add("%d more of %s".formatted(more, type)));
        return findings;
    }

    private static void compare(List<String> findings, String what, int before, int after) {
        if (after > before + A_FEW) {
            findings.add("%s: %d, and %d before".formatted(what, after, before));
        }
    }

    private Map<String, Long> grown() {
        long atLeast = Math.max(1, calls() / CALLS_AN_OBJECT);
        return last.objects()
                .grown(
                        first.objects(),
                        atLeast,
                        type -> begins(type, WATCHED) && !begins(type, KEPT));
    }

    private static boolean begins(String type, List<String> names) {
        return names.stream().anyMatch(type::startsWith);
    }

    /// What of the heap has stayed of one call, in KiB.
    double liveKbACall() {
        return (last.objects().bytes() - first.objects().bytes()) / 1024.0 / Math.max(1, calls());
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%d calls: threads %+d, open files %+d, live memory %+.1f MB (%.2f KiB a call)",
                calls(),
                last.threads() - first.threads(),
                last.files() - first.files(),
                last.liveMb() - first.liveMb(),
                liveKbACall());
    }
}
