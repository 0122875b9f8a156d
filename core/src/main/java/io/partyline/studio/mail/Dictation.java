package io.partyline.studio.mail;

import io.partyline.audio.Frames;
import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import io.partyline.port.Transcriber;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Speaker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Has the show's transcriber write down what is said in messages, one after the other, the oldest
/// first; each once, and once more after a start if it was cut off.
///
/// Whoever is on the air comes first: it begins with no message while there is no time for it.
///
/// One thread, `voicemail-words`, does all of it; the words come on the transcriber's own.
public final class Dictation implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Dictation.class.getName());

    /// How often it looks for a message.
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Postbox postbox;
    private final Transcriber transcriber;
    private final BooleanSupplier hasTime;
    private final Thread thread = Thread.ofVirtual().name("voicemail-words").unstarted(this::run);
    private final Set<String> begun = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param hasTime whether the transcriber may be given a message now
    public Dictation(Postbox postbox, Transcriber transcriber, BooleanSupplier hasTime) {
        this.postbox = postbox;
        this.transcriber = transcriber;
        this.hasTime = hasTime;
    }

    /// Begins to write down, until it is closed.
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isClosed()) {
                if (!round()) {
                    var _ = closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Gives one message to the transcriber, if there is one and time for it.
    ///
    /// @return whether there was
    boolean round() {
        if (transcriber.isOff() || !hasTime.getAsBoolean()) {
            return false;
        }
        Optional<Message> next =
                postbox.unwritten().stream().filter(one -> begun.add(one.id())).findFirst();
        next.ifPresent(this::guarded);
        return next.isPresent();
    }

    /// A message that cannot be heard must not keep the others from being written down.
    private void guarded(Message message) {
        try {
            hear(message);
        } catch (SoundException | MessageException broken) {
            LOG.log(Level.WARNING, "a message is not written down: {0}", broken.getMessage());
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a message is not written down", mistake);
        }
    }

    private void hear(Message message) {
        var words = new Words(message.id());
        var speaker = new Speaker.RealCaller(message.call(), "");
        try (SoundStream sound = postbox.sound(message);
                Transcriber.Session session = transcriber.openAside(speaker, words::heard)) {
            read(sound, new InFrames(session));
        }
        if (!isClosed()) {
            words.over();
        }
    }

    private static void read(SoundStream sound, InFrames frames) {
        var piece = new float[Frames.SAMPLES];
        for (int count = sound.read(piece); count >= 0; count = sound.read(piece)) {
            frames.take(piece, count);
        }
        frames.take(piece, sound.last(piece));
        frames.end();
    }

    /// Cuts sound into the frames that a session takes.
    private static final class InFrames {
        private final Transcriber.Session session;
        private final float[] frame = new float[Frames.SAMPLES];
        private int filled;
        private long at;

        private InFrames(Transcriber.Session session) {
            this.session = session;
        }

        private void take(float[] samples, int count) {
            for (int i = 0; i < count; i++) {
                frame[filled++] = samples[i];
                if (filled == frame.length) {
                    hand();
                }
            }
        }

        private void hand() {
            session.accept(frame, at);
            at += frame.length;
            filled = 0;
        }

        /// What is left is filled up with silence.
        private void end() {
            if (filled > 0) {
                Arrays.fill(frame, filled, frame.length, 0);
                hand();
            }
        }
    }

    /// What has been heard of one message so far. Safe for use by many threads.
    private final class Words {
        private final String id;
        private final StringBuilder said = new StringBuilder();

        private Words(String id) {
            this.id = id;
        }

        /// A number that is said in two breaths is one number.
        private synchronized void heard(Transcriber.Heard more) {
            said.append(said.isEmpty() ? "" : " ").append(more.text());
            write();
        }

        /// Nothing that was said in time is an answer, too, so that it is not asked for again.
        private synchronized void over() {
            write();
        }

        private void write() {
            try {
                postbox.says(id, PhoneNumbers.hidden(said.toString()));
            } catch (MessageException failed) {
                postbox.report(failed);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
