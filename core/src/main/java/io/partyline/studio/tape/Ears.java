package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.VoiceActivity;
import io.partyline.mix.WhoHears;
import io.partyline.port.Transcriber;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Tape;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// One `hear` thread a speaker: carries what the mixer puts on the speaker's tape to the
/// transcriber, and notices when all of them are silent.
public final class Ears {
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    private final Transcriber transcriber;
    private final Scribe scribe;
    private final Silence silence;
    private final Map<WhoHears.Source, Ear> open = new ConcurrentHashMap<>();

    /// Told of every utterance, on the transcriber's thread.
    public interface Scribe {
        void heard(ShowId show, Speaker speaker, Transcriber.Heard said);
    }

    private final class Ear {
        private final ShowTime time;
        private final Tape tape;
        private final VoiceActivity voice = new VoiceActivity();
        private final Transcriber.Session session;
        private final Thread thread;
        private volatile boolean stopping;

        private Ear(ShowTime time, Speaker speaker, Tape tape) {
            this.time = time;
            this.tape = tape;
            session = transcriber.open(speaker, said -> scribe.heard(time.show(), speaker, said));
            thread = Thread.ofVirtual().name("hear").start(this::run);
        }

        private void run() {
            try (session) {
                while (!stopping) {
                    if (!tape.drain(this::hand)) {
                        LockSupport.parkNanos(ROUND.toNanos());
                    }
                }
                tape.drain(this::hand);
            }
        }

        private void hand(long mixed, float[] frame) {
            if (time.before(mixed) == 0) {
                session.accept(frame, time.position(mixed));
                voice.accept(frame);
                silence.hear(mixed, voice.speaking());
            }
        }

        private void close() {
            stopping = true;
            LockSupport.unpark(thread);
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public Ears(Transcriber transcriber, Scribe scribe, Silence silence) {
        this.transcriber = transcriber;
        this.scribe = scribe;
        this.silence = silence;
    }

    /// Listens to a speaker from now on.
    public void open(ShowTime time, WhoHears.Source source, Speaker speaker, Tape tape) {
        open.computeIfAbsent(source, _ -> new Ear(time, speaker, tape));
    }

    /// Stops listening; waits until the text of what was said has come.
    public void close(WhoHears.Source source) {
        Optional.ofNullable(open.remove(source)).ifPresent(Ear::close);
    }

    /// Listens to nobody any more; as [#close] for each.
    public void closeAll() {
        open.keySet().forEach(this::close);
    }

    int count() {
        return open.size();
    }
}
