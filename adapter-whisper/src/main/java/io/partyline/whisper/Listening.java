package io.partyline.whisper;

import io.partyline.port.Transcriber;
import io.partyline.show.Speaker;
import io.partyline.spend.Expenses;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Hears real speakers, each with an ear of their own, through one recogniser.
///
/// Our own AI voices are not listened to: their words are known. Safe for use by many threads at
/// once.
public final class Listening implements Transcriber {
    private static final int SECOND = 1_000;

    private final Recogniser recogniser;
    private final RecogniserQueue queue;
    private final VoiceDetectors detectors;

    Listening(Recogniser recogniser, VoiceDetectors detectors) {
        this.recogniser = recogniser;
        this.detectors = detectors;
        queue = new RecogniserQueue(recogniser);
    }

    /// Hears with a whisper model on this computer, in a process of its own.
    ///
    /// @throws IllegalArgumentException if there is no such model file
    public static Listening withWhisper(WhisperSettings settings) {
        return new Listening(WhisperRecogniser.of(settings), VoiceDetectors.best());
    }

    /// Hears with a server that understands `/audio/transcriptions`.
    ///
    /// @param vocabulary names that will be said; may be empty
    /// @param expenses where seconds are counted
    public static Listening withServer(
            HttpEarsSettings settings, String vocabulary, Expenses expenses) {
        return new Listening(
                new HttpRecogniser(settings, vocabulary, expenses), VoiceDetectors.best());
    }

    @Override
    public String name() {
        return recogniser.name();
    }

    @Override
    public String condition() {
        Duration late = backlog();
        String behind =
                late.toMillis() < SECOND
                        ? ""
                        : " It is about %d seconds behind."
                                .formatted(Math.ceilDiv(late.toMillis(), SECOND));
        return "Using %s.%s%s%s".formatted(name(), behind, queue.losses(), detectors.remark());
    }

    @Override
    public Optional<String> trouble() {
        return recogniser.givenUp().or(queue::trouble);
    }

    @Override
    public Duration backlog() {
        return queue.backlog();
    }

    @Override
    public Session open(Speaker speaker, Consumer<Heard> heard) {
        return Urgency.of(speaker)
                .map(urgency -> listen(urgency, heard))
                .orElseGet(() -> Transcriber.off().open(speaker, heard));
    }

    @Override
    public Session openAside(Speaker speaker, Consumer<Heard> heard) {
        return listen(Urgency.ASIDE, heard);
    }

    private Session listen(Urgency urgency, Consumer<Heard> heard) {
        queue.warmUp();
        return new Ear(queue, urgency, detectors.another(), heard);
    }

    /// Stops recognising; ears that are still open hear nothing any more.
    @Override
    public void close() {
        queue.close();
    }
}
