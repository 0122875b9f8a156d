package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.cast.SpokenText;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The sentences of a reply on their way from the model to the voice: the next one is asked of the
/// synthesiser while the last is still being spoken, and no more than that one.
///
/// One thread adds, one takes, one is its own; [#close] may be called by any.
final class SentencesAhead implements AutoCloseable {
    /// What is spoken next.
    sealed interface Next {
        /// A sentence whose speech has begun.
        ///
        /// @param sentence as it was written
        record Spoken(String sentence, SpeechStream speech) implements Next {}

        record End() implements Next {}

        /// Nothing more comes, since something went wrong.
        ///
        /// @param why in a sentence
        record Broken(String why) implements Next {}
    }

    private sealed interface Piece {
        record Sentence(String text) implements Piece {}

        record Last(Next next) implements Piece {}
    }

    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    private final Function<String, SpeechStream> voice;

    /// Bounded by the number of sentences in a turn.
    private final BlockingQueue<Piece> written = new LinkedBlockingQueue<>();

    private final BlockingQueue<Next> ready = new SynchronousQueue<>();
    private volatile boolean closed;

    /// @param voice begins to speak a text
    SentencesAhead(Function<String, SpeechStream> voice) {
        this.voice = voice;
    }

    /// Adds a sentence; one in which there is nothing to say is left out.
    void add(String sentence) {
        written.add(new Piece.Sentence(sentence));
    }

    /// Nothing more comes.
    void end() {
        written.add(new Piece.Last(new Next.End()));
    }

    /// Nothing more comes, since something went wrong.
    void broken(String why) {
        written.add(new Piece.Last(new Next.Broken(why)));
    }

    /// Begins each sentence's speech as soon as the one before it is being spoken; returns at the
    /// end.
    void run() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = turn(written.take());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean turn(Piece piece) throws InterruptedException {
        return switch (piece) {
            case Piece.Last(var last) -> {
                hand(last);
                yield false;
            }
            case Piece.Sentence(var text) -> {
                String said = SpokenText.clean(text);
                yield said.isBlank() || begin(text, said);
            }
        };
    }

    private boolean begin(String sentence, String said) throws InterruptedException {
        if (closed) {
            return false;
        }
        SpeechStream speech;
        try {
            speech = voice.apply(said);
        } catch (SpeechException failed) {
            hand(new Next.Broken(String.valueOf(failed.getMessage())));
            return false;
        }
        if (hand(new Next.Spoken(sentence, speech))) {
            return true;
        }
        speech.close();
        return false;
    }

    /// @return false if nobody took it before the end
    private boolean hand(Next next) throws InterruptedException {
        while (!closed) {
            if (ready.offer(next, ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /// What is spoken next; waits for it.
    Next next() throws InterruptedException {
        while (!closed) {
            Next next = ready.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
        }
        return new Next.End();
    }

    /// Ends it; speech that nobody has taken yet is not spoken.
    @Override
    public void close() {
        closed = true;
        end();
    }
}
