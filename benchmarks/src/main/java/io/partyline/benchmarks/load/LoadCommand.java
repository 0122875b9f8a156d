package io.partyline.benchmarks.load;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

/// The load's command line. It ends with 0 if all was as it should be, with 1 if not, and with 2 if
/// it was called wrongly.
public final class LoadCommand {
    private static final int MOST_LINES = 1_000;

    private LoadCommand() {}

    /// Measures, prints, and ends all that it started.
    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        if (Arrays.asList(words).contains("--help")) {
            System.out.print(LoadOptions.USAGE);
            return 0;
        }
        try {
            return run(LoadOptions.of(words)) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(LoadOptions.USAGE);
            return 2;
        } catch (IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static boolean run(LoadOptions options) {
        Cores cores = Cores.divide();
        Report report = new Report(System.out);
        if (options.desk().isPositive()) {
            return new DeskPlay(options, cores, report).run();
        }
        if (options.attacked()) {
            return new AttackRun(options, cores, report).run();
        }
        if (options.soak().isPositive()) {
            return new Soak(options, cores, report).run();
        }
        return options.most()
                ? most(options, cores, report)
                : new LoadRun(options, cores, report).run();
    }

    private static boolean most(LoadOptions options, Cores cores, Report report) {
        report.head(cores);
        int held =
                new Most(
                                lines ->
                                        new LoadRun(options.withLines(lines), cores, report).held(),
                                MOST_LINES,
                                report)
                        .search("lines", options.lines());
        report.say(String.format(Locale.ROOT, "held: %d", held));
        if (options.baseline()) {
            int peer =
                    new Most(
                                    lines ->
                                            new LoadRun(options.withLines(lines), cores, report)
                                                    .baseline(),
                                    2 * MOST_LINES,
                                    report)
                            .search("baseline", options.lines());
            report.say(String.format(Locale.ROOT, "held by the baseline: %d", peer));
        }
        return held > 0;
    }
}
