package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.VoiceActivity;
import io.partyline.mix.WhoHears;
import io.partyline.port.Transcriber;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Tape;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// The thread named `hear`: carries what the mixer puts on the tapes of those who speak to the
/// transcriber, and notices who speaks over whom, and when all of them are silent.
///
/// One thread for all: to wake one for each would cost more than what it does.
public final class Ears implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Ears.class.getName());

    /// How often the tapes are emptied.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    private final Transcriber transcriber;
    private final Scribe scribe;
    private final Silence silence;
    private final Talking talking;
    private final BargeIn bargeIn;
    private final Pause pause;
    private final Map<WhoHears.Source, Ear> open = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    /// Told of every utterance, on the transcriber's thread.
    public interface Scribe {
        void heard(ShowId show, Speaker speaker, Transcriber.Heard said);
    }

    private final class Ear {
        private final ShowTime time;
        private final Tape tape;
        private final VoiceActivity voice = new VoiceActivity();
        private final Transcriber.Session session;
        private final BargeIn.Over over;
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private volatile boolean closing;

        private Ear(ShowTime time, Speaker speaker, Tape tape) {
            this.time = time;
            this.tape = tape;
            over = bargeIn.of(speaker);
            session = transcriber.open(speaker, said -> scribe.heard(time.show(), speaker, said));
        }

        /// @return whether there is more to come
        private boolean turn() {
            boolean last = closing || stopping;
            try {
                tape.drain(this::hand);
            } catch (RuntimeException mistake) {
                LOG.log(Level.ERROR, "somebody is not listened to any more", mistake);
                last = true;
            }
            if (last) {
                over.close();
                Thread.ofVirtual().name("hear-end").start(this::end);
            }
            return !last;
        }

        /// The last words may take the transcriber a while, in which the others go on.
        private void end() {
            try {
                session.close();
            } catch (RuntimeException mistake) {
                LOG.log(Level.ERROR, "the last words of somebody are lost", mistake);
            } finally {
                closed.complete(null);
            }
        }

        private void hand(long mixed, float[] frame) {
            if (time.before(mixed) == 0) {
                session.accept(frame, time.position(mixed));
                voice.accept(frame);
                over.hear(frame, voice.voicedMs() > 0);
                talking.hear(mixed, voice.voicedMs());
                silence.hear(mixed, voice.speaking());
            }
        }
    }

    /// @param pause how it waits between two rounds
    public Ears(
            Transcriber transcriber,
            Scribe scribe,
            Silence silence,
            Talking talking,
            BargeIn bargeIn,
            Pause pause) {
        this.pause = pause;
        this.transcriber = transcriber;
        this.scribe = scribe;
        this.silence = silence;
        this.talking = talking;
        this.bargeIn = bargeIn;
        thread = Thread.ofPlatform().name("hear").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Listens to a speaker from now on.
    public void open(ShowTime time, WhoHears.Source source, Speaker speaker, Tape tape) {
        open.computeIfAbsent(source, _ -> new Ear(time, speaker, tape));
    }

    /// Stops listening; waits until the text of what was said has come, for as long as the
    /// transcriber waits for it.
    public void close(WhoHears.Source source) {
        Optional.ofNullable(open.get(source))
                .ifPresent(ear -> {
                    ear.closing = true;
                    LockSupport.unpark(thread);
                    ear.closed.join();
                });
    }

    private void run() {
        while (!stopping || !open.isEmpty()) {
            open.values().removeIf(ear -> !ear.turn());
            pause.pause(ROUND.toNanos());
        }
    }

    /// Listens to nobody any more; as [#close] for each.
    @Override
    public void close() {
        List<Ear> last = List.copyOf(open.values());
        stopping = true;
        last.forEach(ear -> ear.closing = true);
        LockSupport.unpark(thread);
        try {
            thread.join();
            last.forEach(ear -> ear.closed.join());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
