package io.partyline.twilio;

import io.partyline.show.CallId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
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
    private final int mostSilent;

    /// Guarded by itself.
    private final SequencedSet<MediaStream> silent = new LinkedHashSet<>();

    private volatile Optional<String> lastRefusal = Optional.empty();
    private volatile boolean marksComeBack;
    private volatile Optional<String> lastTrouble = Optional.empty();

    Traffic(Capacity capacity) {
        mostStreams = capacity.streams();
        mostSilent = capacity.silent();
    }

    /// Whoever has not said which call they are takes nobody's place.
    boolean hasRoom() {
        synchronized (silent) {
            return open.size() - silent.size() < mostStreams;
        }
    }

    /// Whether a stream of this call is open.
    boolean carries(CallId call) {
        return open.stream().anyMatch(stream -> stream.carries(call));
    }

    /// A stream is open, and has said nothing yet. If there are too many of these, the one that has
    /// kept silent for longest goes: with a signature that was overheard anybody can open one, and
    /// without a ticket nobody gets further.
    void opened(MediaStream stream) {
        open.add(stream);
        Optional<MediaStream> goes;
        synchronized (silent) {
            silent.addLast(stream);
            goes =
                    silent.size() > mostSilent
                            ? Optional.of(silent.removeFirst())
                            : Optional.empty();
        }
        goes.ifPresent(MediaStream::cut);
    }

    /// It has said which call it is, and that was true.
    void started(MediaStream stream) {
        synchronized (silent) {
            silent.remove(stream);
        }
    }

    void closed(MediaStream stream) {
        started(stream);
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

    /// @param broken what came that was no request at all
    PhoneHealth health(long broken) {
        return new PhoneHealth(
                open.size(),
                (int) open.stream().filter(stream -> stream.isStuck()).count(),
                lostMs.sum() + open.stream().mapToLong(MediaStream::lostMs).sum(),
                droppedMs.sum() + open.stream().mapToLong(MediaStream::droppedMs).sum(),
                open.stream().mapToInt(MediaStream::depthMs).max().orElse(0),
                unknown.sum(),
                refused.sum(),
                broken,
                lastRefusal,
                lastTrouble);
    }
}
