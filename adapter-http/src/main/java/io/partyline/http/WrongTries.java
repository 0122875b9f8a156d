package io.partyline.http;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How often wrong passwords have come, address by address: after a few, each next one waits longer
/// before it is even looked at, and the host is told.
///
/// Everybody behind one address waits together. Whoever has shown the right password on a
/// connection is not asked for it there again, so a dashboard that is open goes on while somebody
/// guesses.
///
/// Safe for use by many threads at once.
final class WrongTries {
    /// Looked at at once: a host who mistypes, and a browser that opens six connections with a
    /// password that it has kept.
    static final int FREE = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    /// Whoever would have to wait for longer is told to come back.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /// One try is forgotten after so long.
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    /// How long the host is told of it.
    private static final Duration NEWS = Duration.ofMinutes(10);

    /// A line in the log at most so often.
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    /// Beyond that the address that has been quiet for longest starts anew.
    private static final int MOST_ADDRESSES = 1_000;

    /// Wrong tries that are told of; more are as many as these.
    private static final int MOST_NEWS = 10_000;

    private static final System.Logger LOG = System.getLogger(WrongTries.class.getName());

    private final LongSupplier nanoTime;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>();
    private final Deque<Long> news = new ArrayDeque<>();
    private Optional<Long> loggedAt = Optional.empty();
    private String lastAddress = "";

    /// @param count tries that are not forgotten
    /// @param next when the next one is looked at
    private record Tries(int count, long countedAt, long next) {}

    /// @param nanoTime a clock that only runs forward
    WrongTries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// A password comes from this address. It counts as wrong until it is known to be right, so
    /// that many at the same moment count too.
    ///
    /// @return how long it waits before it is looked at; empty if it is not looked at
    synchronized Optional<Duration> comes(String address) {
        long now = nanoTime.getAsLong();
        Tries before = known(address, now);
        int count = before.count() + 1;
        long next = Math.max(0, before.next() - now) + pause(count).toNanos();
        if (next > LONGEST_WAIT.toNanos()) {
            return Optional.empty();
        }
        byAddress.put(address, new Tries(count, before.countedAt(), now + next));
        return Optional.of(Duration.ofNanos(next));
    }

    /// It was right, so it was no try.
    synchronized void right(String address) {
        Tries tries = known(address, nanoTime.getAsLong());
        byAddress.put(
                address,
                new Tries(Math.max(0, tries.count() - 1), tries.countedAt(), tries.next()));
    }

    /// It was wrong.
    synchronized void wrong(String address) {
        long now = nanoTime.getAsLong();
        news.addLast(now);
        lastAddress = address;
        if (news.size() > MOST_NEWS) {
            news.removeFirst();
        }
        boolean silent = loggedAt.filter(last -> now - last < BETWEEN_LINES.toNanos()).isPresent();
        if (known(address, now).count() > FREE && !silent) {
            loggedAt = Optional.of(now);
            LOG.log(Level.WARNING, told(lately(now)));
        }
    }

    /// What the host is to know; empty if that is nothing.
    synchronized Optional<Health> health() {
        int lately = lately(nanoTime.getAsLong());
        return lately > FREE
                ? Optional.of(
                        new Health(
                                "studio door",
                                State.TROUBLE,
                                told(lately)
                                        + " Somebody may be guessing: each next one waits longer."))
                : Optional.empty();
    }

    private String told(int lately) {
        return "%d wrong passwords came to the studio door in the last ten minutes, the last from %s."
                .formatted(lately, lastAddress);
    }

    private int lately(long now) {
        while (!news.isEmpty() && now - news.getFirst() > NEWS.toNanos()) {
            news.removeFirst();
        }
        return news.size();
    }

    private Tries known(String address, long now) {
        Tries tries = byAddress.remove(address);
        if (tries == null) {
            if (byAddress.size() >= MOST_ADDRESSES) {
                byAddress.remove(byAddress.keySet().iterator().next());
            }
            tries = new Tries(0, now, now);
        }
        long forgotten = (now - tries.countedAt()) / FORGOTTEN.toNanos();
        Tries left =
                forgotten >= tries.count()
                        ? new Tries(0, now, tries.next())
                        : new Tries(
                                tries.count() - (int) forgotten,
                                tries.countedAt() + forgotten * FORGOTTEN.toNanos(),
                                tries.next());
        byAddress.put(address, left);
        return left;
    }

    private static Duration pause(int count) {
        if (count <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
