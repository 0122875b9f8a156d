package io.partyline.rehearsal;

import io.partyline.port.CallerBook;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A caller book that lasts as long as the program.
public final class MemoryCallerBook implements CallerBook {
    private final Set<String> banned = ConcurrentHashMap.newKeySet();

    /// An empty book.
    public MemoryCallerBook() {}

    @Override
    public Set<String> banned() {
        return Set.copyOf(banned);
    }

    @Override
    public void ban(String fingerprint, Instant at) {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("a withheld number cannot be banned");
        }
        banned.add(fingerprint);
    }
}
