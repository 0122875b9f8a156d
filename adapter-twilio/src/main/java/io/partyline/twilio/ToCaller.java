package io.partyline.twilio;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsSession;
import io.partyline.audio.Frames;
import io.partyline.port.CallLeg;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The one thread that writes to a socket, because the library's `send` is not safe for two: first
/// it waits for the stream to start, then it plays to the caller, then it says goodbye.
///
/// It runs as the stream's virtual thread `leg-out`; everything else talks to it by [#order]. It
/// may wait for the socket, which is why no thread of the mixer calls it.
final class ToCaller implements Runnable {
    /// What the writer is asked to do between two frames.
    sealed interface Order {
        /// The stream has started: play to the caller from now on.
        record Play(CallLeg leg, String streamSid) implements Order {}

        /// Answer a ping; the library does not.
        record Pong(BufferData payload) implements Order {}

        /// The carrier has ended the stream; what we say is heard no more.
        record Stopped() implements Order {}

        /// Close the socket.
        record Close(int code, String reason) implements Order {}
    }

    /// How long a socket may stay without a `start`.
    static final Duration START_LIMIT = Duration.ofSeconds(3);

    /// How long the carrier may take to end a stream that the show is done with. If we closed
    /// first, the call would go on with what follows the stream in its document.
    static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    /// Orders that wait for one frame to be written; pings beyond that go unanswered.
    private static final int MOST_ORDERS = 32;

    /// So many ticks in a row with a frame left over mean that frames queue up for good: our clock
    /// and the sound card's differ, or the socket stood still.
    private static final int TICKS_OF_BACKLOG = 10;

    private static final System.Logger LOG = System.getLogger(ToCaller.class.getName());

    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
    private final CarrierBuffer buffer = new CarrierBuffer();
    private final float[] frame = new float[Frames.SAMPLES];
    private final float[] silence = new float[Frames.SAMPLES];
    private final WsSession session;

    private Optional<Order.Play> playing = Optional.empty();
    private boolean stopped;
    private boolean closed;
    private int fullTicks;

    ToCaller(WsSession session) {
        this.session = session;
    }

    /// Leaves an order with the writer; any thread may.
    ///
    /// @return false if too many wait already
    boolean order(Order order) {
        return orders.offer(order);
    }

    /// What waits at the carrier.
    CarrierBuffer buffer() {
        return buffer;
    }

    @Override
    public void run() {
        try {
            awaitStart();
            if (!closed) {
                play(playing.orElseThrow());
                awaitStop();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A media stream's socket broke while it was written to.", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A media stream cannot play to its caller any more.", e);
        }
    }

    private void awaitStart() throws InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!closed && playing.isEmpty()) {
            obeyWithin(limit, new Order.Close(WsCloseCodes.VIOLATED_POLICY, "no start"));
        }
    }

    private void awaitStop() throws InterruptedException {
        long limit = System.nanoTime() + STOP_LIMIT.toNanos();
        Order.Close goodbye = new Order.Close(WsCloseCodes.NORMAL_CLOSE, "over");
        while (!closed) {
            obeyWithin(stopped ? System.nanoTime() : limit, goodbye);
        }
    }

    private void obeyWithin(long limit, Order otherwise) throws InterruptedException {
        Order next = orders.poll(limit - System.nanoTime(), TimeUnit.NANOSECONDS);
        obey(next == null ? otherwise : next);
    }

    private void obey(Order order) {
        switch (order) {
            case Order.Play play -> playing = Optional.of(play);
            case Order.Pong(var payload) -> session.pong(payload);
            case Order.Stopped _ -> stopped = true;
            case Order.Close(var code, var reason) -> {
                session.close(code, reason);
                closed = true;
            }
        }
    }

    private void play(Order.Play play) throws InterruptedException {
        PhoneFrame phone = new PhoneFrame(play.streamSid());
        Pacing pacing = new Pacing(System.nanoTime());
        while (!closed && !stopped && !play.leg().over()) {
            tick(play, phone, pacing);
            LockSupport.parkNanos(pacing.untilNextTick(System.nanoTime()));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (Order next = orders.poll(); next != null; next = orders.poll()) {
                obey(next);
            }
        }
    }

    private void tick(Order.Play play, PhoneFrame phone, Pacing pacing) {
        long now = System.nanoTime();
        if (buffer.tooDeep()) {
            session.send("{\"event\":\"clear\",\"streamSid\":\"" + play.streamSid() + "\"}", true);
            buffer.cleared();
            pacing.cleared(now);
        }
        while (pacing.mayPlay(now) && play.leg().toCaller(frame, Duration.ZERO)) {
            send(frame, play, phone, pacing, now);
        }
        shed(play, pacing, now);
        while (pacing.mustPlay(now)) {
            send(silence, play, phone, pacing, now);
        }
    }

    /// Throws a frame away when one has been left over for many ticks.
    private void shed(Order.Play play, Pacing pacing, long now) {
        fullTicks = pacing.mayPlay(now) ? 0 : fullTicks + 1;
        if (fullTicks >= TICKS_OF_BACKLOG) {
            play.leg().toCaller(frame, Duration.ZERO);
            fullTicks = 0;
        }
    }

    private void send(float[] samples, Order.Play play, PhoneFrame phone, Pacing pacing, long now) {
        session.send(phone.message(samples), true);
        pacing.played(now);
        buffer.sent().ifPresent(mark -> session.send(mark(mark, play.streamSid()), true));
    }

    private static String mark(String name, String streamSid) {
        return "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%s\"}}"
                .formatted(streamSid, name);
    }
}
