package io.partyline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import io.partyline.audio.Frames;
import io.partyline.show.ShowId;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Everything that is written to one page, by one thread of its own, because the library's sending
/// is not safe for two: what the host hears, frame by frame, and orders of others in between.
///
/// While its page sits at the seat it looks every few milliseconds for the next frame, since the
/// clock's thread wakes nobody. A page that does not read keeps only this thread; after a while it
/// is cut off. The thread ends with the connection's, and tells of that: the library does not.
///
/// Safe for use by many threads.
final class SeatWriter {
    /// What is written besides sound.
    sealed interface Order {
        record Say(SeatMessage message) implements Order {}

        /// Answer a ping; the library does not.
        record Pong(BufferData payload) implements Order {}

        record Close(int code, String reason) implements Order {}
    }

    /// Orders that wait; whoever leaves one beyond that has the connection cut, since its page has
    /// read nothing for long.
    static final int MOST_ORDERS = 64;

    /// How often it is looked whether the show has brought the next frame.
    private static final Duration LOOK = Duration.ofMillis(4);

    /// The same while its page does not sit; an order is seen at once.
    private static final Duration IDLE = Duration.ofSeconds(1);

    /// A page answers each ping by itself: so a connection that leads nowhere is found out.
    private static final Duration PING = Duration.ofSeconds(5);

    /// A page that does not answer for so long is gone: three pings.
    private static final Duration SILENT = PING.multipliedBy(3);

    /// How often the page that sits here is told how its sound is doing.
    private static final Duration TELL = Duration.ofSeconds(2);

    /// How long a page may take to end the connection after our goodbye.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(SeatWriter.class.getName());
    private static final AtomicLong COUNT = new AtomicLong();

    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
    private final float[] frame = new float[Frames.SAMPLES];
    private final WsSession session;
    private final Thread connection;
    private final Duration patience;
    private final Runnable gone;
    private final Thread thread;
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile long heardAt = System.nanoTime();
    private volatile Optional<Sitting> sitting = Optional.empty();
    private final Predicate<ShowId> recorded;
    private volatile boolean closed;

    /// The stay whose places are told. The writer's own thread only, as the rest.
    private Optional<Sitting> attended = Optional.empty();

    private HeardPlaces places;
    private long pingAt;
    private long tellAt;

    /// @param connection the thread that reads the socket; the library closes it when that ends
    /// @param patience how long one write may take
    /// @param recorded whether a show is being recorded now
    /// @param gone told once, when the connection has ended
    SeatWriter(
            WsSession session,
            Thread connection,
            Duration patience,
            Predicate<ShowId> recorded,
            Runnable gone) {
        this.session = session;
        this.connection = connection;
        this.patience = patience;
        this.gone = gone;
        this.recorded = recorded;
        places = new HeardPlaces(recorded, this::say);
        thread = Thread.ofVirtual().name("seat-" + COUNT.incrementAndGet()).unstarted(this::run);
    }

    void start() {
        pingAt = System.nanoTime() + PING.toNanos();
        thread.start();
    }

    /// The page has said something, if only that it is there.
    void heard(long now) {
        heardAt = now;
    }

    /// What the page hears from now on.
    void play(Optional<Sitting> next) {
        sitting = next;
    }

    /// Leaves an order, without waiting.
    void order(Order order) {
        if (!orders.offer(order)) {
            cut();
        }
    }

    /// Ends the connection without a goodbye. Interrupting a virtual thread in a read closes its
    /// socket.
    void cut() {
        closed = true;
        connection.interrupt();
    }

    /// Nothing is written any more.
    ///
    /// @return false if somebody is still at it after so long
    boolean quiet(Duration limit) {
        closed = true;
        try {
            return silent.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        try (var watch = new WriteWatch(thread, patience)) {
            while (!closed && connection.isAlive()) {
                turn(watch);
            }
        } catch (InterruptedException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A page does not read, or has gone.", e);
            cut();
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.DEBUG : Level.ERROR, "A page cannot be written to.", e);
            cut();
        } finally {
            closed = true;
            silent.countDown();
            gone.run();
            linger();
        }
    }

    /// A connection that outlives our goodbye is cut.
    private void linger() {
        try {
            if (!connection.join(LINGER)) {
                connection.interrupt();
            }
        } catch (InterruptedException _) {
            connection.interrupt();
        }
    }

    private void turn(WriteWatch watch) throws InterruptedException {
        Duration wait = sitting.isPresent() ? LOOK : IDLE;
        Order next = orders.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        watch.begin();
        if (next != null) {
            obey(next);
        }
        sitting.ifPresent(this::attend);
        regulars();
        watch.end();
    }

    private void obey(Order order) {
        switch (order) {
            case Order.Say(var message) -> say(message);
            case Order.Pong(var payload) -> session.pong(payload);
            case Order.Close(var code, var reason) -> {
                session.close(code, reason);
                closed = true;
            }
        }
    }

    private void say(SeatMessage message) {
        session.send(new String(Json.bytes(message), UTF_8), true);
    }

    /// Each stay is told of by itself: the page counts anew in it.
    private void attend(Sitting stay) {
        if (attended.filter(stay::equals).isEmpty()) {
            attended = Optional.of(stay);
            places = new HeardPlaces(recorded, this::say);
        }
        stay.heard().drain(places);
        play(stay);
    }

    private void play(Sitting from) {
        for (int i = 0; i < Sitting.KEPT && !closed && from.fetch(frame); i++) {
            byte[] pcm = new byte[PagePcm.BYTES];
            PagePcm.write(frame, pcm);
            session.send(BufferData.create(pcm), true);
        }
    }

    private void regulars() {
        long now = System.nanoTime();
        if (now - heardAt > SILENT.toNanos()) {
            cut();
        }
        if (!closed && now - pingAt >= 0) {
            pingAt = now + PING.toNanos();
            session.ping(BufferData.empty());
        }
        if (!closed && sitting.isPresent() && now - tellAt >= 0) {
            tellAt = now + TELL.toNanos();
            say(sitting.get().sound());
        }
    }
}
