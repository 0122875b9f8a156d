package io.partyline.benchmarks.load;

import java.io.PrintStream;
import java.util.Locale;

/// Prints what was measured: a window a line.
///
/// @param out where to
record Report(PrintStream out) {
    private static final String HEAD =
            "%-22s %5s %5s %7s  %-20s  %-17s  %-11s %5s %6s %4s %6s %9s %7s %6s"
                    .formatted(
                            "",
                            "lines",
                            "held",
                            "audio %",
                            "pace p50 p99 max ms",
                            "way p50 p99 ms",
                            "heard",
                            "self",
                            "leaked",
                            "gaps",
                            "cores",
                            "us/frame",
                            "RSS MB",
                            "others");

    void head(Cores cores) {
        say(cores.words());
        say(HEAD);
    }

    void row(String name, Outcome seen) {
        Party.Heard heard = seen.heard();
        say(
                String.format(
                        Locale.ROOT,
                        "%-22s %5d %5s %7.2f  %6.2f %6.2f %6.1f  %6.1f %7.1f    %-11s %5d %6d %4d %6.3f %9.1f %7.1f %6.2f%s",
                        name,
                        seen.open(),
                        seen.held() ? "yes" : "NO",
                        100 * seen.audio(),
                        seen.pace().atMs(0.5),
                        seen.pace().atMs(0.99),
                        seen.pace().atMs(1),
                        heard.ways().atMs(0.5),
                        heard.ways().atMs(0.99),
                        heard.heard() + "/" + heard.expected(),
                        heard.self(),
                        heard.leaked() + heard.stray(),
                        seen.gaps(),
                        seen.cores(),
                        seen.microsPerFrame(),
                        seen.residentKb() / 1024.0,
                        seen.others(),
                        seen.trustworthy()
                                ? ""
                                : "  (the load itself was late by %.1f ms: distrust this)"
                                        .formatted(seen.late().atMs(0.99))));
    }

    void say(String line) {
        out.println(line);
    }
}
