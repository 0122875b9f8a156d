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
    private final Set<MediaStream> open = ConcurrentHashMap.newKeySet();
    private final LongAdder lostMs = new LongAdder();
    private final LongAdder droppedMs = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final int mostStreams;
    private volatile Optional<String> lastRefusal = Optional.empty();
    private volatile boolean marksComeBack;
    private volatile Optional<String> lastTrouble = Optional.empty();

    Traffic(int mostStreams) {
        this.mostStreams = mostStreams;
    }

    boolean hasRoom() {
        return open.size() < mostStreams;
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
            droppedMs.add(stream.droppedMs());
        }
    }

    /// This carrier sends marks back; not all do.
    void marksComeBack() {
        if (!marksComeBack) {
            marksComeBack = true;
        }
    }

    boolean doMarksComeBack() {
        return marksComeBack;
    }

    void unknown() {
        unknown.increment();
    }

    /// Somebody was turned away.
    ///
    /// @param why a sentence for the host, without anything that a stranger wrote
    void refused(String why) {
        refused.increment();
        lastRefusal = Optional.of(why);
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
                (int) open.stream().filter(stream -> stream.isStuck()).count(),
                lostMs.sum() + open.stream().mapToLong(MediaStream::lostMs).sum(),
                droppedMs.sum() + open.stream().mapToLong(MediaStream::droppedMs).sum(),
                open.stream().mapToInt(MediaStream::depthMs).max().orElse(0),
                unknown.sum(),
                refused.sum(),
                lastRefusal,
                lastTrouble);
    }
}
