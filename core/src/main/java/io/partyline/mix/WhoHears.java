package io.partyline.mix;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Channel;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who hears whom at this moment of the show: a few mixes, and for each caller the mix that they
/// hear.
///
/// Default deny: an edge that is not named here is silence. Nobody who is not on the air is heard
/// by the program, or by another caller. A show that is closed has no program and is not recorded,
/// though the host's own channel goes on.
///
/// However many callers wait, what they hear is one mix, or two while the host speaks to some of
/// them: it is mixed, and made ready for the telephone, once for all of them. Only whoever is on
/// the air has a mix of their own, since nobody hears their own voice, and whoever is being asked
/// by the screener or talks with the producer.
///
/// Pure: the same show has the same edges.
public record WhoHears(Show show, HeldCallerHears whileHeld) {
    /// A held caller who hears the program hears it this much lower: 12 dB.
    private static final float PROGRAM_ON_HOLD = 0.25f;

    /// The hold bed under the voice of whoever talks to a caller who waits: 18 dB lower.
    private static final float BED_UNDER_VOICE = 0.125f;

    /// A source of sound.
    public sealed interface Source {
        record Host() implements Source {}

        /// Texts that are spoken on the AI channel outside any turn.
        record Announcer() implements Source {}

        record Bed() implements Source {}

        /// Music as everybody hears it: lower while somebody speaks.
        record Music() implements Source {}

        /// Music as the player gives it, for its stem: whoever edits the show lowers it themselves.
        record DryMusic() implements Source {}

        /// Carts, all together.
        record Effects() implements Source {}

        /// The voice of a caller, real or AI.
        record Voice(CallId call) implements Source {}

        /// The screener, as they speak to one caller who waits.
        record Screener(CallId call) implements Source {}

        /// The producer, as they speak to one caller who waits.
        record Producer() implements Source {}
    }

    /// A sum of sources that one or many hear.
    public sealed interface Mix {
        record Program() implements Mix {}

        record Monitor() implements Mix {}

        record Console(Channel channel) implements Mix {}

        /// The recorded stem of one source.
        record Recorded(Source source) implements Mix {}

        /// What the transcriber hears of one source.
        record ListenedTo(Source source) implements Mix {}

        /// What a caller on the air hears, or one who is being taken: the program without them.
        record MinusSelf(CallId call) implements Mix {}

        /// What everybody hears who waits.
        record OnHold() implements Mix {}

        /// What those hear who wait, and to whom the host talks alone.
        record OnHoldUnderTalkback() implements Mix {}

        /// What a caller hears who waits and is being asked: the screener, who speaks to nobody
        /// else.
        record OnHoldUnderScreener(CallId call) implements Mix {}

        /// What the screener hears: one caller, whom nobody else hears.
        record ToScreener(CallId call) implements Mix {}

        /// What the caller hears with whom the producer talks: the producer, who speaks to nobody
        /// else.
        record OnHoldUnderProducer() implements Mix {}

        /// What the producer hears: the caller with whom they talk, whom nobody else hears.
        record ToProducer() implements Mix {}
    }

    /// A source in a mix.
    ///
    /// @param gain 1 is as it comes; 0 connects them silently
    public record Edge(Mix mix, Source source, float gain) {}

    public static final Source HOST = new Source.Host();
    public static final Source ANNOUNCER = new Source.Announcer();
    public static final Source PRODUCER = new Source.Producer();
    public static final Source BED = new Source.Bed();
    public static final Source MUSIC = new Source.Music();
    public static final Source DRY_MUSIC = new Source.DryMusic();
    public static final Source EFFECTS = new Source.Effects();
    public static final Mix PROGRAM = new Mix.Program();
    public static final Mix MONITOR = new Mix.Monitor();
    public static final Mix ON_HOLD = new Mix.OnHold();
    public static final Mix UNDER_TALKBACK = new Mix.OnHoldUnderTalkback();
    public static final Mix UNDER_PRODUCER = new Mix.OnHoldUnderProducer();
    public static final Mix TO_PRODUCER = new Mix.ToProducer();

