package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.VoiceActivity;
import io.partyline.mix.WhoHears;
import io.partyline.port.Transcriber;
import io.partyline.show.CallId;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    private final Map<WhoHears.Mix, Ear> open = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    /// Told of every utterance, on the transcriber's thread.
    public interface Scribe {
        void heard(ShowId show, Speaker speaker, Transcriber.Heard said);
    }

    /// Somebody who listens to one caller alone.
    public interface Aside {
        /// The caller said something; on the transcriber's thread.
        void heard(String text);

        /// Whether the caller speaks now, told every 20 ms; must not block.
        void speaking(boolean now);
    }

    /// What else is made of what somebody says.
    private interface Attention extends AutoCloseable {
        void frame(long mixed, float[] frame, VoiceActivity voice);

        @Override
        void close();
    }

    /// On the air: who speaks over whom, and when all are silent.
    private final class OnAir implements Attention {
        private final BargeIn.Over over;

        private OnAir(Speaker speaker) {
            over = bargeIn.of(speaker);
        }

        @Override
        public void frame(long mixed, float[] frame, VoiceActivity voice) {
            over.hear(frame, voice.voicedMs() > 0);
            talking.hear(mixed, voice.voicedMs());
            silence.hear(mixed, voice.speaking());
        }

        @Override
        public void close() {
            over.close();
        }
    }

    private record Beside(Aside aside) implements Attention {
        @Override
        public void frame(long mixed, float[] frame, VoiceActivity voice) {
            aside.speaking(voice.speaking());
        }

        @Override
        public void close() {
            aside.speaking(false);
        }
    }

    private final class Ear {
        private final ShowTime time;
        private final Tape tape;
        private final VoiceActivity voice = new VoiceActivity();
        private final Transcriber.Session session;
        private final Attention attention;
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private volatile boolean closing;
        private volatile Optional<Ear> next = Optional.empty();

        private Ear(ShowTime time, Tape tape, Transcriber.Session session, Attention attention) {
            this.time = time;
            this.tape = tape;
            this.session = session;
            this.attention = attention;
        }

        /// @return this ear, which another one follows if the last of those behind it is closing
        private Ear goOn(Supplier<Ear> another) {
            Ear last = last();
            if (last.closing) {
                last.next = Optional.of(another.get());
            }
            return this;
        }

        /// Whoever listens when all before have closed: itself, if nobody follows.
        private Ear last() {
            return next.map(Ear::last).orElse(this);
        }

        private Stream<Ear> all() {
            return Stream.concat(Stream.of(this), next.stream().flatMap(Ear::all));
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
                attention.close();
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
                attention.frame(mixed, frame, voice);
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
        open(
                new WhoHears.Mix.ListenedTo(source),
                () ->
                        new Ear(
                                time,
                                tape,
                                transcriber.open(
                                        speaker, said -> scribe.heard(time.show(), speaker, said)),
                                new OnAir(speaker)));
    }

    /// Listens to a caller who waits, for somebody else than the show: nothing of it is part of the
    /// conversation.
    public void openAside(ShowTime time, CallId call, Speaker speaker, Tape tape, Aside aside) {
        open(
                new WhoHears.Mix.ToScreener(call),
                () ->
                        new Ear(
                                time,
                                tape,
                                transcriber.openAside(speaker, said -> aside.heard(said.text())),
                                new Beside(aside)));
    }

    /// Whoever is just being listened to for the last time is listened to again right after.
    private void open(WhoHears.Mix mix, Supplier<Ear> ear) {
        open.compute(mix, (_, now) -> now == null ? ear.get() : now.goOn(ear));
    }

    /// Stops listening aside, without waiting for what the transcriber still has to say.
    public void closeAside(CallId call) {
        var _ = closing(new WhoHears.Mix.ToScreener(call));
    }

    /// Whoever would listen to it next listens no more.
    private Optional<Ear> closing(WhoHears.Mix mix) {
        Optional<Ear> last = Optional.ofNullable(open.get(mix)).map(Ear::last);
        last.ifPresent(ear -> ear.closing = true);
        return last;
    }

    /// Whether anybody is transcribed at all.
    public boolean isOff() {
        return transcriber.isOff();
    }

    /// Stops listening; waits until the text of what was said has come, for as long as the
    /// transcriber waits for it.
    public void close(WhoHears.Source source) {
        closing(new WhoHears.Mix.ListenedTo(source))
                .ifPresent(ear -> {
                    LockSupport.unpark(thread);
                    ear.closed.join();
                });
    }

    private void run() {
        while (!stopping || !open.isEmpty()) {
            open.forEach((mix, ear) -> {
                if (!ear.turn()) {
                    open.compute(mix, (_, _) -> ear.next.orElse(null));
                }
            });
            pause.pause(ROUND.toNanos());
        }
    }

    /// Listens to nobody any more; as [#close] for each.
    @Override
    public void close() {
        List<Ear> last = open.values().stream().flatMap(Ear::all).toList();
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
