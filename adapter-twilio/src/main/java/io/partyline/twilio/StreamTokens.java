package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.show.CallId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Tickets for opening a media stream: each admits one call, once.
///
/// A signed request can be replayed, because the carrier's signature holds no time. A ticket
/// cannot: asking again gives the same one while it is unused, and using it ends it.
///
/// Safe for use by many threads at once.
public final class StreamTokens {
    /// From issue to use: the greeting and the carrier's connecting take about fifteen seconds.
    static final Duration LIFE = Duration.ofMinutes(2);

    /// 192 bits, beyond guessing.
    private static final int BYTES = 24;

    private static final int NAME_BYTES = 8;

    private record Ticket(CallId call, long issued) {}

    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, Ticket> unused = new LinkedHashMap<>();
    private final int most;
    private final LongSupplier nanoTime;

    /// No tickets yet. There are never more than the door has room for; beyond that the oldest
    /// goes.
    ///
    /// @param nanoTime a clock that only runs forward, such as `System::nanoTime`
    public StreamTokens(Capacity capacity, LongSupplier nanoTime) {
        most = capacity.tickets();
        this.nanoTime = nanoTime;
    }

    /// For a desk that only asks, and opens no streams.
    ///
    /// @param nanoTime a clock that only runs forward, such as `System::nanoTime`
    public StreamTokens(LongSupplier nanoTime) {
        this(new Capacity(1), nanoTime);
    }

    /// The call's unused ticket, or a fresh one if there is none.
    synchronized String issue(CallId call) {
        return unused(call).orElseGet(() -> fresh(call));
    }

    /// A ticket for a call that is about to be asked for by us; older ones of the call are void.
    synchronized String renew(CallId call) {
        forget(call);
        return fresh(call);
    }

    /// Whether the stream of this name is the one that this call's unused ticket is for.
    synchronized boolean awaits(CallId call, String name) {
        return unused(call).filter(token -> name(token).equals(name)).isPresent();
    }

    /// What a stream is called in the carrier's reports; it tells nothing of its ticket.
    static String name(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not.", e);
        }
    }

    /// Uses a ticket up, if it is this call's.
    synchronized boolean spend(String token, CallId call) {
        expire();
        Ticket ticket = unused.get(token);
        return ticket != null && ticket.call().equals(call) && unused.remove(token, ticket);
    }

    /// The call is over: its ticket is void.
    synchronized void forget(CallId call) {
        unused.values().removeIf(ticket -> ticket.call().equals(call));
    }

    private Optional<String> unused(CallId call) {
        expire();
        return unused.entrySet().stream()
                .filter(entry -> entry.getValue().call().equals(call))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String fresh(CallId call) {
        if (unused.size() == most) {
            unused.pollFirstEntry();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        unused.put(token, new Ticket(call, nanoTime.getAsLong()));
        return token;
    }

    private void expire() {
        long now = nanoTime.getAsLong();
        unused.values().removeIf(ticket -> now - ticket.issued() > LIFE.toNanos());
    }
}
