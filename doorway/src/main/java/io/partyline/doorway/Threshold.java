package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one connection hands on to the web server: whole requests, and once it has become a
/// WebSocket, whole frames. Whatever else comes is answered here, and ends the connection without a
/// line in the log. For one thread.
final class Threshold implements Supplier<byte @Nullable []> {
    /// How long it is waited for the other side to read our last answer and go.
    private static final Duration LINGER = Duration.ofMillis(500);

    private final Visitor visitor;
    private final Inflow inflow;
    private final Requests requests;
    private final Refusal refusal;
    private final LongAdder broken;
    private @Nullable Frames frames;

    Threshold(
            Supplier<byte @Nullable []> socket,
            Visitor visitor,
            Limits limits,
            Refusal refusal,
            LongAdder broken) {
        this.visitor = visitor;
        this.refusal = refusal;
        this.broken = broken;
        inflow = new Inflow(socket);
        requests = new Requests(inflow, visitor, limits);
    }

    /// @return null when nothing more comes
    /// @throws CloseConnectionException if the connection is to end
    @Override
    public byte @Nullable [] get() {
        try {
            return visitor.isStream() ? frame() : request();
        } catch (GoneException gone) {
            throw new CloseConnectionException("Whoever was sending has gone.", gone);
        } catch (BrokenRequestException wrong) {
            broken.increment();
            refuse(wrong);
            throw new CloseConnectionException("What came was no request.", wrong);
        } catch (BrokenFrameException wrong) {
            broken.increment();
            visitor.breaks(wrong.code());
            linger(LINGER);
            throw new CloseConnectionException("What came was no WebSocket.", wrong);
        }
    }

    private byte @Nullable [] request() {
        if (visitor.isLeaving()) {
            throw new CloseConnectionException("It was to be the last request.");
        }
        return requests.next();
    }

    private byte @Nullable [] frame() {
        if (frames == null) {
            frames = new Frames(inflow, visitor.longestFrame());
        }
        return frames.next();
    }

    private void refuse(BrokenRequestException wrong) {
        Refusal.Words words = refusal.of(wrong.status(), wrong.sentence());
        byte[] body = words.body().getBytes(UTF_8);
        String head =
                "HTTP/1.1 %s\r\nconnection: close\r\ncontent-length: %d\r\n%s\r\n"
                        .formatted(
                                Status.create(wrong.status()).text(), body.length, words.headers());
        visitor.write(head.getBytes(US_ASCII));
        visitor.write(body);
        if (wrong.status() == 413 || inflow.isFull()) {
            linger(LINGER);
        }
    }

    /// Reads on without looking until the other side has gone: what is unread when a socket is
    /// closed can take our last words with it.
    private void linger(Duration limit) {
        visitor.mayTake(limit);
        inflow.skip(inflow.size());
        while (inflow.more()) {
            inflow.skip(inflow.size());
        }
    }
}
