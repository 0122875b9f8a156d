package io.partyline.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.mix.WhoHears.Ear;
import io.partyline.mix.WhoHears.Edge;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.RandomCommands;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.Stage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Nobody is heard by somebody who must not hear them, whatever has happened in the show.
class WhoHearsPropertiesTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 800;

    @ParameterizedTest
    @EnumSource(HeldCallerHears.class)
    void everyShowIsHeardAsItShouldBe(HeldCallerHears whileHeld) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                play(seed, whileHeld);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static void play(int seed, HeldCallerHears whileHeld) {
        var commands = new RandomCommands(new Random(seed));
        Show show = Show.before(0);
        Instant now = Instant.parse("2026-05-01T20:00:00Z");
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(commands.gap());
            show =
                    after(
                            show,
                            Decisions.decide(
                                    show, new ShowCommand.PassTime(), now, show.positionAt(now)));
            show =
                    after(
                            show,
                            Decisions.decide(
                                    show, commands.next(show, now), now, show.positionAt(now)));
            new Check(show, whileHeld).all();
        }
    }

    private static Show after(Show show, Decision decision) {
        Show next = show;
        if (decision instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                next = next.apply(event);
            }
        }
        return next;
    }

    private static final class Check {
        private final Show show;
        private final HeldCallerHears whileHeld;
        private final List<Edge> edges;

        private Check(Show show, HeldCallerHears whileHeld) {
            this.show = show;
            this.whileHeld = whileHeld;
            this.edges = new WhoHears(show, whileHeld).edges();
        }

        private void all() {
            noEdgeTwice();
            onlyThoseOnAirAreHeard();
            nobodyHearsThemself();
            whoeverWaitsHearsNoProgram();
            theHostSpeaksToOneOrToAll();
            theMonitorHasAllButTheHost();
            tapsAreForTheProgram();
            aClosedShowHasNoProgram();
            aCallerIsHeardOnTheirOwnChannelAlone();
        }

        private void noEdgeTwice() {
            Set<List<Object>> seen = new HashSet<>();
            edges.forEach(
                    edge -> check(seen.add(List.of(edge.ear(), edge.source())), "twice: " + edge));
        }

        private void onlyThoseOnAirAreHeard() {
            edges.stream()
                    .filter(edge -> outside(edge.ear()))
                    .forEach(edge -> check(mayBeHeard(edge.source()), "not on air: " + edge));
        }

        private static boolean outside(Ear ear) {
            return ear instanceof Ear.Program
                    || ear instanceof Ear.Console
                    || ear instanceof Ear.Feed
                    || ear instanceof Ear.Tap;
        }

        private boolean mayBeHeard(Source source) {
            return !(source instanceof Source.Voice(var id))
                    || show.call(id).filter(Check::onAirOrOnTheWay).isPresent();
        }

        private static boolean onAirOrOnTheWay(Call call) {
            boolean connected = call.marks().leg() || !call.caller().isReal();
            boolean aired = call.onAir() && !call.muted();
            return connected && (aired || call.stage() instanceof Stage.Taking);
        }

        private void nobodyHearsThemself() {
            for (Edge edge : edges) {
                if (edge.ear() instanceof Ear.Feed(var id)) {
                    check(!edge.source().equals(new Source.Voice(id)), "own voice: " + edge);
                }
            }
        }

        private void whoeverWaitsHearsNoProgram() {
            for (Edge edge : edges) {
                if (edge.ear() instanceof Ear.Feed(var id) && waits(id)) {
                    boolean bed = edge.source().equals(WhoHears.BED);
                    boolean spokenTo = edge.source().equals(WhoHears.HOST) && talkback(id);
                    boolean lower = whileHeld == HeldCallerHears.PROGRAM && edge.gain() < 1;
                    check(bed || spokenTo || lower, "heard while waiting: " + edge);
                }
            }
        }

        private boolean waits(CallId id) {
            return show.call(id).filter(call -> call.channel().isEmpty()).isPresent();
        }

        private boolean talkback(CallId id) {
            return show.call(id).filter(call -> call.marks().talkback()).isPresent();
        }

        private void theHostSpeaksToOneOrToAll() {
            List<CallId> alone =
                    show.calls().real().filter(c -> c.marks().talkback()).map(Call::id).toList();
            Set<Ear> hear = ears(WhoHears.HOST);
            boolean aired = show.open() && alone.isEmpty();
            check(hear.contains(WhoHears.PROGRAM) == aired, "host in program: " + hear);
            if (!alone.isEmpty()) {
                Set<Ear> spokenTo = alone.stream().map(Ear.Feed::new).collect(Collectors.toSet());
                check(hear.equals(spokenTo), "talkback heard by " + hear);
                alone.forEach(id ->
                        check(
                                ears(new Source.Voice(id)).contains(WhoHears.MONITOR),
                                "the host hears who they speak to"));
            }
        }

        private void theMonitorHasAllButTheHost() {
            Set<Source> program = sources(WhoHears.PROGRAM::equals);
            program.remove(WhoHears.HOST);
            Set<Source> monitor = sources(WhoHears.MONITOR::equals);
            check(monitor.containsAll(program), "monitor without " + program);
            check(!monitor.contains(WhoHears.HOST), "the host does not hear themself");
        }

        private void tapsAreForTheProgram() {
            Set<Source> program = sources(WhoHears.PROGRAM::equals);
            Set<Source> tapped = sources(ear -> ear instanceof Ear.Tap);
            check(tapped.equals(program), "taps of " + tapped + ", program of " + program);
        }

        private void aClosedShowHasNoProgram() {
            check(
                    show.open() || sources(WhoHears.PROGRAM::equals).isEmpty(),
                    "a program without a show");
        }

        private void aCallerIsHeardOnTheirOwnChannelAlone() {
            for (Edge edge : edges) {
                if (edge.ear() instanceof Ear.Console(var channel)
                        && edge.source() instanceof Source.Voice(var id)) {
                    Optional<Call> call = show.call(id);
                    check(
                            call.flatMap(Call::channel).equals(Optional.of(channel)),
                            "on another channel: " + edge);
                }
            }
        }

        /// Who hears a source at all.
        private Set<Ear> ears(Source source) {
            return edges.stream()
                    .filter(edge -> edge.source().equals(source) && edge.gain() > 0)
                    .map(Edge::ear)
                    .collect(Collectors.toSet());
        }

        private Set<Source> sources(Predicate<Ear> by) {
            return edges.stream()
                    .filter(edge -> by.test(edge.ear()) && edge.gain() > 0)
                    .map(Edge::source)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private void check(boolean holds, String rule) {
            if (!holds) {
                assertThat(rule).as(show.calls().toString()).isEmpty();
            }
        }
    }
}
