package io.partyline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One load: the real program with so many held, then with some of them on the air, then with two
/// left; and the baseline in the same minutes.
final class LoadRun {
    /// Memory is counted a line beyond so many, where what is fixed has been paid.
    static final int FIRST_LINES = 40;

    private static final long BETWEEN_MARKERS = 1_000_000_000;
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration TO_TAKE = Duration.ofSeconds(60);

    private final LoadOptions options;
    private final Cores cores;
    private final Report report;

    LoadRun(LoadOptions options, Cores cores, Report report) {
        this.options = options;
        this.cores = cores;
        this.report = report;
    }

    /// Whether everything was held, and everybody heard whom they should.
    boolean run() {
        report.head(cores);
        boolean fine = app();
        if (options.baseline()) {
            report.row("baseline, rooms of 2", baseline());
        }
        return fine;
    }

    private boolean app() {
        try (AppUnderLoad app = new AppUnderLoad(options.home(), options.configured(), cores)) {
            Party party = new Party(BETWEEN_MARKERS, System.nanoTime());
            try (Crowd crowd = crowd(app, party)) {
                return windows(app, crowd, party);
            }
        }
    }

    private boolean windows(AppUnderLoad app, Crowd crowd, Party party) {
        long empty = app.process().neededKb();
        ring(crowd, Math.min(FIRST_LINES, options.lines()));
        Naps.nap(SETTLE);
        long first = app.process().neededKb();
        ring(crowd, options.lines() - crowd.lines().size());
        Naps.nap(options.warmUp());
        Outcome held = crowd.measure(options.seconds(), app.process());
        report.row("all held", held);
        int taken = takeSome(app, crowd, party);
        Naps.nap(options.warmUp());
        Outcome aired = crowd.measure(options.seconds(), app.process());
        report.row(taken + " on air", aired);
        long all = app.process().neededKb();
        leaveTwo(app, crowd, party);
        Outcome idle = crowd.measure(options.seconds(), app.process());
        report.row("idle: two callers", idle);
        if (options.lines() > 2) {
            costs(held, aired, idle, taken);
        }
        memory(empty, first, all);
        boolean heard = aired.heard().heard() == aired.heard().expected();
        return taken == options.onAir()
                && held.held()
                && aired.held()
                && heard
                && isDiscreet(aired);
    }

    private static boolean isDiscreet(Outcome seen) {
        return seen.heard().self() + seen.heard().leaked() + seen.heard().stray() == 0;
    }

    private void costs(Outcome held, Outcome aired, Outcome idle, int taken) {
        report.say(
                String.format(
                        Locale.ROOT,
                        "us a frame beyond idle, held: %.1f",
                        held.microsBeyond(idle)));
        if (taken > 0) {
            report.say(
                    String.format(
                            Locale.ROOT,
                            "us a frame beyond idle, aired: %.1f",
                            aired.microsAired(held, idle, taken)));
        }
    }

    private void memory(long empty, long first, long all) {
        int more = options.lines() - FIRST_LINES;
        if (more > 0) {
            report.say(
                    String.format(
                            Locale.ROOT,
                            "memory a line beyond the first %d: %d KiB",
                            FIRST_LINES,
                            (all - first) / more));
        } else {
            report.say(
                    String.format(
                            Locale.ROOT, "memory a line: %d KiB", (all - empty) / options.lines()));
        }
    }

    private static Crowd crowd(AppUnderLoad app, Party party) {
        return new Crowd(app.phonePort(), number -> party, app.carrier()::rings);
    }

    private void ring(Crowd crowd, int count) {
        Duration between = Duration.ofSeconds(1).dividedBy(options.ringing());
        for (int i = 0; i < count; i++) {
            var _ = crowd.ring();
            Naps.nap(between);
        }
    }

    /// Takes callers until enough are on the air; a refusal is said once for each sentence.
    private int takeSome(AppUnderLoad app, Crowd crowd, Party party) {
        Set<String> refusals = new HashSet<>();
        int taken = 0;
        long deadline = System.nanoTime() + TO_TAKE.toNanos();
        for (Line line : crowd.lines()) {
            if (taken == options.onAir() || System.nanoTime() > deadline) {
                break;
            }
            StudioDesk.Answer answer = app.desk().post("/api/queue/take/" + line.call(), "{}");
            if (answer.fine()) {
                taken++;
                crowd.trunk().ask(() -> take(party, line));
            } else if (refusals.add(answer.sentence())) {
                report.say(
                        String.format(
                                Locale.ROOT,
                                "A take was refused: %d %s",
                                answer.status(),
                                answer.sentence()));
            }
        }
        return taken;
    }

    private static Line take(Party party, Line line) {
        party.take(line);
        return line;
    }

    /// The carrier's side of everybody's hanging up but two.
    private void leaveTwo(AppUnderLoad app, Crowd crowd, Party party) {
        List<Line> going = new ArrayList<>(crowd.lines());
        going.subList(0, 2).clear();
        for (Line line : going) {
            crowd.trunk().ask(() -> leave(party, line));
            app.carrier().over(line.call());
            crowd.hangUp(line);
        }
        awaitQuiet(app);
        Naps.nap(SETTLE);
    }

    private static Line leave(Party party, Line line) {
        party.leave(line);
        return line;
    }

    private static void awaitQuiet(AppUnderLoad app) {
        long deadline = System.nanoTime() + TO_TAKE.toNanos();
        while (live(app.desk().read("/api/show")) > 2 && System.nanoTime() < deadline) {
            Naps.nap(SETTLE);
        }
    }

    private static int live(JsonNode show) {
        return show.path("calls").size();
    }

    /// The same number of streams against the plain server.
    Outcome baseline() {
        try (PeerUnderLoad peer = new PeerUnderLoad(cores)) {
            List<Party> rooms = new ArrayList<>();
            for (int i = 0; 2 * i < options.lines(); i++) {
                long first = System.nanoTime() + i * BETWEEN_MARKERS / Math.max(1, options.lines());
                rooms.add(new Party(BETWEEN_MARKERS, first));
            }
            try (Crowd crowd =
                    new Crowd(peer.port(), number -> rooms.get(number / 2), call -> {})) {
                for (int i = 0; i < options.lines(); i++) {
                    Line line = crowd.ring();
                    crowd.trunk().ask(() -> take(line.party(), line));
                }
                Naps.nap(options.warmUp().dividedBy(2));
                return crowd.measure(options.seconds(), peer.process());
            }
        }
    }

    /// Everybody held in a program of their own, for the search of how many there can be.
    Outcome held() {
        try (AppUnderLoad app = new AppUnderLoad(options.home(), options.configured(), cores)) {
            Party party = new Party(BETWEEN_MARKERS, System.nanoTime());
            try (Crowd crowd = crowd(app, party)) {
                ring(crowd, options.lines());
                var _ = takeSome(app, crowd, party);
                Naps.nap(options.warmUp());
                return crowd.measure(options.seconds(), app.process());
            }
        }
    }
}
