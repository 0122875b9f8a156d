package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.mix.WhoHears.Edge;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.CallId;
import io.partyline.show.Show;
import io.partyline.simulation.Truths.At;
import io.partyline.simulation.Truths.Seen;
import java.util.HashSet;
import java.util.Set;

/// Who must be heard by whom, and by whom nobody may be, going by the table.
final class HearingRules {
    private final Truths truths;

    HearingRules(Truths truths) {
        this.truths = truths;
    }

    /// Every mix of the show, whatever those who wait are to hear.
    void hold(Show show) {
        for (HeldCallerHears whileHeld : HeldCallerHears.values()) {
            var who = new WhoHears(show, whileHeld);
            var edges = new HashSet<>(who.edges());
            edges.forEach(this::mayBe);
            oneVoiceAChannel(edges);
            Set<CallId> meant = meant(show);
            check(
                    voices(edges, WhoHears.PROGRAM).equals(meant),
                    "who is on the air is heard",
                    meant);
            if (show.open()) {
                meant.forEach(call -> isTaped(edges, call));
            }
            who.callers().forEach((call, mix) -> hears(edges, call, mix, meant, whileHeld));
        }
    }

    private Set<CallId> meant(Show show) {
        var meant = new HashSet<CallId>();
        truths.callers()
                .forEach((id, seen) -> {
                    if (show.open() && seen.inProgram()) {
                        meant.add(id);
                    }
                });
        return meant;
    }

    private void mayBe(Edge edge) {
        switch (edge.source()) {
            case Source.Voice(var call) ->
                    check(
                            edge.gain() == 0 || mayHear(edge.mix(), call),
                            "nobody off air is heard",
                            edge);
            case Source.Host _ ->
                    check(
                            edge.gain() == 0 || !isPublic(edge.mix()) || !isAside(),
                            "what the host says to one alone is not on the air",
                            edge);
            case Source.Screener(var call) ->
                    check(
                            edge.mix().equals(new Mix.OnHoldUnderScreener(call)),
                            "the screener speaks to one caller",
                            edge);
            case Source.Producer _ ->
                    check(
                            edge.mix().equals(WhoHears.UNDER_PRODUCER)
                                    && truths.callers().values().stream()
                                            .anyMatch(Seen::withProducer),
                            "the producer speaks to one caller",
                            edge);
            default -> {}
        }
    }

    private static void oneVoiceAChannel(Set<Edge> edges) {
        var console = new HashSet<Mix>();
        for (Edge edge : edges) {
            if (edge.source() instanceof Source.Voice
                    && edge.mix() instanceof Mix.Console(var channel)
                    && channel.number() != EventRules.AI) {
                check(console.add(edge.mix()), "one voice a channel", edge);
            }
        }
    }

    private static Set<CallId> voices(Set<Edge> edges, Mix mix) {
        var voices = new HashSet<CallId>();
        for (Edge edge : edges) {
            if (edge.mix().equals(mix) && edge.source() instanceof Source.Voice(var call)) {
                voices.add(call);
            }
        }
        return voices;
    }

    private boolean isAside() {
        return truths.callers().values().stream().anyMatch(Seen::talkedTo);
    }

    private static boolean isPublic(Mix mix) {
        return switch (mix) {
            case Mix.Program _,
                    Mix.Recorded _,
                    Mix.ListenedTo _,
                    Mix.MinusSelf _,
                    Mix.Console _,
                    Mix.OnHold _ ->
                    true;
            case Mix.Monitor _,
                    Mix.OnHoldUnderTalkback _,
                    Mix.OnHoldUnderScreener _,
                    Mix.ToScreener _,
                    Mix.OnHoldUnderProducer _,
                    Mix.ToProducer _ ->
                    false;
        };
    }

    private boolean mayHear(Mix mix, CallId voice) {
        Seen seen = truths.callers().get(voice);
        if (seen == null) {
            return false;
        }
        return switch (mix) {
            case Mix.Program _,
                    Mix.Recorded _,
                    Mix.ListenedTo _,
                    Mix.OnHold _,
                    Mix.OnHoldUnderTalkback _ ->
                    seen.inProgram();
            case Mix.Console(var channel) -> seen.inProgram() && channel.number() == seen.channel();
            case Mix.MinusSelf(var listener) -> seen.inProgram() && !listener.equals(voice);
            case Mix.Monitor _ -> seen.inProgram() || (seen.talkedTo() && seen.leg());
            case Mix.OnHoldUnderScreener _, Mix.OnHoldUnderProducer _ -> false;
            case Mix.ToProducer _ -> seen.withProducer() && seen.leg() && seen.at() == At.WAITS;
            case Mix.ToScreener(var asked) ->
                    asked.equals(voice) && seen.asked() && seen.leg() && seen.at() == At.WAITS;
        };
    }

    private static void isTaped(Set<Edge> edges, CallId call) {
        var voice = new Source.Voice(call);
        check(
                edges.contains(new Edge(new Mix.Recorded(voice), voice, 1)),
                "who is on the air is recorded",
                call);
        check(
                edges.contains(new Edge(new Mix.ListenedTo(voice), voice, 1)),
                "who is on the air is listened to",
                call);
        check(
                edges.contains(new Edge(WhoHears.MONITOR, voice, 1)),
                "the host hears who is on the air",
                call);
    }

    /// Whoever has a leg hears what fits where they stand.
    private void hears(
            Set<Edge> edges, CallId call, Mix mix, Set<CallId> meant, HeldCallerHears whileHeld) {
        Seen seen = truths.seen(call);
        if (seen.at() == At.ON || seen.at() == At.COMES) {
            var others = new HashSet<>(meant);
            others.remove(call);
            check(voices(edges, mix).equals(others), "who is on the air hears the others", call);
            check(
                    isAside() || edges.contains(new Edge(mix, WhoHears.HOST, 1)),
                    "who is on the air hears the host",
                    call);
        } else if (seen.talkedTo()) {
            check(
                    edges.contains(new Edge(mix, WhoHears.HOST, 1)),
                    "whom the host talks to alone hears the host",
                    call);
        } else if (seen.withProducer()) {
            check(
                    edges.contains(new Edge(mix, WhoHears.PRODUCER, 1)),
                    "with whom the producer talks hears the producer",
                    call);
        } else if (seen.asked() && seen.at() == At.WAITS) {
            check(
                    edges.contains(new Edge(mix, new Source.Screener(call), 1)),
                    "who is asked hears the screener",
                    call);
        } else if (whileHeld == HeldCallerHears.BED) {
            check(edges.contains(new Edge(mix, WhoHears.BED, 1)), "who waits hears music", call);
        }
    }
}
