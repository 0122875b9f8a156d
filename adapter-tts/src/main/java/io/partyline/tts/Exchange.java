package io.partyline.tts;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// One request and what comes back, into an inflow as it comes, no faster than it is read.
///
/// The HTTP client calls it from one thread at a time; [#close] may be called by any.
final class Exchange implements BodySubscriber<Boolean>, AutoCloseable {
    private static final int OK = 200;

    private final Trouble trouble;
    private final Inflow inflow = new Inflow(this::more);
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<?> sent;
    private volatile int status;
    private volatile String kind = "";

    Exchange(HttpClient http, HttpRequest request, Trouble trouble) {
        this.trouble = trouble;
        this.sent = http.sendAsync(request, this::body);
        var _ = sent.whenComplete((_, failure) -> failed(failure));
    }

    Inflow inflow() {
        return inflow;
    }

    int status() {
        return status;
    }

    /// Whether what comes is sound, as far as the server says so itself.
    boolean sound() {
        return status == OK
                && !kind.startsWith("text/")
                && !kind.contains("json")
                && !kind.contains("xml");
    }

    private BodySubscriber<Boolean> body(ResponseInfo response) {
        kind = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        status = response.statusCode();
        return this;
    }

    private void failed(@Nullable Throwable failure) {
        if (failure != null) {
            inflow.add(new Arrival.Broken(trouble.failed(failure)));
        }
    }

    private void more() {
        var _ = subscription.thenAccept(body -> body.request(1));
    }

    /// Known at once, so that nobody waits for a body that comes bit by bit.
    @Override
    public CompletionStage<Boolean> getBody() {
        return CompletableFuture.completedStage(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        subscription.complete(body);
        body.request(Inflow.ROOM);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        var bytes = new byte[pieces.stream().mapToInt(ByteBuffer::remaining).sum()];
        int at = 0;
        for (ByteBuffer piece : pieces) {
            int count = piece.remaining();
            piece.get(bytes, at, count);
            at += count;
        }
        inflow.add(new Arrival.Bytes(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        inflow.add(new Arrival.Broken(trouble.brokeOff()));
    }

    @Override
    public void onComplete() {
        inflow.add(new Arrival.End());
    }

    /// Hangs up, now or as soon as there is anything to hang up, and wakes the reader.
    @Override
    public void close() {
        sent.cancel(true);
        var _ = subscription.thenAccept(Flow.Subscription::cancel);
        inflow.add(new Arrival.End());
    }
}
