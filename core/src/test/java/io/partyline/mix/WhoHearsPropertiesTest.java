package io.partyline.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.mix.WhoHears.Edge;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.RandomCommands;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nobody is heard by somebody who must not hear them, whatever has happened in the show.
class WhoHearsPropertiesTest {
    /// A mutation run plays fewer: it plays them once for each fault.
    private static final int SEEDS = Integer.getInteger("seeds", 6);

    private static final int MORE_SEEDS = 60;

    private static final int STEPS = 800;

    @ParameterizedTest
    @EnumSource(HeldCallerHears.class)
    void everyShowIsHeardAsItShouldBe(HeldCallerHears whileHeld) {
        play(0, SEEDS, whileHeld);
    }

    @Tag("ci")
    @ParameterizedTest
    @EnumSource(HeldCallerHears.class)
    void soIsEveryOneOfMany(HeldCallerHears whileHeld) {
        play(SEEDS, MORE_SEEDS, whileHeld);
    }

    private static void play(int from, int count, HeldCallerHears whileHeld) {
        for (int seed = from; seed < from + count; seed++) {
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

    /// A show with one caller, who waits on a leg and is asked by the screener.
    private static Show asked(CallId call) {
        Show show = Show.before(0);
        for (Command command :
                List.of(
                        new ShowCommand.OpenShow(
                                new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true),
                        new CallCommand.Ring(call, CallerNumber.WITHHELD),
                        new CallCommand.OpenLeg(call),
                        new CallCommand.Screen(call))) {
            show = after(show, decided(show, command));
        }
        return show;
    }

    private static Decision decided(Show show, Command command) {
        return Decisions.decide(show, command, Instant.EPOCH, 0);
    }

    /// Else the rules would be kept by shows in which nobody is asked.
    @Test
    void aCallerWhoIsAskedHearsTheScreener() {
        var call = new CallId("call-dave");
        Show show = asked(call);
        for (HeldCallerHears whileHeld : HeldCallerHears.values()) {
            var who = new WhoHears(show, whileHeld);
            assertThat(who.callers()).containsEntry(call, new Mix.OnHoldUnderScreener(call));
            assertThat(who.edges())
                    .contains(
                            new Edge(
                                    new Mix.OnHoldUnderScreener(call),
                                    new Source.Screener(call),
                                    1),
                            new Edge(new Mix.ToScreener(call), new Source.Voice(call), 1));
        }
    }

    /// Else the rules would be kept by shows in which the producer says nothing.
    @Test
    void aCallerWithWhomTheProducerTalksHearsTheProducer() {
        var call = new CallId("call-dave");
        Show asked = asked(call);
        Show show = after(asked, decided(asked, new CallCommand.BeginProducerTalk(call)));
        for (HeldCallerHears whileHeld : HeldCallerHears.values()) {
            var who = new WhoHears(show, whileHeld);
            assertThat(who.callers()).containsEntry(call, WhoHears.UNDER_PRODUCER);
            assertThat(who.edges())
                    .contains(
                            new Edge(WhoHears.UNDER_PRODUCER, WhoHears.PRODUCER, 1),
                            new Edge(WhoHears.UNDER_PRODUCER, WhoHears.BED, 0.125f),
                            new Edge(WhoHears.TO_PRODUCER, new Source.Voice(call), 1));
        }
    }

    private static final class Check {
        private final Show show;
        private final HeldCallerHears whileHeld;
        private final List<Edge> edges;
        private final Map<CallId, Mix> callers;

        private Check(Show show, HeldCallerHears whileHeld) {
            this.show = show;
            this.whileHeld = whileHeld;
            this.edges = new WhoHears(show, whileHeld).edges();
            this.callers = new WhoHears(show, whileHeld).callers();
        }

        private void all() {
            noEdgeTwice();
            onlyThoseOnAirAreHeard();
            everyCallerWithALegHearsOneMix();
            aMixIsForWhoeverHearsIt();
            howManyMixesThereAreDoesNotGrowWithThoseWhoWait();
            nobodyHearsThemself();
            whoeverWaitsHearsNoProgram();
            theHostSpeaksToOneOrToAll();
            theScreenerAndACallerAreAlone();
            theProducerAndACallerAreAlone();
            theMonitorHasAllButTheHost();
            recordedAndListenedToIsWhatIsInTheProgram();
            musicIsPartOfTheProgram();
            whatIsPlayedHasTheLastTwoChannelsToItself();
            theStemOfMusicIsDry();
            aClosedShowHasNoProgram();
            aCallerIsHeardOnTheirOwnChannelAlone();
            whatIsKeptIsAsItCame();
        }

        /// Nobody listens to a voice as it came but the recorder, the transcriber and the screener,
        /// and none of those hears it as it was made.
        private void whatIsKeptIsAsItCame() {
            for (Edge edge : edges) {
                boolean kept =
                        edge.mix() instanceof Mix.Recorded
                                || edge.mix() instanceof Mix.ListenedTo
                                || edge.mix() instanceof Mix.ToScreener;
                check(
                        Form.of(edge.mix()) == (kept ? Form.DRY : Form.WORKED),
                        "in the wrong form: ",
                        edge);
            }
        }

        private void noEdgeTwice() {
            Set<List<Object>> seen = new HashSet<>();
            edges.forEach(
                    edge -> check(seen.add(List.of(edge.mix(), edge.source())), "twice: ", edge));
        }

        private void onlyThoseOnAirAreHeard() {
            edges.stream()
                    .filter(edge -> outside(edge.mix()))
                    .forEach(edge -> check(mayBeHeard(edge.source()), "not on air: ", edge));
        }

        private static boolean outside(Mix mix) {
            return !(mix instanceof Mix.Monitor)
                    && !(mix instanceof Mix.ToScreener)
                    && !(mix instanceof Mix.ToProducer);
        }

        /// Whoever is asked waits, is heard by the screener alone, and hears the screener alone;
        /// nobody else hears a word of it, and nothing of it is recorded or written down.
        private void theScreenerAndACallerAreAlone() {
            for (Edge edge : edges) {
                if (edge.source() instanceof Source.Screener(var id)) {
                    check(isAsked(id), "a screener without a caller: ", edge);
                    check(
                            edge.mix().equals(new Mix.OnHoldUnderScreener(id))
                                    && edge.mix().equals(callers.get(id)),
                            "the screener is heard elsewhere: ",
                            edge);
                }
                if (edge.mix() instanceof Mix.ToScreener(var id)) {
                    check(
                            isAsked(id) && edge.source().equals(new Source.Voice(id)),
                            "the screener overhears somebody: ",
                            edge);
                }
                if (edge.mix() instanceof Mix.OnHoldUnderScreener(var id)) {
                    check(
                            edge.source().equals(new Source.Screener(id))
                                    || (edge.source().equals(WhoHears.BED) && edge.gain() < 1),
                            "heard while asked: ",
                            edge);
                }
            }
            show.calls().real().map(Call::id).filter(this::isAsked).forEach(this::isAlone);
        }

        /// Nobody but the one caller hears the producer: no program, no stem, no host, no AI, no
        /// other caller; and the producer hears that caller and nothing else, and alone does so.
        private void theProducerAndACallerAreAlone() {
            List<CallId> talked = callers.keySet().stream().filter(this::isTalkedWith).toList();
            check(talked.size() <= 1, "the producer talks with ", talked);
            Set<Mix> hear = talked.isEmpty() ? Set.of() : Set.of(WhoHears.UNDER_PRODUCER);
            check(mixes(WhoHears.PRODUCER).equals(hear), "the producer is heard elsewhere");
            check(
                    sources(WhoHears.TO_PRODUCER::equals)
                            .equals(
                                    talked.stream()
                                            .map(Source.Voice::new)
                                            .collect(Collectors.toSet())),
                    "the producer overhears somebody");
            check(
                    Set.of(WhoHears.PRODUCER, WhoHears.BED)
                            .containsAll(sources(WhoHears.UNDER_PRODUCER::equals)),
                    "heard while talked with");
            callers.forEach((id, mix) ->
                    check(
                            mix.equals(WhoHears.UNDER_PRODUCER) == talked.contains(id),
                            "the producer's words for ",
                            id));
            talked.forEach(id ->
                    check(
                            mixes(new Source.Voice(id)).equals(Set.of(WhoHears.TO_PRODUCER)),
                            "heard by others while talked with: ",
                            id));
        }

        private boolean isTalkedWith(CallId id) {
            return show.call(id)
                    .filter(call -> call.held() && call.marks().leg())
                    .filter(call -> call.marks().producer() && !call.marks().talkback())
                    .isPresent();
        }

        private void isAlone(CallId id) {
            check(
                    mixes(new Source.Voice(id)).equals(Set.of(new Mix.ToScreener(id))),
                    "heard by others while asked: ",
                    id);
        }

        private boolean isAsked(CallId id) {
            return show.call(id)
                    .filter(call -> call.held() && call.marks().leg())
                    .filter(call -> call.card().asking() && !call.marks().talkback())
                    .filter(call -> !call.marks().producer())
                    .isPresent();
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

        private void everyCallerWithALegHearsOneMix() {
            Set<CallId> legs =
                    show.calls()
                            .real()
                            .filter(call -> call.marks().leg())
                            .map(Call::id)
                            .collect(Collectors.toSet());
            check(callers.keySet().equals(legs), "mixes for ", callers.keySet());
            callers.forEach((id, mix) ->
                    check(
                            !sourcesOf(mix).isEmpty() || !show.open() || alone(id),
                            "nothing for ",
                            id));
        }

        /// The only one on the air, or the host is talking to somebody else: nobody to hear.
        private boolean alone(CallId id) {
            return !waits(id) || whileHeld == HeldCallerHears.PROGRAM;
        }

        private void aMixIsForWhoeverHearsIt() {
            for (Edge edge : edges) {
                boolean forCallers =
                        edge.mix() instanceof Mix.MinusSelf
                                || edge.mix() instanceof Mix.OnHold
                                || edge.mix() instanceof Mix.OnHoldUnderTalkback
                                || edge.mix() instanceof Mix.OnHoldUnderScreener
                                || edge.mix() instanceof Mix.OnHoldUnderProducer;
                check(!forCallers || callers.containsValue(edge.mix()), "for nobody: ", edge);
            }
        }

        private void howManyMixesThereAreDoesNotGrowWithThoseWhoWait() {
            long onAir = show.calls().live().values().stream().filter(c -> !waits(c.id())).count();
            long asked = callers.keySet().stream().filter(this::isAsked).count();
            check(Set.copyOf(callers.values()).size() <= onAir + asked + 3, "too many mixes");
        }

        private void nobodyHearsThemself() {
            callers.forEach((id, mix) ->
                    check(!sourcesOf(mix).contains(new Source.Voice(id)), "own voice: ", id));
        }

        private void whoeverWaitsHearsNoProgram() {
            callers.forEach((id, mix) -> {
                if (waits(id)) {
                    edges.stream()
                            .filter(edge -> edge.mix().equals(mix))
                            .forEach(edge -> checkWaiting(id, edge));
                }
            });
        }

        private void checkWaiting(CallId id, Edge edge) {
            boolean bed = edge.source().equals(WhoHears.BED);
            boolean spokenTo = edge.source().equals(WhoHears.HOST) && talkback(id);
            boolean lower = whileHeld == HeldCallerHears.PROGRAM && edge.gain() < 1;
            boolean asked = edge.source().equals(new Source.Screener(id));
            boolean talkedWith = edge.source().equals(WhoHears.PRODUCER) && isTalkedWith(id);
            check(bed || spokenTo || lower || asked || talkedWith, "heard while waiting: ", edge);
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
            Set<Mix> hear = mixes(WhoHears.HOST);
            boolean aired = show.open() && alone.isEmpty();
            check(hear.contains(WhoHears.PROGRAM) == aired, "host in program: ", hear);
            if (!alone.isEmpty()) {
                List<CallId> spokenTo =
                        callers.keySet().stream()
                                .filter(id -> hear.contains(callers.get(id)))
                                .toList();
                check(
                        spokenTo.containsAll(withALeg(alone)) && alone.containsAll(spokenTo),
                        "talkback heard by ",
                        spokenTo);
                check(hear.stream().noneMatch(this::isForMany), "talkback in ", hear);
                withALeg(alone)
                        .forEach(id ->
                                check(
                                        mixes(new Source.Voice(id)).contains(WhoHears.MONITOR),
                                        "the host hears who they speak to"));
            }
        }

        private List<CallId> withALeg(List<CallId> calls) {
            return calls.stream().filter(callers::containsKey).toList();
        }

        private boolean isForMany(Mix mix) {
            return !mix.equals(WhoHears.UNDER_TALKBACK);
        }

        private void theMonitorHasAllButTheHost() {
            Set<Source> program = sources(WhoHears.PROGRAM::equals);
            program.remove(WhoHears.HOST);
            Set<Source> monitor = sources(WhoHears.MONITOR::equals);
            check(monitor.containsAll(program), "monitor without ", program);
            check(!monitor.contains(WhoHears.HOST), "the host does not hear themself");
        }

        private void recordedAndListenedToIsWhatIsInTheProgram() {
            Set<Source> program = sources(WhoHears.PROGRAM::equals);
            Set<Source> recorded =
                    edges.stream()
                            .filter(edge -> edge.gain() > 0)
                            .flatMap(edge -> recorded(edge.mix()).stream())
                            .collect(Collectors.toSet());
            Set<Source> listenedTo = sources(mix -> mix instanceof Mix.ListenedTo);
            check(recorded.equals(program), "stems and program: ", List.of(recorded, program));
            program.removeAll(Set.of(WhoHears.MUSIC, WhoHears.EFFECTS));
            check(listenedTo.equals(program), "words and program: ", List.of(listenedTo, program));
        }

        /// Everybody who hears the program hears what is played in it, and nobody else does.
        private void musicIsPartOfTheProgram() {
            for (Source played : List.of(WhoHears.MUSIC, WhoHears.EFFECTS)) {
                Set<Mix> hear = mixes(played);
                check(hear.contains(WhoHears.PROGRAM) == show.open(), played + " for ", hear);
                check(hear.contains(WhoHears.MONITOR), played + " for ", hear);
                callers.forEach((id, mix) ->
                        check(
                                hear.contains(mix) == (!waits(id) || hearsProgram(id)),
                                played + " for ",
                                id));
            }
        }

        private boolean hearsProgram(CallId id) {
            return whileHeld == HeldCallerHears.PROGRAM && !isAsked(id) && !isTalkedWith(id);
        }

        private void whatIsPlayedHasTheLastTwoChannelsToItself() {
            int last = show.rules().channels();
            for (Edge edge : edges) {
                if (edge.mix() instanceof Mix.Console(var channel)
                        && channel.number() >= last - 1) {
                    Source owner = channel.number() == last ? WhoHears.EFFECTS : WhoHears.MUSIC;
                    check(edge.source().equals(owner), "on a channel of music: ", edge);
                }
            }
        }

        private void theStemOfMusicIsDry() {
            for (Edge edge : edges) {
                check(
                        edge.source().equals(WhoHears.DRY_MUSIC)
                                == edge.mix().equals(new Mix.Recorded(WhoHears.MUSIC)),
                        "dry music: ",
                        edge);
            }
        }

        private static Optional<Source> recorded(Mix mix) {
            return mix instanceof Mix.Recorded(var source) ? Optional.of(source) : Optional.empty();
        }

        private void aClosedShowHasNoProgram() {
            check(
                    show.open() || sources(WhoHears.PROGRAM::equals).isEmpty(),
                    "a program without a show");
        }

        private void aCallerIsHeardOnTheirOwnChannelAlone() {
            for (Edge edge : edges) {
                if (edge.mix() instanceof Mix.Console(var channel)
                        && edge.source() instanceof Source.Voice(var id)) {
                    Optional<Call> call = show.call(id);
                    check(
                            call.flatMap(Call::channel).equals(Optional.of(channel)),
                            "on another channel: ",
                            edge);
                }
            }
        }

        /// Who hears a source at all.
        private Set<Mix> mixes(Source source) {
            return edges.stream()
                    .filter(edge -> edge.source().equals(source) && edge.gain() > 0)
                    .map(Edge::mix)
                    .collect(Collectors.toSet());
        }

        private Set<Source> sourcesOf(Mix mix) {
            return sources(mix::equals);
        }

        private Set<Source> sources(Predicate<Mix> by) {
            return edges.stream()
                    .filter(edge -> by.test(edge.mix()) && edge.gain() > 0)
                    .map(Edge::source)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private void check(boolean holds, String rule) {
            check(holds, rule, "");
        }

        /// What it is about is put into words only if it does not hold: that is asked a million
        /// times.
        private void check(boolean holds, String rule, Object about) {
            if (!holds) {
                assertThat(rule + about).as(show.calls().toString()).isEmpty();
            }
        }
    }
}
