package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.level.Limiter;
import io.partyline.mix.WhoHears;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The tapes behind the mixer: for each source one to the recorder and one to the transcriber, and
/// one for the program, whose limiter makes it late: its frames are put back to where they belong.
public final class Taps {
    /// Both ways of one source's sound.
    public record Tapes(Tape record, Tape hear) implements FrameSink {
        @Override
        public void write(float[] frame) {
            record.write(frame);
            hear.write(frame);
        }
    }

    private final LongSupplier mixed;
    private final Tape program;
    private final Map<WhoHears.Source, Tapes> tapes = new ConcurrentHashMap<>();

    Taps(LongSupplier mixed) {
        this.mixed = mixed;
        this.program = new Tape(() -> mixed.getAsLong() - Limiter.DELAY);
    }

    public Tape program() {
        return program;
    }

    public Tapes of(WhoHears.Source source) {
        return tapes.computeIfAbsent(source, _ -> new Tapes(new Tape(mixed), new Tape(mixed)));
    }

    void remove(WhoHears.Source source) {
        tapes.remove(source);
    }
}
