package io.partyline.doorway;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One connection at a door: what is known of it, and until when it may take what it is doing.
///
/// Whoever answers a request finds the one that it came by with [#here]. Its own thread reads it;
/// the rest is safe for use by many threads at once.
public final class Visitor {
    static final ScopedValue<Visitor> HERE = ScopedValue.newInstance();

    private static final long NEVER = 0;
    private static final System.Logger LOG = System.getLogger(Visitor.class.getName());

    private final ConnectionContext connection;
    private final Visitors others;
    private final LongSupplier nanoTime;
    private final Duration longestWrite;
    private volatile long due = NEVER;
    private volatile long writeDue = NEVER;
    private volatile long quietSince;
    private volatile boolean known;
    private volatile @Nullable Object knownAs;
    private volatile boolean last;
    private volatile boolean streams;
    private @Nullable IntConsumer broken;
    private int longestFrame;

    Visitor(
            ConnectionContext connection,
            Visitors others,
            Duration longestWrite,
            LongSupplier nanoTime) {
        this.connection = connection;
        this.others = others;
        this.longestWrite = longestWrite;
        this.nanoTime = nanoTime;
        quietSince = now();
    }

    /// The connection that this thread serves; empty outside of a doorway.
    public static Optional<Visitor> here() {
        return HERE.isBound() ? Optional.of(HERE.get()) : Optional.empty();
    }

    /// It has shown that it is the carrier's or the host's own: it is no stranger any more, and
    /// does not make room for one.
    public void isKnown() {
        known = true;
        others.knows(this);
    }

    /// The same, and as whom: the door finds it again with [#knownAs].
    public void isKnown(Object as) {
        knownAs = as;
        isKnown();
    }

    /// As whom it has shown itself, if the door has told, and in words of this kind.
    public <T> Optional<T> knownAs(Class<T> kind) {
        return Optional.ofNullable(knownAs).filter(kind::isInstance).map(kind::cast);
    }

    /// Whether it has shown that.
    public boolean known() {
        return known;
    }

    /// The request that is being answered is the last on this connection, whatever its answer says.
    public void leaves() {
        last = true;
    }

    /// From here on the connection is a WebSocket, and takes as long as it likes. For the thread
    /// that serves it, before it reads on.
    ///
    /// @param longestFrame most bytes in one frame
    /// @param broken told the close code when what comes breaks the standard, on the thread that
    ///   reads; it sees to it that the connection is closed with that code, and soon. Nothing more
    ///   is read
    public void streams(int longestFrame, IntConsumer broken) {
        this.longestFrame = longestFrame;
        this.broken = broken;
        streams = true;
        due = NEVER;
        writeDue = NEVER;
    }

    boolean isStream() {
        return streams;
    }

    int longestFrame() {
        return longestFrame;
    }

    void breaks(int code) {
        if (broken != null) {
            broken.accept(code);
        }
    }

    /// What it is doing now may take so long.
    void mayTake(Duration limit) {
        quietSince = now();
        due = at(limit);
    }

    /// Its request is whole, and is answered now.
    ///
    /// @param andLeaves whether it wants no other
    void asksFor(boolean andLeaves) {
        due = NEVER;
        last |= andLeaves;
    }

    boolean isLeaving() {
        return last;
    }

    /// Since when it has been waiting for; empty while it is answered, or streams.
    Optional<Long> quietSince() {
        return due == NEVER ? Optional.empty() : Optional.of(quietSince);
    }

    void writes() {
        writeDue = streams ? NEVER : at(longestWrite);
    }

    void hasWritten() {
        writeDue = NEVER;
    }

    void write(byte[] bytes) {
        connection.dataWriter().writeNow(BufferData.create(bytes));
    }

    boolean isOverdue(long now) {
        return isPast(due, now) || isPast(writeDue, now);
    }

    private static boolean isPast(long due, long now) {
        return due != NEVER && now - due > 0;
    }

    /// Ends the connection under whoever is at it.
    void cut() {
        try {
            connection.serverSocket().close();
        } catch (UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A connection is closed already.", e);
        }
    }

    private long now() {
        return nanoTime.getAsLong();
    }

    private long at(Duration limit) {
        return now() + limit.toNanos() | 1;
    }
}
