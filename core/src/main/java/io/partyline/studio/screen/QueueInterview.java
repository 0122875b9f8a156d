package io.partyline.studio.screen;

import io.partyline.cast.CardRules;
import io.partyline.cast.ScreenerReply;
import io.partyline.cast.ScreenerScript;
import io.partyline.cast.Understood;
import io.partyline.port.Switchboard.Answer;
import io.partyline.port.Switchboard.Meanwhile;
import io.partyline.show.Card;
import io.partyline.show.PhoneNumbers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// One talk of the screener with a caller in the telephone network's queue, who is spoken to and
/// listened to by the network.
///
/// It moves on when the network asks what the caller is to hear, and waits for nothing, except for
/// [#watch], which has a thread of its own and ends the talk once the network asks no more. Safe
/// for use by many threads.
final class QueueInterview {
    private static final System.Logger LOG = System.getLogger(QueueInterview.class.getName());

    /// How often a question that nobody answers is asked: a second time if the network could not
    /// play it, or could not listen.
    private static final int MOST_TIMES = 2;

    /// How long the network may say nothing: a question, an answer of a minute, and some time to
    /// bring it.
    static final Duration QUIET = Duration.ofSeconds(90);

    /// Letters of an answer that are read: more than anybody says in a minute.
    private static final int LONGEST_ANSWER = 1_500;

    /// Question numbers of one talk; more than there are turns.
    private static final int NUMBERS = 10;

    private static final Meanwhile MUSIC = new Meanwhile.Music();
    private static final Meanwhile MOMENT = new Meanwhile.Moment();

    private final long first;
    private final Function<List<ScreenerReply>, Understood> reader;
    private final Executor crew;
    private final Interview.Desk desk;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final List<ScreenerReply> replies = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private Progress progress;
    private double confidence = 1;
    private int times;
    private long askedAt;
    private long begun;
    private long lastSign;
    private boolean thinking;
    private long thinkingSince;
    private boolean over;

    /// @param began when the talk began, by which its questions are told from those of every other
    ///   talk with the same caller
    /// @param reader may block for as long as it likes
    /// @param crew does what blocks
    QueueInterview(
            Instant began,
            boolean dialogue,
            Function<List<ScreenerReply>, Understood> reader,
            Executor crew,
            Interview.Desk desk,
            Patience patience,
            LongSupplier nanoTime) {
        first = began.toEpochMilli() * NUMBERS;
        this.reader = reader;
        this.crew = crew;
        this.desk = desk;
        this.patience = patience;
        this.nanoTime = nanoTime;
        progress = Progress.begin(dialogue);
        begun = nanoTime.getAsLong();
        lastSign = begun;
    }

    /// Ends the talk if the network stops in the middle of it; returns when the talk is over.
    void watch() {
        try {
            while (!done.await(patienceLeft(), TimeUnit.NANOSECONDS)) {
                endIfQuiet();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long patienceLeft() {
        return QUIET.toNanos() - passed(lastSign);
    }

    /// What the caller has said until then is noted.
    synchronized void endIfQuiet() {
        if (over || patienceLeft() > 0) {
            return;
        }
        if (thinking) {
            take(CardRules.read(replies));
        }
        end();
    }

    /// What the caller hears now.
    synchronized Meanwhile next() {
        lastSign = nanoTime.getAsLong();
        if (over) {
            return MUSIC;
        }
        if (thinking && passed(thinkingSince) <= patience.thought().toNanos()) {
            return MOMENT;
        }
        if (thinking) {
            take(CardRules.read(replies));
        }
        return progress.over() || isTooLate() ? goodbye() : question();
    }

    private boolean isTooLate() {
        return !begins() && passed(begun) > patience.whole().toNanos();
    }

    private long passed(long since) {
        return nanoTime.getAsLong() - since;
    }

    private Meanwhile goodbye() {
        end();
        return new Meanwhile.Words(progress.goodbye());
    }

    private boolean begins() {
        return times == 0 && progress.turn() == 0;
    }

    /// Whoever cannot be asked is left in peace without a word.
    private Meanwhile question() {
        if (begins()) {
            begun = nanoTime.getAsLong();
        }
        if (!isRepeated()) {
            if (times >= MOST_TIMES) {
                end();
                return MUSIC;
            }
            times++;
            askedAt = nanoTime.getAsLong();
        }
        return new Meanwhile.Question(number(), progress.words(), patience.answer());
    }

    /// Whoever is asked is given time to answer, and silence is an answer, too. So a request within
    /// that time is the last one once more, and the question is still being asked.
    private boolean isRepeated() {
        return times > 0 && passed(askedAt) < patience.answer().toNanos();
    }

    private long number() {
        return first + progress.turn();
    }

    private void end() {
        leave();
        desk.end(progress.outcome());
    }

    private void leave() {
        over = true;
        done.countDown();
    }

    /// What the caller said, or that they said nothing; our own words that come back from their
    /// loudspeaker are nothing.
    synchronized void answered(Answer answer) {
        lastSign = nanoTime.getAsLong();
        if (over || thinking || times == 0 || answer.question() != number()) {
            return;
        }
        times = 0;
        String said = read(answer.said());
        if (said.isBlank() || ScreenerScript.isEcho(said, progress.words())) {
            progress = progress.silent();
        } else {
            confidence = Math.min(confidence, answer.confidence());
            replies.add(new ScreenerReply(progress.asked(), said));
            think(List.copyOf(replies), number());
        }
    }

    private static String read(String said) {
        int letters = said.codePointCount(0, said.length());
        int end = said.offsetByCodePoints(0, Math.min(letters, LONGEST_ANSWER));
        return PhoneNumbers.hidden(said.substring(0, end));
    }

    private void think(List<ScreenerReply> all, long question) {
        thinking = true;
        thinkingSince = nanoTime.getAsLong();
        crew.execute(() -> understood(question, understand(all)));
    }

    private Understood understand(List<ScreenerReply> all) {
        try {
            return reader.apply(all);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "an answer to the screener could not be read", mistake);
            return CardRules.read(all);
        }
    }

    /// Later than the rules is too late.
    private synchronized void understood(long question, Understood now) {
        if (thinking && question == number()) {
            take(now);
        }
    }

    private void take(Understood now) {
        thinking = false;
        progress = progress.told(now);
        if (now.anything() || now.flagged()) {
            desk.file(assured(now.told()));
        }
    }

    /// Nobody is surer of the words than who has recognised them.
    private Card.Told assured(Card.Told told) {
        return new Card.Told(
                told.name(),
                told.place(),
                told.point(),
                told.mood(),
                Math.min(told.confidence(), confidence),
                told.minor(),
                told.danger());
    }

    /// Somebody was quicker. What the caller has said so far is still noted.
    synchronized void stop() {
        leave();
        if (thinking) {
            take(CardRules.read(replies));
        }
    }
}
