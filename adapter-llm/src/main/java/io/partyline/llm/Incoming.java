package io.partyline.llm;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/// Cuts what comes in into lines and hands them on at once. A line ends as event streams have it:
/// with CR, LF, or both; a byte order mark in front of all is none of it.
///
/// The HTTP client calls it from one thread at a time; [#close] may be called by any.
final class Incoming implements BodySubscriber<Boolean>, AutoCloseable {
    /// Longest answer: a thousand times what an AI caller says, JSON included.
    private static final int LONGEST = 4 * 1024 * 1024;

    private static final String MARK = "\uFEFF";

    private final Consumer<Arrival> arrivals;
    private final Trouble trouble;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private int length;
    private boolean begun;
    private boolean afterReturn;

    Incoming(Consumer<Arrival> arrivals, Trouble trouble) {
        this.arrivals = arrivals;
        this.trouble = trouble;
    }

    /// Known at once, so that nobody waits for a body that comes bit by bit.
    @Override
    public CompletionStage<Boolean> getBody() {
        return CompletableFuture.completedStage(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        subscription.complete(body);
        body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            length += piece.remaining();
            take(piece);
        }
        if (length > LONGEST) {
            arrivals.accept(new Arrival.Broken(trouble.endless()));
            close();
        }
    }

    /// Bytes and not characters: a letter may come in two pieces.
    private void take(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n' && afterReturn) {
                afterReturn = false;
            } else if (next == '\n' || next == '\r') {
                afterReturn = next == '\r';
                handOn();
            } else {
                afterReturn = false;
                line.write(next);
            }
        }
    }

    private void handOn() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        boolean marked = !begun && text.startsWith(MARK);
        begun = true;
        arrivals.accept(new Arrival.Line(marked ? text.substring(1) : text));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.accept(new Arrival.Broken(trouble.brokeOff()));
    }

    @Override
    public void onComplete() {
        if (line.size() > 0) {
            handOn();
        }
        arrivals.accept(new Arrival.End());
    }

    /// Hangs up, now or as soon as there is anything to hang up.
    @Override
    public void close() {
        var _ = subscription.thenAccept(Flow.Subscription::cancel);
    }
}
