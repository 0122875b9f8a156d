package io.partyline.studio.screen;

import io.partyline.cast.CardRules;
import io.partyline.cast.ScreenerReply;
import io.partyline.cast.ScreenerScript;
import io.partyline.cast.Understood;
import io.partyline.port.SpeechException;
import io.partyline.show.Card;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.tape.Ears;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// One talk of the screener with one caller.
///
/// [#run] and [#watch] each have a thread of their own; the rest is for any. Whatever happens, the
/// talk ends once, and within its limit.
final class Interview implements Ears.Aside {
    private static final System.Logger LOG = System.getLogger(Interview.class.getName());

    /// Utterances that lie unread; nobody answers in more.
    private static final int MOST_UNREAD = 32;

    /// How often it is looked whether the caller has finished.
    private static final Duration ROUND = Duration.ofMillis(20);

    /// By which the screener speaks.
    interface Mouth {
        /// Returns when all of it is on its way, or when it was stopped.
        ///
        /// @throws SpeechException if it cannot be spoken
        void say(String text);

        /// Falls silent at once.
        void stop();

        /// Falls silent at once, and for good: also what is just about to be said is not said.
        void close();
    }

    /// Where it is noted.
    interface Desk {
        void file(Card.Told told);

        void end(Card.Screening how);
    }

    private final Mouth mouth;
    private final Function<List<ScreenerReply>, Understood> reader;
    private final Desk desk;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final BlockingQueue<String> unread = new ArrayBlockingQueue<>(MOST_UNREAD);
    private final List<ScreenerReply> replies = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Progress progress;
    private volatile String saying = "";
    private volatile boolean speaking;
    private volatile boolean stopped;

    /// @param dialogue whether the caller is asked until enough is known, or one question and no
    ///   more
    /// @param pause how it waits for what the caller says
    Interview(
            boolean dialogue,
            Mouth mouth,
            Function<List<ScreenerReply>, Understood> reader,
            Desk desk,
            Patience patience,
            LongSupplier nanoTime,
            Pause pause) {
        this.mouth = mouth;
        this.reader = reader;
        this.desk = desk;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.pause = pause;
        progress = Progress.begin(dialogue);
    }

    /// Holds the talk; returns when it is over.
    void run() {
        try {
            end(talk());
        } catch (SpeechException dumb) {
            LOG.log(Level.WARNING, "the screener has no voice: {0}", dumb.getMessage());
            end(outcome());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end(outcome());
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a screening failed", mistake);
            end(outcome());
        } finally {
            over.countDown();
        }
    }

    /// Ends the talk when its time is over, even if a voice or a model never comes back.
    void watch() {
        try {
            if (!over.await(patience.whole().toNanos(), TimeUnit.NANOSECONDS)) {
                stop();
                end(outcome());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Somebody was quicker: the screener falls silent in mid-word. What the caller has said so far
    /// is still noted.
    void stop() {
        stopped = true;
        mouth.close();
        over.countDown();
        noteUnread();
    }

    /// Whoever answers while they are still being asked need not listen to the end; our own words
    /// that come back from their loudspeaker are no answer.
    @Override
    public void heard(String text) {
        if (ScreenerScript.isEcho(text, saying)) {
            return;
        }
        if (!unread.offer(text)) {
            LOG.log(Level.WARNING, "a caller says more than the screener takes in");
        }
        if (stopped) {
            noteUnread();
        } else if (!saying.isEmpty()) {
            mouth.stop();
        }
    }

    @Override
    public void speaking(boolean now) {
        speaking = now;
    }

    private Card.Screening talk() throws InterruptedException {
        while (!progress.over() && !stopped) {
            say(progress.words());
            String said = listen();
            if (said.isBlank()) {
                advance(Progress::silent);
            } else {
                understand(said);
            }
        }
        say(progress.goodbye());
        return outcome();
    }

    /// Two threads may have something to add, once the talk is stopped.
    private synchronized void advance(UnaryOperator<Progress> step) {
        progress = step.apply(progress);
    }

    private void say(String text) {
        if (!stopped) {
            saying = text;
            mouth.say(text);
            saying = "";
        }
    }

    /// What the caller says, once they have finished; blank if they say nothing.
    private String listen() throws InterruptedException {
        var said = new StringBuilder();
        long until = nanoTime.getAsLong() + patience.answer().toNanos();
        while (!stopped && nanoTime.getAsLong() < until) {
            String piece = unread.poll();
            if (piece != null) {
                said.append(said.isEmpty() ? "" : " ").append(piece);
                until = untilMore();
            } else {
                until = speaking ? Math.max(until, untilMore()) : until;
                waitARound();
            }
        }
        if (stopped) {
            note(said.toString());
            return "";
        }
        return said.toString();
    }

    private long untilMore() {
        return nanoTime.getAsLong() + patience.more().toNanos();
    }

    private void waitARound() throws InterruptedException {
        pause.pause(ROUND.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void understand(String said) {
        Understood now = reader.apply(add(said));
        if (!stopped) {
            take(now);
        }
    }

    private List<ScreenerReply> add(String said) {
        synchronized (replies) {
            replies.add(new ScreenerReply(progress.asked(), said));
            return List.copyOf(replies);
        }
    }

    /// After the end there is no time for a model.
    private void noteUnread() {
        var said = new StringBuilder();
        for (String piece = unread.poll(); piece != null; piece = unread.poll()) {
            said.append(said.isEmpty() ? "" : " ").append(piece);
        }
        note(said.toString());
    }

    private void note(String said) {
        if (!said.isBlank()) {
            take(CardRules.read(add(said)));
        }
    }

    private void take(Understood now) {
        advance(before -> before.told(now));
        if (now.anything() || now.flagged()) {
            desk.file(now.told());
        }
    }

    private Card.Screening outcome() {
        return progress.outcome();
    }

    private void end(Card.Screening how) {
        if (ended.compareAndSet(false, true)) {
            desk.end(how);
        }
    }
}
