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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who must be heard by whom, and by whom nobody may be, going by the table.
final class HearingRules {
    private final Truths truths;
    private final HeldCallerHears whileHeld;

    /// @param whileHeld what those hear who wait
    HearingRules(Truths truths, HeldCallerHears whileHeld) {
        this.truths = truths;
        this.whileHeld = whileHeld;
    }

    /// Every mix of the show.
    void hold(Show show) {
        var who = new WhoHears(show, whileHeld);
        var mixes = new HashMap<Mix, List<Edge>>();
        boolean aside = isAside();
        for (Edge edge : who.edges()) {
            mayBe(edge, aside);
            mixes.computeIfAbsent(edge.mix(), _ -> new ArrayList<>()).add(edge);
        }
        mixes.forEach(HearingRules::oneVoiceAChannel);
        Set<CallId> meant = meant(show);
        check(voices(mixes, WhoHears.PROGRAM).equals(meant), "who is on the air is heard", meant);
        if (show.open()) {
            meant.forEach(call -> isTaped(mixes, call));
        }
        who.callers().forEach((call, mix) -> hears(mixes, call, mix, meant, aside));
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

    private void mayBe(Edge edge, boolean aside) {
        switch (edge.source()) {
            case Source.Voice(var call) ->
                    check(
                            edge.gain() == 0 || mayHear(edge.mix(), call),
                            "nobody off air is heard",
                            edge);
            case Source.Host _ ->
                    check(
                            edge.gain() == 0 || !aside || !isPublic(edge.mix()),
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

    private static void oneVoiceAChannel(Mix mix, List<Edge> edges) {
        if (mix instanceof Mix.Console(var channel) && channel.number() != EventRules.AI) {
            check(voices(edges).size() <= 1, "one voice a channel", edges);
        }
    }

    private static Set<CallId> voices(Map<Mix, List<Edge>> mixes, Mix mix) {
        return voices(mixes.getOrDefault(mix, List.of()));
    }

    private static Set<CallId> voices(List<Edge> edges) {
        var voices = new HashSet<CallId>();
        for (Edge edge : edges) {
            if (edge.source() instanceof Source.Voice(var call)) {
                voices.add(call);
            }
        }
        return voices;
    }

    /// Whether a source is in a mix as loud as it comes.
    private static boolean isIn(Map<Mix, List<Edge>> mixes, Mix mix, Source source) {
        return mixes.getOrDefault(mix, List.of()).contains(new Edge(mix, source, 1));
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

    private static void isTaped(Map<Mix, List<Edge>> mixes, CallId call) {
        var voice = new Source.Voice(call);
        check(isIn(mixes, new Mix.Recorded(voice), voice), "who is on the air is recorded", call);
        check(
                isIn(mixes, new Mix.ListenedTo(voice), voice),
                "who is on the air is listened to",
                call);
        check(isIn(mixes, WhoHears.MONITOR, voice), "the host hears who is on the air", call);
    }

    /// Whoever has a leg hears what fits where they stand.
    private void hears(
            Map<Mix, List<Edge>> mixes, CallId call, Mix mix, Set<CallId> meant, boolean aside) {
        Seen seen = truths.seen(call);
        if (seen.at() == At.ON || seen.at() == At.COMES) {
            var others = new HashSet<>(meant);
            others.remove(call);
            check(voices(mixes, mix).equals(others), "who is on the air hears the others", call);
            check(
                    aside || isIn(mixes, mix, WhoHears.HOST),
                    "who is on the air hears the host",
                    call);
        } else if (seen.talkedTo()) {
            check(
                    isIn(mixes, mix, WhoHears.HOST),
                    "whom the host talks to alone hears the host",
                    call);
        } else if (seen.withProducer()) {
            check(
                    isIn(mixes, mix, WhoHears.PRODUCER),
                    "with whom the producer talks hears the producer",
                    call);
        } else if (seen.asked() && seen.at() == At.WAITS) {
            check(
                    isIn(mixes, mix, new Source.Screener(call)),
                    "who is asked hears the screener",
                    call);
        } else if (whileHeld == HeldCallerHears.BED) {
            check(isIn(mixes, mix, WhoHears.BED), "who waits hears music", call);
        }
    }
}
