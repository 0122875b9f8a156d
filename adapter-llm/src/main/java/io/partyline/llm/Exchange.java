package io.partyline.llm;

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

/// One request and what comes back.
///
/// What comes in goes through a queue, so that the reader can be woken at any moment: by a word, by
/// a deadline, or by [#close], also before the server has said anything. The queue is bounded by
/// the longest answer that [Incoming] takes.
final class Exchange implements AutoCloseable {
    private static final int OK = 200;

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Trouble trouble;
    private final Incoming incoming;
    private final CompletableFuture<?> exchange;
    private volatile boolean accepted;

    // The HTTP client's own.
    private final StringBuilder refusal = new StringBuilder();
    private int status;
    private Optional<Duration> again = Optional.empty();

    Exchange(HttpClient http, HttpRequest request, Trouble trouble) {
        this.trouble = trouble;
        this.incoming = new Incoming(this::arrived, trouble);
        this.exchange = http.sendAsync(request, this::body);
        var _ = exchange.whenComplete((_, failure) -> sent(failure));
    }

    private BodySubscriber<Boolean> body(ResponseInfo response) {
        status = response.statusCode();
        again = RetryAfter.in(response.headers());
        accepted = status == OK;
        return incoming;
    }

    /// The HTTP client's thread.
    private void arrived(Arrival arrival) {
        if (status == OK) {
            arrivals.add(arrival);
        } else if (arrival instanceof Arrival.Line(var text)) {
            refusal.append(text).append('\n');
        } else {
            arrivals.add(new Arrival.Refused(status, refusal.toString(), again));
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure != null) {
            arrivals.add(new Arrival.Broken(trouble.failed(failure)));
        }
    }

    /// Whether the server has begun to answer, and so to count.
    boolean accepted() {
        return accepted;
    }

    /// What comes next; waits for it no longer than that.
    Arrival await(Duration limit) throws InterruptedException {
        Arrival next = arrivals.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? new Arrival.Nothing() : next;
    }

    /// Hangs up; the server notices, and whoever waits is woken.
    @Override
    public void close() {
        exchange.cancel(true);
        incoming.close();
        arrivals.add(new Arrival.End());
    }
}
