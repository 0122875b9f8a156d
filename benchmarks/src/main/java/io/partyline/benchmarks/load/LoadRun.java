package io.partyline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

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
        List<Round> rounds = rounds(app, crowd, party);
        long all = app.process().neededKb();
        leaveTwo(app, crowd, party);
        Outcome idle = crowd.measure(options.seconds(), app.process());
        report.row("idle: two callers", idle);
        if (options.lines() > 2) {
            costs(rounds, idle);
        }
        memory(empty, first, all);
        return rounds.stream().allMatch(this::isFine);
    }

    /// Callers are held and lifted on the air by turns: what a computer does besides changes
    /// slowly, and its turns do not. The compiler is waited for the first time.
    private List<Round> rounds(AppUnderLoad app, Crowd crowd, Party party) {
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < options.rounds(); i++) {
            Outcome held = crowd.measure(options.seconds(), app.process());
            report.row("all held", held);
            List<Line> taken = takeSome(app, crowd, party);
            Naps.nap(i == 0 ? options.warmUp() : SETTLE);
            Outcome aired = crowd.measure(options.seconds(), app.process());
            report.row(taken.size() + " on air", aired);
            rounds.add(new Round(held, aired, taken.size()));
            if (i + 1 < options.rounds()) {
                holdAgain(app, crowd, party, taken);
                Naps.nap(SETTLE);
            }
        }
        return rounds;
    }

    /// A window with everybody held, and the next with some of them on the air.
    private record Round(Outcome held, Outcome aired, int taken) {}

    private boolean isFine(Round round) {
        Party.Heard heard = round.aired().heard();
        return round.taken() == options.onAir()
                && round.held().held()
                && round.aired().held()
                && heard.heard() == heard.expected()
                && isDiscreet(round.aired());
    }

    private static boolean isDiscreet(Outcome seen) {
        return seen.heard().self() + seen.heard().leaked() + seen.heard().stray() == 0;
    }

    private void costs(List<Round> rounds, Outcome idle) {
        cost("held", rounds, round -> round.held().microsBeyond(idle));
        if (options.onAir() > 0) {
            cost(
                    "aired",
                    rounds,
                    round -> round.aired().microsAired(round.held(), idle, round.taken()));
        }
    }

    /// The median of all rounds, and the least and the most if there are several.
    private void cost(String what, List<Round> rounds, ToDoubleFunction<Round> micros) {
        double[] all = rounds.stream().mapToDouble(micros).sorted().toArray();
        double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
        String spread =
                all.length == 1
                        ? ""
                        : String.format(
                                Locale.ROOT, " (%.1f to %.1f)", all[0], all[all.length - 1]);
        report.say(
                String.format(
                        Locale.ROOT, "us a frame beyond idle, %s: %.1f%s", what, median, spread));
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
    private List<Line> takeSome(AppUnderLoad app, Crowd crowd, Party party) {
        Set<String> refusals = new HashSet<>();
        var taken = new ArrayList<Line>();
        long deadline = System.nanoTime() + TO_TAKE.toNanos();
        for (Line line : crowd.lines()) {
            if (taken.size() == options.onAir() || System.nanoTime() > deadline) {
                break;
            }
            StudioDesk.Answer answer = post(app, Deed.TAKE, line);
            if (answer.fine()) {
                taken.add(line);
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

    private static StudioDesk.Answer post(AppUnderLoad app, Deed deed, Line line) {
        return app.desk().post(deed.path(line.call()), deed.body(line.call()));
    }

    /// Puts callers back on hold.
    private void holdAgain(AppUnderLoad app, Crowd crowd, Party party, List<Line> onAir) {
        for (Line line : onAir) {
            crowd.trunk().ask(() -> leave(party, line));
            StudioDesk.Answer answer = post(app, Deed.HOLD, line);
            if (!answer.fine()) {
                report.say(
                        String.format(
                                Locale.ROOT,
                                "A hold was refused: %d %s",
                                answer.status(),
                                answer.sentence()));
            }
        }
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
