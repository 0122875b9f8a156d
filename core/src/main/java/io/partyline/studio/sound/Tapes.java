package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.level.Limiter;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.CallId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The tapes behind the mixer: one to the recorder for each source that is recorded, one to the
/// transcriber for each that is listened to, one to the screener for each caller who is asked, and
/// two for the program, whose limiter makes it late: its frames are put back to where they belong.
public final class Tapes {
    private final LongSupplier mixed;
    private final Tape program;
    private final Tape broadcast;
    private final FrameSink ofProgram;
    private final Map<Source, Tape> recorded = new ConcurrentHashMap<>();
    private final Map<Source, Tape> listenedTo = new ConcurrentHashMap<>();
    private final Map<CallId, Tape> toScreener = new ConcurrentHashMap<>();

    Tapes(LongSupplier mixed) {
        this.mixed = mixed;
        this.program = new Tape(() -> mixed.getAsLong() - Limiter.DELAY);
        this.broadcast = new Tape(() -> mixed.getAsLong() - Limiter.DELAY);
        this.ofProgram =
                frame -> {
                    program.write(frame);
                    broadcast.write(frame);
                };
    }

    /// What is recorded of the program.
    public Tape program() {
        return program;
    }

    /// What is sent of the program to those who listen from afar.
    public Tape broadcast() {
        return broadcast;
    }

    /// Takes the program, for both of its tapes; always the same, for the desk tells listeners
    /// apart by their sinks.
    FrameSink ofProgram() {
        return ofProgram;
    }

    /// What is recorded of a source.
    public Tape recorded(Source source) {
        return recorded.computeIfAbsent(source, _ -> new Tape(mixed));
    }

    /// What the transcriber hears of a source.
    public Tape listenedTo(Source source) {
        return listenedTo.computeIfAbsent(source, _ -> new Tape(mixed));
    }

    /// What the screener hears of a caller.
    public Tape toScreener(CallId call) {
        return toScreener.computeIfAbsent(call, _ -> new Tape(mixed));
    }

    void remove(CallId call) {
        var source = new Source.Voice(call);
        recorded.remove(source);
        listenedTo.remove(source);
        toScreener.remove(call);
    }
}
