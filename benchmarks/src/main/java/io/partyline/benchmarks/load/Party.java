package io.partyline.benchmarks.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Callers who should hear each other, and those beside them who should not.
///
/// One of those on the air after the other says a marker, and whoever hears something loud within
/// the next moments has heard that caller. Owned by one thread, the trunk's.
final class Party {
    /// What is heard later than this is not the marker any more.
    private static final long LONGEST_WAY = 700_000_000;

    private final List<Line> talkers = new ArrayList<>();
    private final Set<Line> listeners = new HashSet<>();
    private final Set<Line> expected = new HashSet<>();
    private final Set<Line> hearers = new HashSet<>();
    private final long everyNanos;
    private Heard heard = new Heard();
    private long deafUntil;
    private int turns;
    private long nextAt;
    private long saidAt;
    private int toSay;
    private Optional<Line> talker = Optional.empty();

    /// What has been heard since it was last asked for.
    static final class Heard {
        private final Readings ways = new Readings();
        private long expected;
        private long heard;
        private long self;
        private long leaked;
        private long stray;

        /// From the first loud frame written to the first loud frame at another caller.
        Readings ways() {
            return ways;
        }

        /// How many callers should have heard a marker.
        long expected() {
            return expected;
        }

        /// How many of them did.
        long heard() {
            return heard;
        }

        /// How many heard themselves.
        long self() {
            return self;
        }

        /// How many heard somebody whom they should not.
        long leaked() {
            return leaked;
        }

        /// Loud frames that belong to no marker.
        long stray() {
            return stray;
        }

        void addAll(Heard other) {
            ways.addAll(other.ways);
            expected += other.expected;
            heard += other.heard;
            self += other.self;
            leaked += other.leaked;
            stray += other.stray;
        }
    }

    /// @param everyNanos between two markers; [Long#MAX_VALUE] if they are only said when asked for
    /// @param firstNanos when the first is said, on the clock of [System#nanoTime()]
    Party(long everyNanos, long firstNanos) {
        this.everyNanos = everyNanos;
        nextAt = firstNanos;
    }

    /// Lets a caller take turns, and hear the others.
    void take(Line line) {
        talkers.add(line);
        listeners.add(line);
    }

    /// Lets a caller hear the others, who says nothing worth hearing.
    void listen(Line line) {
        listeners.add(line);
    }

    void leave(Line line) {
        talkers.remove(line);
        listeners.remove(line);
    }

    /// The next frame of this caller, in base64.
    byte[] says(Line line, long now) {
        if (everyNanos < Long.MAX_VALUE && now >= nextAt && mayBegin(line)) {
            begin(line, now);
            nextAt = now + everyNanos;
            turns++;
        }
        if (toSay > 0 && isTalker(line)) {
            if (toSay == Voice.MARKER_FRAMES) {
                saidAt = now;
            }
            toSay--;
            return Voice.marker(Voice.MARKER_FRAMES - 1 - toSay);
        }
        return Voice.quiet(line.saidFrames());
    }

    private boolean isTalker(Line line) {
        return talker.isPresent() && talker.get() == line;
    }

    private boolean mayBegin(Line line) {
        return !talkers.isEmpty() && talkers.get(turns % talkers.size()) == line;
    }

    /// Has this caller say a marker with the next frame. The one before is over.
    void begin(Line line, long now) {
        settle();
        talker = Optional.of(line);
        toSay = Voice.MARKER_FRAMES;
        saidAt = now;
        expected.addAll(listeners);
        expected.remove(line);
    }

    /// Somebody hears something loud.
    void hears(Line line, long now) {
        if (now < deafUntil) {
            return;
        }
        if (talker.isEmpty() || now - saidAt > LONGEST_WAY) {
            heard.stray++;
        } else if (hearers.add(line)) {
            count(line, now);
        }
    }

    private void count(Line line, long now) {
        if (isTalker(line)) {
            heard.self++;
        } else if (expected.contains(line)) {
            heard.ways.add((now - saidAt) / 1000);
        } else {
            heard.leaked++;
        }
    }

    /// Who has heard the marker that was last said.
    Set<Line> hearers() {
        return Set.copyOf(hearers);
    }

    /// What was heard since the last time, without the marker that is under way; nobody listens
    /// until that has passed by.
    Heard measured(long now) {
        if (now - saidAt > LONGEST_WAY) {
            settle();
        }
        Heard measured = heard;
        heard = new Heard();
        expected.clear();
        hearers.clear();
        deafUntil = now + LONGEST_WAY;
        nextAt = Math.max(nextAt, deafUntil);
        talker = Optional.empty();
        toSay = 0;
        return measured;
    }

    /// The marker that was under way is over.
    private void settle() {
        heard.expected += expected.size();
        heard.heard += hearers.stream().filter(expected::contains).count();
        expected.clear();
        hearers.clear();
    }
}
