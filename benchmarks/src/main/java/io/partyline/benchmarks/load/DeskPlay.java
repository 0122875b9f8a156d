package io.partyline.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The desk, played and undone at random for minutes: callers are taken, held, muted, locked,
/// talked to, dropped and hung up, and ring again.
///
/// After every few deeds somebody says a marker: one on the air is heard by everybody else on the
/// air and by nobody beside them, one who is muted or waits by nobody. Nothing that is done here
/// may be refused, since only what the host may do is done. The same seed plays the same desk.
final class DeskPlay {
    private static final List<Deed> DEEDS = List.of(Deed.values());

    /// Between two markers.
    private static final int MOST_DEEDS = 4;

    /// Attempts to find somebody whom a deed fits.
    private static final int MOST_TRIES = 50;

    /// Until what has been done is in the sound.
    private static final Duration SETTLE = Duration.ofMillis(300);

    /// Until a marker has been heard by everybody.
    private static final Duration HEAR = Duration.ofMillis(450);

    private static final int MOST_TOLD = 20;

    private final LoadOptions options;
    private final Cores cores;
    private final Report report;
    private final Random chance;
    private final Party party = new Party(Long.MAX_VALUE, 0);
    private final List<Seat> seats = new ArrayList<>();
    private final Map<String, Line> byCall = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int deeds;
    private int markers;
    private int wrong;
    private int lost;
    private int mostOnAir;

    DeskPlay(LoadOptions options, Cores cores, Report report) {
        this.options = options;
        this.cores = cores;
        this.report = report;
        chance = new Random(options.seed());
    }

    /// Whether nothing was refused or lost, and everybody heard whom they should.
    boolean run() {
        report.say(cores.words());
        try (AppUnderLoad app = new AppUnderLoad(options.home(), options.configured(), cores);
                Crowd crowd = new Crowd(app.phonePort(), number -> party, app.carrier()::rings)) {
            app.carrier().onHangUp(call -> hungUp(crowd, call));
            for (int i = 0; i < options.lines(); i++) {
                ring(crowd);
                Naps.nap(Duration.ofSeconds(1).dividedBy(options.ringing()));
            }
            long deadline = System.nanoTime() + options.desk().toNanos();
            while (System.nanoTime() < deadline && app.process().alive()) {
                round(app, crowd);
            }
            return verdict(app);
        }
    }

    private boolean verdict(AppUnderLoad app) {
        List<String> trouble = app.process().said().stream().filter(DeskPlay::isTrouble).toList();
        report.say(
                String.format(
                        Locale.ROOT,
                        "%d deeds, up to %d on the air; %d markers, %d heard wrongly; %d streams"
                                + " lost; %d lines of trouble in the log",
                        deeds,
                        mostOnAir,
                        markers,
                        wrong,
                        lost,
                        trouble.size()));
        refusals.forEach((what, times) ->
                report.say(String.format(Locale.ROOT, "refused %d times: %s", times, what)));
        trouble.stream()
                .limit(MOST_TOLD)
                .forEach(line -> report.say(String.format(Locale.ROOT, "log: %s", line)));
        boolean alive = app.process().alive();
        return alive && wrong == 0 && lost == 0 && refusals.isEmpty() && trouble.isEmpty();
    }

    private static boolean isTrouble(String line) {
        return line.contains("Exception") || line.contains("SEVERE") || line.startsWith("\tat ");
    }

    private void round(AppUnderLoad app, Crowd crowd) {
        ringAgain(crowd);
        for (int i = chance.nextInt(MOST_DEEDS); i >= 0; i--) {
            somebody().ifPresent(next -> play(app, crowd, next.seat(), next.deed()));
        }
        mostOnAir = Math.max(mostOnAir, onAir());
        Naps.nap(SETTLE);
        listen(crowd, chance.nextBoolean() ? Seat::onAir : Seat::held);
    }

    private int onAir() {
        return (int) seats.stream().filter(Seat::onAir).count();
    }

    private record Next(Seat seat, Deed deed) {}

