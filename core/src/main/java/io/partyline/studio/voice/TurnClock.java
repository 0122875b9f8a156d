package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.show.FloorCommand;
import io.partyline.show.Turn;
import io.partyline.show.TurnTimes;
import io.partyline.studio.sound.VoiceLine;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Notes where each step of a turn was reached, each once, and tells the show when the last one
/// was. Safe for use by many threads.
final class TurnClock implements Speech.Watch {
    private static final long NOT_YET = -1;

    private final Turn turn;
    private final VoiceLine line;
    private final Performance.Stage stage;
    private final AtomicLong token = new AtomicLong(NOT_YET);
    private final AtomicLong sentence = new AtomicLong(NOT_YET);
    private final AtomicLong sound = new AtomicLong(NOT_YET);
    private final AtomicLong onAir = new AtomicLong(NOT_YET);
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile long begun;

    TurnClock(Turn turn, VoiceLine line, Performance.Stage stage) {
        this.turn = turn;
        this.line = line;
        this.stage = stage;
    }

    /// The model writes.
    void writes() {
        note(token);
    }

    /// A sentence of it is whole.
    void sentence() {
        note(sentence);
    }

    @Override
    public void begins() {
        begun = next();
    }

    /// Where the sentence that was put on the line last begins.
    long begun() {
        return begun;
    }

    @Override
    public void made() {
        note(sound);
    }

    @Override
    public void put(int offset) {
        if (onAir.get() == NOT_YET) {
            onAir.compareAndSet(NOT_YET, next() + offset);
        }
    }

    @Override
    public void written() {
        if (onAir.get() != NOT_YET && !told.getAndSet(true)) {
            tell(onAir.get());
        }
    }

    /// Where a frame lies that is put on the line now. It is asked again if the mixer turned
    /// between the two questions.
    long next() {
        long before = stage.position();
        int ready = line.ready();
        while (stage.position() != before) {
            before = stage.position();
            ready = line.ready();
        }
        return before + (long) ready * Frames.SAMPLES;
    }

    private void note(AtomicLong step) {
        if (step.get() == NOT_YET) {
            step.compareAndSet(NOT_YET, stage.position());
        }
    }

    private void tell(long first) {
        turn.prompted()
                .ifPresent(prompted ->
                        stage.post(
                                new FloorCommand.TimeTurn(
                                        turn.id(),
                                        new TurnTimes(
                                                prompted.spokenUntil(),
                                                prompted.heard(),
                                                prompted.decided(),
                                                token.get(),
                                                sentence.get(),
                                                sound.get(),
                                                first))));
    }
}
