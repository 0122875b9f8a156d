package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// One answer, by the first of several models that begins one. As other streams it is read by one
/// thread and closed by any.
final class Relay implements TextStream {
    private static final String NOBODY = "No language model can be asked.";

    private final Iterator<Understudy> others;
    private final Prompt prompt;
    private final LongSupplier nanoTime;
    private final long asked;

    // The reader's own.
    private Optional<Understudy> speaker = Optional.empty();
    private boolean spoken;
    private LanguageModelException failure = new LanguageModelException(NOBODY);

    // Guarded by this.
    private Optional<TextStream> answer = Optional.empty();
    private boolean closed;

    /// The first is asked at once.
    Relay(List<Understudy> models, Prompt prompt, LongSupplier nanoTime) {
        this.others = models.iterator();
        this.prompt = prompt;
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong();
        askNext();
    }

    @Override
    public Optional<String> next() {
        while (!isClosed()) {
            if (speaker.isEmpty()) {
                throw failure;
            }
            try {
                return heard(stream().flatMap(TextStream::next));
            } catch (LanguageModelException failed) {
                failed(failed);
            }
        }
        return Optional.empty();
    }

    private Optional<String> heard(Optional<String> piece) {
        if (!spoken && !isClosed()) {
            speaker.ifPresent(Understudy::answered);
        }
        spoken = true;
        return isClosed() ? Optional.empty() : piece;
    }

    private void failed(LanguageModelException failed) {
        if (isClosed()) {
            return;
        }
        speaker.ifPresent(model -> model.failed(String.valueOf(failed.getMessage())));
        if (spoken) {
            throw failed;
        }
        stream().ifPresent(TextStream::close);
        failure = failed;
        askNext();
    }

    /// Asks whoever is next, and who can be asked at all, within what is left.
    private void askNext() {
        speaker = Optional.empty();
        Duration left = prompt.limit().minusNanos(nanoTime.getAsLong() - asked);
        while (speaker.isEmpty() && others.hasNext() && left.isPositive()) {
            ask(others.next(), prompt.within(left));
        }
    }

    private void ask(Understudy model, Prompt rest) {
        try {
            begin(model.reply(rest));
            speaker = Optional.of(model);
        } catch (LanguageModelException failed) {
            model.failed(String.valueOf(failed.getMessage()));
            failure = failed;
        }
    }

    private synchronized void begin(TextStream stream) {
        answer = Optional.of(stream);
        if (closed) {
            stream.close();
        }
    }

    private synchronized Optional<TextStream> stream() {
        return answer;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public Ending ending() {
        Ending ending = stream().map(TextStream::ending).orElse(Ending.GIVEN_UP);
        return ending == Ending.OPEN && isClosed() ? Ending.GIVEN_UP : ending;
    }

    @Override
    public void close() {
        Optional<TextStream> stream;
        synchronized (this) {
            closed = true;
            stream = answer;
        }
        stream.ifPresent(TextStream::close);
    }
}
