package io.partyline.mix;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Channel;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who hears whom at this moment of the show.
///
/// Default deny: an edge that is not named here is silence. Nobody who is not on the air is heard
/// by the program, or by another caller. A show that is closed has no program and is not recorded,
/// though the host's own channel goes on.
///
/// Pure: the same show has the same edges.
public record WhoHears(Show show, HeldCallerHears whileHeld) {
    /// A held caller who hears the program hears it this much lower: 12 dB.
    private static final float PROGRAM_ON_HOLD = 0.25f;

    /// The hold bed under the host's talkback: 18 dB lower.
    private static final float BED_UNDER_TALKBACK = 0.125f;

    /// A source of sound.
    public sealed interface Source {
        record Host() implements Source {}

        /// Texts that are spoken on the AI channel outside any turn.
        record Announcer() implements Source {}

        record Bed() implements Source {}

        /// The voice of a caller, real or AI.
        record Voice(CallId call) implements Source {}
    }

    /// Somebody or something that hears.
    public sealed interface Ear {
        record Program() implements Ear {}

        record Monitor() implements Ear {}

        record Console(Channel channel) implements Ear {}

        /// What a real caller hears.
        record Feed(CallId call) implements Ear {}

        /// The recorded stem and the transcriber of one source.
        record Tap(Source source) implements Ear {}

        /// Keeps the sound of a caller who is heard by nobody flowing, so that it is not old when
        /// they are.
        record Drain(CallId call) implements Ear {}
    }

    public record Edge(Ear ear, Source source, float gain) {}

    public static final Source HOST = new Source.Host();
    public static final Source ANNOUNCER = new Source.Announcer();
    public static final Source BED = new Source.Bed();
    public static final Ear PROGRAM = new Ear.Program();
    public static final Ear MONITOR = new Ear.Monitor();

    public List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        Set<Source> program = program();
        if (show.open()) {
            program.forEach(source -> edges.add(new Edge(PROGRAM, source, 1)));
            taps(program, edges);
        }
        monitor(program, edges);
        console(program, edges);
        show.calls()
                .real()
                .filter(call -> call.marks().leg())
                .forEach(call -> feed(call, program, edges));
        return edges;
    }

    /// Whether this call's voice belongs in the program.
    static boolean inProgram(Call call) {
        boolean heard = call.marks().leg() || !call.caller().isReal();
        return switch (call.stage()) {
            case Stage.Taking _ -> heard;
            case Stage.OnAir air -> heard && !air.muted();
            case Stage.Ringing _, Stage.Held _, Stage.Reconnecting _, Stage.Leaving _ -> false;
        };
    }

    /// While the host talks to one caller alone, the program does not hear the host.
    private Set<Source> program() {
        Stream<Source> host = talkback() ? Stream.of(ANNOUNCER) : Stream.of(HOST, ANNOUNCER);
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
        edges.add(new Edge(new Ear.Console(Channel.HOST), HOST, program.contains(HOST) ? 1 : 0));
        edges.add(new Edge(new Ear.Console(Channel.AI), ANNOUNCER, 1));
        for (Call call : show.calls().live().values()) {
            var voice = new Source.Voice(call.id());
            call.channel()
                    .filter(_ -> program.contains(voice))
                    .ifPresent(channel -> edges.add(new Edge(new Ear.Console(channel), voice, 1)));
        }
    }

    private void feed(Call call, Set<Source> program, List<Edge> edges) {
        var self = new Source.Voice(call.id());
        var ear = new Ear.Feed(call.id());
        edges.add(new Edge(new Ear.Drain(call.id()), self, 1));
        if (call.stage() instanceof Stage.OnAir || call.stage() instanceof Stage.Taking) {
            minusSelf(ear, self, program, 1, edges);
            return;
        }
        boolean spokenTo = call.marks().talkback();
        if (spokenTo) {
            edges.add(new Edge(ear, HOST, 1));
        }
        switch (whileHeld) {
            case BED -> edges.add(new Edge(ear, BED, spokenTo ? BED_UNDER_TALKBACK : 1));
            case PROGRAM -> minusSelf(ear, self, program, PROGRAM_ON_HOLD, edges);
        }
    }

    /// The program without the listener's own voice.
    private void minusSelf(
            Ear ear, Source self, Set<Source> program, float gain, List<Edge> edges) {
        program.stream()
                .filter(source -> !source.equals(self))
                .forEach(source -> edges.add(new Edge(ear, source, gain)));
    }

    private void taps(Set<Source> program, List<Edge> edges) {
        edges.add(new Edge(new Ear.Tap(HOST), HOST, program.contains(HOST) ? 1 : 0));
        program.stream()
                .filter(source -> !source.equals(HOST))
                .forEach(source -> edges.add(new Edge(new Ear.Tap(source), source, 1)));
    }
}