    /// Every edge there is, each once.
    public List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        Set<Source> program = program();
        if (show.open()) {
            program.forEach(source -> edges.add(new Edge(PROGRAM, source, 1)));
            tapes(program, edges);
        }
        monitor(program, edges);
        console(program, edges);
        screened().forEach(call -> screening(call, edges));
        talked().forEach(call -> producer(call, edges));
        callers().values().stream().distinct().forEach(mix -> callerMix(mix, program, edges));
        return edges;
    }

    /// The mix that each caller with a leg hears.
    public Map<CallId, Mix> callers() {
        var callers = new LinkedHashMap<CallId, Mix>();
        show.calls()
                .real()
                .filter(call -> call.marks().leg())
                .forEach(call -> callers.put(call.id(), caller(call)));
        return callers;
    }

    private static Mix caller(Call call) {
        boolean withTheShow =
                call.stage() instanceof Stage.OnAir || call.stage() instanceof Stage.Taking;
        return withTheShow ? new Mix.MinusSelf(call.id()) : heldCaller(call);
    }

    private static Mix heldCaller(Call call) {
        if (call.marks().talkback()) {
            return UNDER_TALKBACK;
        }
        if (isTalkedWith(call)) {
            return UNDER_PRODUCER;
        }
        return isScreened(call) ? new Mix.OnHoldUnderScreener(call.id()) : ON_HOLD;
    }

    /// Whether a screener speaks with this caller, who is on a leg and waits.
    private static boolean isScreened(Call call) {
        return call.held()
                && call.marks().leg()
                && call.card().asking()
                && !call.marks().talkback()
                && !call.marks().producer();
    }

    /// Whether the producer talks with this caller, who is on a leg and waits, and whom the host
    /// does not want.
    private static boolean isTalkedWith(Call call) {
        return call.held()
                && call.marks().leg()
                && call.marks().producer()
                && !call.marks().talkback();
    }

    /// One at most: nobody hears what the producer says to somebody else.
    private Stream<Call> talked() {
        return show.calls().withProducer().filter(WhoHears::isTalkedWith).stream();
    }

    /// The two of them are alone: no other mix has the producer's voice, and the caller's voice is
    /// in no other.
    private static void producer(Call call, List<Edge> edges) {
        edges.add(new Edge(TO_PRODUCER, new Source.Voice(call.id()), 1));
    }

    private Stream<Call> screened() {
        return show.calls().real().filter(WhoHears::isScreened);
    }

    /// The two of them are alone: the screener hears the caller, and is heard by nobody else.
    private static void screening(Call call, List<Edge> edges) {
        edges.add(new Edge(new Mix.ToScreener(call.id()), new Source.Voice(call.id()), 1));
    }

    /// Whether this call's voice belongs in the program.
    private static boolean inProgram(Call call) {
        boolean heard = call.marks().leg() || !call.caller().isReal();
        return switch (call.stage()) {
            case Stage.Taking _ -> heard;
            case Stage.OnAir air -> heard && !air.muted();
            case Stage.Ringing _, Stage.Held _, Stage.Reconnecting _, Stage.Leaving _ -> false;
        };
    }

    /// While the host talks to one caller alone, the program does not hear the host.
    private Set<Source> program() {
        Stream<Source> host =
                talkback()
                        ? Stream.of(ANNOUNCER, MUSIC, EFFECTS)
                        : Stream.of(HOST, ANNOUNCER, MUSIC, EFFECTS);
        Stream<Source> voices =
                show.calls().live().values().stream()
                        .filter(WhoHears::inProgram)
                        .map(call -> new Source.Voice(call.id()));
        return Stream.concat(host, voices).collect(Collectors.toSet());
    }

    private boolean talkback() {
        return show.calls().live().values().stream().anyMatch(call -> call.marks().talkback());
    }

    private void monitor(Set<Source> program, List<Edge> edges) {
        program.stream()
                .filter(source -> !source.equals(HOST))
                .forEach(source -> edges.add(new Edge(MONITOR, source, 1)));
        show.calls()
                .real()
                .filter(call -> call.marks().talkback() && call.marks().leg())
                .forEach(call -> edges.add(new Edge(MONITOR, new Source.Voice(call.id()), 1)));
    }

    private void console(Set<Source> program, List<Edge> edges) {
        edges.add(new Edge(new Mix.Console(Channel.HOST), HOST, program.contains(HOST) ? 1 : 0));
        edges.add(new Edge(new Mix.Console(Channel.AI), ANNOUNCER, 1));
        edges.add(new Edge(new Mix.Console(show.rules().musicChannel()), MUSIC, 1));
        edges.add(new Edge(new Mix.Console(show.rules().effectsChannel()), EFFECTS, 1));
        for (Call call : show.calls().live().values()) {
            var voice = new Source.Voice(call.id());
            call.channel()
                    .filter(_ -> program.contains(voice))
                    .ifPresent(channel -> edges.add(new Edge(new Mix.Console(channel), voice, 1)));
        }
    }

    private void callerMix(Mix mix, Set<Source> program, List<Edge> edges) {
        switch (mix) {
            case Mix.MinusSelf(var call) -> {
                var self = new Source.Voice(call);
                program.stream()
                        .filter(source -> !source.equals(self))
                        .forEach(source -> edges.add(new Edge(mix, source, 1)));
            }
            case Mix.OnHold _ -> onHold(mix, 1, program, edges);
            case Mix.OnHoldUnderTalkback _ -> {
                edges.add(new Edge(mix, HOST, 1));
                onHold(mix, BED_UNDER_VOICE, program, edges);
            }
            case Mix.OnHoldUnderScreener(var call) -> {
                edges.add(new Edge(mix, new Source.Screener(call), 1));
                edges.add(new Edge(mix, BED, BED_UNDER_VOICE));
            }
            case Mix.OnHoldUnderProducer _ -> {
                edges.add(new Edge(mix, PRODUCER, 1));
                edges.add(new Edge(mix, BED, BED_UNDER_VOICE));
            }
            case Mix.Program _,
                    Mix.Monitor _,
                    Mix.Console _,
                    Mix.Recorded _,
                    Mix.ListenedTo _,
                    Mix.ToScreener _,
                    Mix.ToProducer _ -> {}
        }
    }

    /// Nobody who waits is in the program, so that it is the same for all of them.
    private void onHold(Mix mix, float bed, Set<Source> program, List<Edge> edges) {
        switch (whileHeld) {
            case BED -> edges.add(new Edge(mix, BED, bed));
            case PROGRAM ->
                    program.forEach(source -> edges.add(new Edge(mix, source, PROGRAM_ON_HOLD)));
        }
    }

    private void tapes(Set<Source> program, List<Edge> edges) {
        tapes(HOST, program.contains(HOST) ? 1 : 0, edges);
        program.stream()
                .filter(source -> !source.equals(HOST) && !isPlayed(source))
                .forEach(source -> tapes(source, 1, edges));
        edges.add(new Edge(new Mix.Recorded(MUSIC), DRY_MUSIC, 1));
        edges.add(new Edge(new Mix.Recorded(EFFECTS), EFFECTS, 1));
    }

    /// Whether a source is no voice: nobody writes down what it says.
    private static boolean isPlayed(Source source) {
        return source.equals(MUSIC) || source.equals(EFFECTS);
    }

    private static void tapes(Source source, float gain, List<Edge> edges) {
        edges.add(new Edge(new Mix.Recorded(source), source, gain));
        edges.add(new Edge(new Mix.ListenedTo(source), source, gain));
    }
}
