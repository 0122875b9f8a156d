package io.partyline.show;

import java.util.HashSet;
import java.util.Set;

/// Who may ring.
///
/// @param banned fingerprints of numbers that are turned away
public record Lines(boolean open, Set<String> banned) {
    public Lines {
        banned = Set.copyOf(banned);
    }

    boolean bans(CallerNumber number) {
        return number.known() && banned.contains(number.fingerprint());
    }

    Lines set(boolean nowOpen) {
        return new Lines(nowOpen, banned);
    }

    Lines ban(String fingerprint) {
        var more = new HashSet<>(banned);
        more.add(fingerprint);
        return new Lines(open, more);
    }

    Lines allow(String fingerprint) {
        var fewer = new HashSet<>(banned);
        fewer.remove(fingerprint);
        return new Lines(open, fewer);
    }
}
