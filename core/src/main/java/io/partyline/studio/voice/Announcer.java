package io.partyline.studio.voice;

import io.partyline.port.SpeechException;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.VoiceLine;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Speaks texts on the AI channel that belong to no turn, one after the other.
public final class Announcer {
    private final SpeechSynthesizer synthesizer;
    private final VoiceLine line;
    private final Pause pause;
    private final ReentrantLock guard = new ReentrantLock();
    private final AtomicInteger stops = new AtomicInteger();
    private volatile boolean closed;

    /// @param pause how a speaker waits for room on the line
    public Announcer(SpeechSynthesizer synthesizer, VoiceLine line, Pause pause) {
        this.pause = pause;
        this.synthesizer = synthesizer;
        this.line = line;
    }

    /// Speaks; returns when all of it is on its way, or when it was stopped. Once it is closed
    /// nothing is spoken.
    ///
    /// @throws SpeechException if it cannot be spoken
    public void speak(String text, String voice) {
        int before = stops.get();
        long pass = line.pass();
        guard.lock();
        try {
            new Speech(line, pass, () -> closed || stops.get() != before, pause)
                    .speak(synthesizer.speak(text, voice));
        } finally {
            guard.unlock();
        }
    }

    /// Stops what is being spoken and what waits.
    public void stop() {
        // The cut comes first, so that whoever is not stopped has a pass from behind it.
        line.cut();
        stops.incrementAndGet();
    }

    /// Stops what is being spoken, and whatever is asked for from now on.
    public void close() {
        closed = true;
        stop();
    }
}
