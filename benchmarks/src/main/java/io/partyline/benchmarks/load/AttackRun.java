package io.partyline.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The real program with callers on the air and a host who clicks, while strangers attack both of
/// its doors: whether the callers hear a gap, and how long a click takes.
final class AttackRun {
    /// What a click may take, in 99 of 100 cases.
    private static final double LATEST_CLICK_MS = 50;

    private static final long BETWEEN_MARKERS = 1_000_000_000;
    private static final Duration SETTLE = Duration.ofSeconds(6);

    private static final Pattern TROUBLE = Pattern.compile("WARNING|SEVERE|Exception");
    private static final int MOST_TOLD = 5;

    private final LoadOptions options;
    private final Cores cores;
    private final Report report;
    private int told;

    AttackRun(LoadOptions options, Cores cores, Report report) {
        this.options = options;
        this.cores = cores;
        this.report = report;
    }

    /// Whether no caller heard a gap, everybody heard whom they should, and each click was answered
    /// in time.
    boolean run() {
        report.head(cores);
        try (AppUnderLoad app = new AppUnderLoad(options.home(), options.configured(), cores)) {
            Party party = new Party(BETWEEN_MARKERS, System.nanoTime());
            try (Crowd crowd = new Crowd(app.phonePort(), number -> party, app.carrier()::rings)) {
                callers(app, crowd, party);
                Naps.nap(options.warmUp());
                boolean fine = true;
                for (Attack attack : Attack.values()) {
                    fine &= under(attack, app, crowd);
                }
                return fine && app.process().alive();
            }
        }
    }

    private void callers(AppUnderLoad app, Crowd crowd, Party party) {
        for (int i = 0; i < options.lines(); i++) {
            Line line = crowd.ring();
            if (i < options.onAir()) {
                StudioDesk.Answer taken = app.desk().post(Deed.TAKE.path(line.call()), "{}");
                if (!taken.fine()) {
                    throw new IllegalStateException("A take was refused. " + taken.sentence());
                }
                boolean clickedAt = i == 0;
                crowd.trunk()
                        .ask(() -> {
                            join(party, line, clickedAt);
                            return line;
                        });
            }
        }
    }

    /// Whoever is muted and unmuted all the time is heard or not, as it happens.
    private static void join(Party party, Line line, boolean clickedAt) {
        if (clickedAt) {
            party.listen(line);
        } else {
            party.take(line);
        }
    }

    /// What the program has said since it was last asked.
    private void trouble(AppUnderLoad app) {
        List<String> said = app.process().said();
        said.subList(told, said.size()).stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .limit(MOST_TOLD)
                .forEach(line -> report.say(String.format(Locale.ROOT, "  log: %s", line)));
        told = said.size();
    }

    private boolean under(Attack attack, AppUnderLoad app, Crowd crowd) {
        var clicks = new Clicks(app.desk(), crowd.lines().getFirst().call());
        Outcome seen;
        long times;
        try (clicks;
                Strangers strangers =
                        new Strangers(
                                attack,
                                List.of(app.phonePort(), app.studioPort()),
                                options.seed())) {
            seen = crowd.measure(options.seconds(), app.process());
            times = strangers.times();
        }
        report.row(attack.words(), seen);
        double late = clicks.answered().atMs(0.99);
        report.say(
                String.format(
                        Locale.ROOT,
                        "  %d clicks, answered in %.1f ms (half of them), %.1f (99 in 100), %.1f (all);"
                                + " %d refused; strangers came %d times",
                        clicks.answered().count(),
                        clicks.answered().atMs(0.5),
                        late,
                        clicks.answered().atMs(1),
                        clicks.refused(),
                        times));
        trouble(app);
        Naps.nap(attack == Attack.NOBODY ? Duration.ZERO : SETTLE);
        return seen.gaps() == 0
                && seen.heard().heard() == seen.heard().expected()
                && seen.open() == seen.lines()
                && clicks.refused() == 0
                && late <= LATEST_CLICK_MS;
    }
}
