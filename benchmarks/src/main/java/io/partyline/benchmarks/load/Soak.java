package io.partyline.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Show after show of short calls on real sockets, as many in a minute as an evening has: rung, let
/// in, some taken on the air, and ended by the caller, by the host, or by a line that breaks.
/// Between two shows nobody is on the line, and what the program still holds is counted.
///
/// No model and no recogniser takes part, so the calls are nobody's talk.
final class Soak {
    /// Calls in a show.
    static final int CALLS = 200;

    private static final int AT_ONCE = 6;
    private static final double TAKEN = 0.6;

    /// How long what a call has left may take to go: a connection that is kept for the next
    /// request, a thread that waits for more work.
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final String HEAD =
            "%7s %7s %9s %8s %8s %8s %8s %8s %7s"
                    .formatted(
                            "calls", "minutes", "live MB", "RSS MB", "threads", "virtual", "files",
                            "streams", "kept");

    private final LoadOptions options;
    private final Cores cores;
    private final Report report;
    private final Random chance;
    private final Party party = new Party(Long.MAX_VALUE, 0);
    private final Map<String, Line> byCall = new ConcurrentHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<Footprint> curve = new ArrayList<>();
    private final long began = System.nanoTime();
    private int calls;

    Soak(LoadOptions options, Cores cores, Report report) {
        this.options = options;
        this.cores = cores;
        this.report = report;
        chance = new Random(options.seed());
    }

    /// Goes on as long as it was told to, two shows at least behind the first.
    ///
    /// @return whether nothing has grown since the end of the first show
    boolean run() {
        report.say(cores.words());
        long deadline = began + options.soak().toNanos();
        Growth growth = shows(CALLS, () -> curve.size() < 3 || System.nanoTime() < deadline);
        report.say(growth.words());
        List<String> findings = growth.findings();
        findings.forEach(found -> report.say("left over: " + found));
        report.say("%d calls, %d of them on the air".formatted(calls, taken.size()));
        refusals.forEach(
                (what, times) -> report.say("refused %d times: %s".formatted(times, what)));
        return findings.isEmpty();
    }

    /// So many shows.
    ///
    /// @param each calls in every one
    Growth shows(int each, int shows) {
        return shows(each, () -> curve.size() < shows);
    }

    private Growth shows(int each, BooleanSupplier more) {
        report.say(HEAD);
        try (AppUnderLoad app = new AppUnderLoad(options.home(), options.configured(), cores);
                Crowd crowd = new Crowd(app.phonePort(), number -> party, app.carrier()::rings)) {
            app.carrier().onHangUp(call -> hungUp(crowd, call));
            while (more.getAsBoolean()) {
                show(app, crowd, each);
            }
        }
        return new Growth(curve.getFirst(), curve.getLast());
    }

    private void show(AppUnderLoad app, Crowd crowd, int each) {
        for (int i = 0; i < each; i++) {
            ring(app, crowd);
            while (crowd.lines().size() >= AT_ONCE) {
                end(app, crowd, crowd.lines().getFirst());
            }
        }
        crowd.lines().forEach(line -> end(app, crowd, line));
        awaitNobody(app, crowd);
        app.desk().post("/api/session/end", "{}");
        Naps.nap(QUIET);
        count(Footprint.of(app.process(), calls));
        app.desk().post("/api/session/start", "{}");
    }

    private void ring(AppUnderLoad app, Crowd crowd) {
        Line line = crowd.ring();
        byCall.put(line.call(), line);
        calls++;
        if (chance.nextDouble() < TAKEN && done(app, Deed.TAKE, line.call())) {
            taken.add(line.call());
        }
    }

    private void end(AppUnderLoad app, Crowd crowd, Line line) {
        switch (chance.nextInt(3)) {
            case 0 -> hangUp(app, crowd, line);
            case 1 -> {
                crowd.trunk().ask(() -> cut(line));
                left(app, crowd, line);
            }
            default -> left(app, crowd, line);
        }
    }

    /// Whoever has not been taken hangs up themselves.
    private void hangUp(AppUnderLoad app, Crowd crowd, Line line) {
        String call = line.call();
        if (taken.contains(call) && done(app, Deed.HANG_UP, call)) {
            awaitGone(crowd, line);
        } else {
            left(app, crowd, line);
        }
    }

    private boolean done(AppUnderLoad app, Deed deed, String call) {
        StudioDesk.Answer answer = app.desk().post(deed.path(call), deed.body(call));
        if (!answer.fine()) {
            refusals.merge(deed.word() + ": " + answer.sentence(), 1, Integer::sum);
        }
        return answer.fine();
    }

    private static Line cut(Line line) {
        line.broken(new IOException("The line broke."));
        return line;
    }

    private void left(AppUnderLoad app, Crowd crowd, Line line) {
        app.carrier().over(line.call());
        byCall.remove(line.call());
        crowd.hangUp(line);
    }

    private void hungUp(Crowd crowd, String call) {
        Line line = byCall.remove(call);
        if (line != null) {
            crowd.hangUp(line);
        }
    }

    private static void awaitGone(Crowd crowd, Line line) {
        await(() -> !crowd.lines().contains(line), "the carrier to be told of a hang-up");
    }

    private static void awaitNobody(AppUnderLoad app, Crowd crowd) {
        await(
                () ->
                        crowd.lines().isEmpty()
                                && app.desk().read("/api/show").path("calls").isEmpty(),
                "the last call to be over");
    }

    private static void await(BooleanSupplier wish, String what) {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        while (!wish.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It took too long for " + what + ".");
            }
            Naps.nap(BETWEEN_LOOKS);
        }
    }

    private void count(Footprint now) {
        curve.add(now);
        report.say(
                String.format(
                        Locale.ROOT,
                        "%7d %7.1f %9.1f %8.1f %8d %8d %8d %8d %7d",
                        now.calls(),
                        (System.nanoTime() - began) / 60e9,
                        now.liveMb(),
                        now.residentMb(),
                        now.threads(),
                        now.virtualThreads(),
                        now.files(),
                        now.objects().count("io.partyline.twilio.MediaStream"),
                        now.objects().count("io.partyline.port.Journal$Entry")));
    }
}