    private Optional<Next> somebody() {
        boolean full = seats.stream().filter(Seat::holdsChannel).count() >= options.onAir();
        for (int i = 0; i < MOST_TRIES && !seats.isEmpty(); i++) {
            Deed deed = DEEDS.get(chance.nextInt(DEEDS.size()));
            Seat seat = seats.get(chance.nextInt(seats.size()));
            if (seat.fits(deed, System.nanoTime()) && !(deed.takes() && full)) {
                return Optional.of(new Next(seat, deed));
            }
        }
        return Optional.empty();
    }

    private void play(AppUnderLoad app, Crowd crowd, Seat seat, Deed deed) {
        deeds++;
        long now = System.nanoTime();
        if (deed == Deed.LEAVE) {
            app.carrier().over(seat.line().call());
            seat.done(deed, now);
            crowd.hangUp(seat.line());
            return;
        }
        String call = seat.line().call();
        StudioDesk.Answer answer = app.desk().post(deed.path(call), deed.body(call));
        if (answer.fine()) {
            String who = answer.body().path("caller").path("call_sid").asText(call);
            seats.stream()
                    .filter(each -> each.line().call().equals(who))
                    .forEach(each -> each.done(deed, now));
        } else {
            refused(deed.word() + ": " + answer.status() + " " + answer.sentence());
        }
    }

    private void refused(String what) {
        refusals.merge(what, 1, Integer::sum);
    }

    /// One of them says a marker, and it is noted who hears it.
    private void listen(Crowd crowd, Predicate<Seat> whom) {
        List<Seat> talkers =
                seats.stream()
                        .filter(whom)
                        .filter(seat -> seat.line().state() == Line.State.OPEN)
                        .toList();
        if (talkers.isEmpty()) {
            return;
        }
        Seat talker = talkers.get(chance.nextInt(talkers.size()));
        Set<Line> expected =
                seats.stream()
                        .filter(seat -> talker.heard() && seat.onAir() && seat != talker)
                        .map(Seat::line)
                        .collect(Collectors.toSet());
        crowd.trunk().ask(() -> begin(talker.line()));
        Naps.nap(HEAR);
        Set<Line> hearers = crowd.trunk().ask(party::hearers);
        markers++;
        if (!hearers.equals(expected)) {
            wrong(talker, expected, hearers);
        }
    }

    private Line begin(Line talker) {
        party.begin(talker, System.nanoTime());
        return talker;
    }

    private void wrong(Seat talker, Set<Line> expected, Set<Line> hearers) {
        wrong++;
        if (wrong <= MOST_TOLD) {
            report.say(
                    String.format(
                            Locale.ROOT,
                            "%s was heard by %s and not by %s, of those who should: %s",
                            talker,
                            numbers(
                                    hearers.stream()
                                            .filter(line -> !expected.contains(line))
                                            .toList()),
                            numbers(
                                    expected.stream()
                                            .filter(line -> !hearers.contains(line))
                                            .toList()),
                            numbers(List.copyOf(expected))));
        }
    }

    private static List<Integer> numbers(List<Line> lines) {
        return lines.stream().map(Line::index).sorted().toList();
    }

    /// For everybody who has gone, somebody rings.
    private void ringAgain(Crowd crowd) {
        List<Seat> gone =
                seats.stream()
                        .filter(seat ->
                                seat.line().state() == Line.State.CLOSING
                                        || seat.line().state() == Line.State.OVER)
                        .toList();
        for (Seat seat : gone) {
            if (!seat.mayEnd()) {
                lost++;
                report.say(
                        String.format(
                                Locale.ROOT,
                                "The stream of %s was lost: %s",
                                seat,
                                seat.line().why()));
            }
            seats.remove(seat);
            byCall.remove(seat.line().call());
        }
        for (int i = seats.size(); i < options.lines(); i++) {
            ring(crowd);
        }
    }

    private void ring(Crowd crowd) {
        try {
            Line line = crowd.ring();
            byCall.put(line.call(), line);
            seats.add(new Seat(line));
        } catch (IllegalStateException e) {
            refused("ring: " + e.getMessage());
        }
    }

    /// The show has ended a call by REST: the carrier ends the stream and says that it is over.
    private void hungUp(Crowd crowd, String call) {
        Line line = byCall.get(call);
        if (line != null) {
            crowd.hangUp(line);
        }
    }
}
