package io.partyline.llm;

import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One answer, from the question to the last word.
///
/// What comes in goes through a queue, so that the reader can be woken at any moment: by a word, by
/// a deadline, or by [#close], also before the server has said anything. The queue is bounded by
/// the longest answer that [Incoming] takes.
final class Answer implements TextStream {
    private static final int OK = 200;

    /// How long the end of the stream may be behind the last word: it is waited for so that the
    /// connection can be used again.
    private static final Duration LAST_BYTES = Duration.ofMillis(250);

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Limits limits;
    private final Trouble trouble;
    private final Incoming incoming;
    private final CompletableFuture<?> exchange;
    private final long asked = System.nanoTime();
    private volatile boolean closed;

    // The HTTP client's own.
    private final StringBuilder refusal = new StringBuilder();
    private int status;

    // The reader's own.
    private boolean begun;
    private boolean complete;
    private boolean over;

    static TextStream to(HttpClient http, HttpRequest question, Limits limits, Trouble trouble) {
        return new Answer(http, question, limits, trouble);
    }

    private Answer(HttpClient http, HttpRequest question, Limits limits, Trouble trouble) {
        this.limits = limits;
        this.trouble = trouble;
        this.incoming = new Incoming(this::arrived, trouble);
        this.exchange = http.sendAsync(question, this::body);
        var _ = exchange.whenComplete((_, failure) -> sent(failure));
    }

    private BodySubscriber<Boolean> body(ResponseInfo response) {
        status = response.statusCode();
        return incoming;
    }

    /// The HTTP client's thread.
    private void arrived(Arrival arrival) {
        if (status == OK) {
            arrivals.add(arrival);
        } else if (arrival instanceof Arrival.Line(var text)) {
            refusal.append(text);
        } else {
            arrivals.add(new Arrival.Broken(trouble.refused(status, refusal.toString())));
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure != null) {
            arrivals.add(new Arrival.Broken(trouble.failed(failure)));
        }
    }

    @Override
    public Optional<String> next() {
        while (!closed && !over) {
            switch (await()) {
                case Arrival.Line(var line) when !complete -> {
                    String text = read(line);
                    if (!text.isEmpty()) {
                        return Optional.of(text);
                    }
                }
                case Arrival.Line _ -> {} // Statistics, after the last word.
                case Arrival.End _ -> end();
                case Arrival.Broken _ when complete || closed -> over = true;
                case Arrival.Broken(var sentence) -> throw new LanguageModelException(sentence);
            }
        }
        return Optional.empty();
    }

    private String read(String line) {
        try {
            Chunk chunk = Chunk.read(line);
            begun |= !chunk.text().isEmpty();
            complete |= chunk.last();
            return chunk.text();
        } catch (Chunk.MalformedException _) {
            throw new LanguageModelException(trouble.malformed());
        } catch (Chunk.FaultException fault) {
            throw new LanguageModelException(trouble.fault(fault.code()));
        }
    }

    private void end() {
        over = true;
        if (!complete && !closed) {
            throw new LanguageModelException(trouble.brokeOff());
        }
    }

    private Arrival await() {
        try {
            Arrival next = arrivals.poll(patience(), TimeUnit.NANOSECONDS);
            return next == null ? late() : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LanguageModelException("The question to the language model was given up.", e);
        }
    }

    private long patience() {
        if (complete) {
            return LAST_BYTES.toNanos();
        }
        Duration limit = begun ? limits.whole() : limits.firstWord();
        return limit.toNanos() - (System.nanoTime() - asked);
    }

    private Arrival late() {
        if (complete) {
            return new Arrival.End();
        }
        return new Arrival.Broken(
                begun ? trouble.noEnd(limits.whole()) : trouble.noWord(limits.firstWord()));
    }

    @Override
    public void close() {
        closed = true;
        exchange.cancel(true);
        incoming.close();
        arrivals.add(new Arrival.End());
    }
}
