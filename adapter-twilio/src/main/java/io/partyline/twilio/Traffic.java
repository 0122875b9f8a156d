package io.partyline.twilio;

import io.partyline.show.CallId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// The streams that are open now, and what is counted over all of them.
///
/// Safe for use by many threads at once.
final class Traffic {
    /// Most sockets at once; ten lines with room for the carrier's duplicates.
    static final int MOST_STREAMS = 64;

    private final Set<MediaStream> open = ConcurrentHashMap.newKeySet();
    private final LongAdder lostMs = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile Optional<String> lastTrouble = Optional.empty();

    boolean hasRoom() {
        return open.size() < MOST_STREAMS;
    }

    /// Whether a stream of this call is open.
    boolean carries(CallId call) {
        return open.stream().anyMatch(stream -> stream.carries(call));
    }

    void opened(MediaStream stream) {
        open.add(stream);
    }

    void closed(MediaStream stream) {
        if (open.remove(stream)) {
            lostMs.add(stream.lostMs());
        }
    }

    void unknown() {
        unknown.increment();
    }

    void refused() {
        refused.increment();
    }

    void trouble(String sentence) {
        lastTrouble = Optional.of(sentence);
    }

    /// Closes every stream; the carrier then keeps the callers in its queue.
    void closeAll() {
        open.forEach(MediaStream::goAway);
    }

    PhoneHealth health() {
        return new PhoneHealth(
                open.size(),
                lostMs.sum() + open.stream().mapToLong(MediaStream::lostMs).sum(),
                open.stream().mapToInt(MediaStream::depthMs).max().orElse(0),
                unknown.sum(),
                refused.sum(),
                lastTrouble);
    }
}
