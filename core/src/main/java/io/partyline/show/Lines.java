package io.partyline.show;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Who may ring.
///
/// @param banned fingerprints of numbers that are turned away
/// @param turnedAway the calls that were not let in, and why; the latest of them, oldest first
public record Lines(boolean open, Set<String> banned, SequencedMap<CallId, Reason> turnedAway) {
    /// A call that is turned away lives for seconds; beyond that the oldest is forgotten.
    private static final int MOST_TURNED_AWAY = 500;

    public Lines {
        banned = Set.copyOf(banned);
        turnedAway = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(turnedAway));
    }

    /// Nobody has been turned away yet.
    public Lines(boolean open, Set<String> banned) {
        this(open, banned, new LinkedHashMap<>());
    }

    /// Why this call was not let in; empty if it was, or never asked.
    Optional<Reason> refusal(CallId call) {
        return Optional.ofNullable(turnedAway.get(call));
    }

    Lines turnAway(CallId call, Reason reason) {
        var more = new LinkedHashMap<>(turnedAway);
        more.putLast(call, reason);
        if (more.size() > MOST_TURNED_AWAY) {
            more.pollFirstEntry();
        }
        return new Lines(open, banned, more);
    }

    boolean bans(CallerNumber number) {
        return number.known() && banned.contains(number.fingerprint());
    }

    Lines set(boolean nowOpen) {
        return new Lines(nowOpen, banned, turnedAway);
    }

    Lines ban(String fingerprint) {
        var more = new HashSet<>(banned);
        more.add(fingerprint);
        return new Lines(open, more, turnedAway);
    }

    Lines allow(String fingerprint) {
        var fewer = new HashSet<>(banned);
        fewer.remove(fingerprint);
        return new Lines(open, fewer, turnedAway);
    }
}
