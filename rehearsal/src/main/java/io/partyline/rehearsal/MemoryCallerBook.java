package io.partyline.rehearsal;

import io.partyline.cast.Regular;
import io.partyline.port.CallerBook;
import io.partyline.show.Acquaintance;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A caller book that lasts as long as the program.
public final class MemoryCallerBook implements CallerBook {
    private final Set<String> banned = new HashSet<>();
    private final Map<String, Acquaintance> callers = new HashMap<>();
    private final Map<String, Regular> regulars = new LinkedHashMap<>();
    private final Map<ShowId, Long> evenings = new HashMap<>();

    /// An empty book.
    public MemoryCallerBook() {}

    @Override
    public synchronized Set<String> banned() {
        return Set.copyOf(banned);
    }

    @Override
    public synchronized void ban(String fingerprint, Instant at) {
        banned.add(known(fingerprint));
    }

    @Override
    public synchronized void allow(String fingerprint) {
        banned.remove(known(fingerprint));
    }

    @Override
    public synchronized Optional<Entry> find(String fingerprint) {
        known(fingerprint);
        return callers.containsKey(fingerprint) || banned.contains(fingerprint)
                ? Optional.of(entry(fingerprint))
                : Optional.empty();
    }

    private Entry entry(String fingerprint) {
        return new Entry(
                fingerprint,
                banned.contains(fingerprint),
                callers.getOrDefault(fingerprint, Acquaintance.STRANGER));
    }

    @Override
    public synchronized List<Entry> callers() {
        Set<String> all = new HashSet<>(callers.keySet());
        all.addAll(banned);
        return all.stream()
                .map(this::entry)
                .sorted(Comparator.comparing(MemoryCallerBook::last).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private static Instant last(Entry entry) {
        return entry.who().lastCall().map(EarlierCall::at).orElse(Instant.EPOCH);
    }

    @Override
    public synchronized void remember(String fingerprint, EarlierCall call, String called) {
        callers.put(
                known(fingerprint),
                callers.getOrDefault(fingerprint, Acquaintance.STRANGER).after(call, called));
    }

    @Override
    public synchronized void write(String fingerprint, Acquaintance who) {
        Acquaintance before = callers.getOrDefault(known(fingerprint), Acquaintance.STRANGER);
        callers.put(fingerprint, before.with(who.name(), who.vip(), who.notes(), who.mention()));
    }

    @Override
    public synchronized void forget(String fingerprint) {
        callers.remove(known(fingerprint));
        banned.remove(fingerprint);
    }

    private static String known(String fingerprint) {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("a withheld number is nobody's");
        }
        return fingerprint;
    }

    @Override
    public synchronized List<Regular> regulars() {
        return List.copyOf(regulars.values());
    }

    @Override
    public synchronized void keep(Regular regular) {
        regulars.put(regular.id(), regular);
    }

    @Override
    public synchronized void retire(String id) {
        regulars.remove(id);
    }

    @Override
    public synchronized long evening(ShowId show) {
        long next = evenings.size() + 1L;
        return evenings.computeIfAbsent(show, _ -> next);
    }
}
