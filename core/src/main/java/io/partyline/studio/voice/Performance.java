package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.cast.Prompt;
import io.partyline.cast.SentenceStream;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.TextStream;
import io.partyline.show.Caller;
import io.partyline.show.FloorCommand;
import io.partyline.show.Turn;
import io.partyline.show.TurnOutcome;
import io.partyline.studio.sound.VoiceLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// One turn of an AI caller, from the prompt to the last word: the model writes while the voice
/// already speaks. Runs on a `react` thread of its own; [#stop] may be called by any.
public final class Performance {
    /// Sentences in one turn: what people say before somebody else speaks.
    private static final int MOST_SENTENCES = 4;

    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    /// How long a fade is waited for, in rounds: a second, in case nothing ticks any more.
    private static final int FADE_ROUNDS = 50;

    /// What the performance needs of the studio.
    public interface Stage {
        void post(FloorCommand command);

        /// The show position now, in samples.
        long position();

        Instant instantAt(long position);

        /// Waits for so long at most, by the show's clock.
        void pause(long nanos);
    }

    private final Turn turn;
    private final LanguageModel model;
    private final VoiceLine line;
    private final long pass;
    private final Stage stage;
    private final SentencesAhead sentences;
    private final TurnClock clock;
    private final Cues cues = new Cues();
    private volatile Optional<TextStream> reply = Optional.empty();
    private volatile Optional<SpeechStream> speech = Optional.empty();
    private volatile boolean stopped;
    private volatile boolean over;

    Performance(
            Turn turn,
            Caller.Ai caller,
            LanguageModel model,
            SpeechSynthesizer synthesizer,
            VoiceLine line,
            Stage stage) {
        this.turn = turn;
        this.model = model;
        this.line = line;
        pass = line.pass();
        this.stage = stage;
        sentences = new SentencesAhead(text -> synthesizer.speak(text, caller.voice()));
        clock = new TurnClock(turn, line, stage);
    }

    /// Ends the turn as soon as possible: the model is cancelled and the voice fades. Nothing
    /// happens once it is over: the line may be the next turn's.
    void stop() {
        if (over) {
            return;
        }
        // The cut comes first, so that whoever sees the stop finds it begun.
        line.cut();
        stopped = true;
        reply.ifPresent(TextStream::close);
        speech.ifPresent(SpeechStream::close);
        sentences.close();
    }

    /// Performs the whole turn as it is written; returns when it is over.
    void perform(Prompt prompt) {
        perform(prompt, UnaryOperator.identity());
    }

    /// Performs the whole turn; returns when it is over.
    ///
    /// @param discreet what a sentence becomes before anybody hears or reads it
    void perform(Prompt prompt, UnaryOperator<String> discreet) {
        aside(() -> write(prompt, discreet));
        aside(sentences::run);
        String problem = speakAndHear();
        sentences.close();
        hearOut();
        over = true;
        stage.post(new FloorCommand.EndTurn(turn.id(), outcome(problem), problem));
    }

    private static void aside(Runnable part) {
        Thread.ofVirtual().name("react").start(part);
    }

    private TurnOutcome outcome(String problem) {
        if (stopped) {
            return TurnOutcome.STOPPED;
        }
        return problem.isEmpty() ? TurnOutcome.FINISHED : TurnOutcome.FAILED;
    }

    /// The model's side: cuts what streams in into sentences. Whoever stops the turn closes the
    /// stream if it is there; if it only comes afterwards, it is closed unread.
    private void write(Prompt prompt, UnaryOperator<String> discreet) {
        try (TextStream text = model.reply(prompt)) {
            reply = Optional.of(text);
            if (!stopped) {
                write(text, discreet);
            }
        } catch (LanguageModelException failed) {
            sentences.broken(String.valueOf(failed.getMessage()));
        }
    }

    private void write(TextStream text, UnaryOperator<String> discreet) {
        var cut = new SentenceStream(MOST_SENTENCES);
        var all = new StringBuilder();
        for (var piece = text.next(); piece.isPresent(); piece = text.next()) {
            clock.writes();
            hand(cut.add(piece.get()), all, discreet);
        }
        boolean unfinished = text.ending() == TextStream.Ending.CUT_SHORT;
        hand(unfinished ? cut.cutOff() : cut.flush(), all, discreet);
        finishWriting(all.toString());
    }

    private void hand(List<String> whole, StringBuilder all, UnaryOperator<String> discreet) {
        for (String written : whole) {
            String sentence = discreet.apply(written);
            if (sentence.isBlank()) {
                continue;
            }
            clock.sentence();
            all.append(all.isEmpty() ? "" : " ").append(sentence);
            sentences.add(sentence);
        }
    }

    private void finishWriting(String all) {
        if (all.isBlank()) {
            sentences.broken("The AI caller had nothing to say.");
            return;
        }
        stage.post(new FloorCommand.WriteReply(turn.id(), all));
        sentences.end();
    }

    /// What has been heard is reported by a thread of its own, since the voice may wait for a long
    /// time: for the line to have room, for a synthesiser, for the model's next sentence.
    private String speakAndHear() {
        var spoken = new CountDownLatch(1);
        var hearing = CompletableFuture.runAsync(() -> hear(spoken), Performance::aside);
        try {
            return speakAll();
        } finally {
            spoken.countDown();
            hearing.join();
        }
    }

    private void hear(CountDownLatch spoken) {
        try {
            while (!spoken.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                report(line.heard());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The voice's side.
    ///
    /// @return what went wrong, in a sentence; empty if nothing did
    private String speakAll() {
        var spoken = new Speech(line, pass, () -> stopped, stage::pause, clock);
        try {
            while (true) {
                switch (sentences.next()) {
                    case SentencesAhead.Next.Spoken(var text, var made) ->
                            speak(spoken, text, made);
                    case SentencesAhead.Next.Broken(var why) -> {
                        return why;
                    }
                    case SentencesAhead.Next.End _ -> {
                        return "";
                    }
                }
            }
        } catch (SpeechException failed) {
            return String.valueOf(failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "The studio was closed.";
        }
    }

    /// Whoever stops the turn closes the speech, so that a voice that stalls keeps nobody waiting.
    private void speak(Speech line, String sentence, SpeechStream stream) {
        speech = Optional.of(stream);
        if (stopped) {
            stream.close();
        }
        try {
            line.speak(stream);
        } finally {
            cues.add(sentence, line.made(), clock.begun());
        }
    }

    private void hearOut() {
        while (!stopped && !cues.isEmpty()) {
            stage.pause(ROUND.toNanos());
            report(line.heard());
        }
        for (int round = 0; stopped && line.cutting() && round < FADE_ROUNDS; round++) {
            stage.pause(ROUND.toNanos());
        }
        long heard = stopped && !line.cutting() ? line.heardAtCut() : line.heard();
        report(heard);
        cues.broken(heard).ifPresent(this::post);
    }

    private void report(long heard) {
        cues.finished(heard).forEach(this::post);
    }

    private void post(Cues.Spoken spoken) {
        stage.post(
                new FloorCommand.Speak(
                        turn.id(),
                        spoken.words(),
                        spoken.atSample(),
                        stage.instantAt(spoken.atSample())));
    }
}
