package io.partyline.rehearsal;

import java.util.EnumMap;
import java.util.Map;

/// How often each [Incident] happened. Safe for use by many threads at once.
final class Tally {
    /// @param all how often it happened
    /// @param midSentence how often in the middle of a sentence of an AI caller
    record Count(int all, int midSentence) {
        private Count and(Count more) {
            return new Count(all + more.all, midSentence + more.midSentence);
        }
    }

    private final Map<Incident, Count> counts = new EnumMap<>(Incident.class);

    /// It happened once more.
    synchronized void add(Incident incident, boolean midSentence) {
        counts.merge(incident, new Count(1, midSentence ? 1 : 0), Count::and);
    }

    /// What another one counted happened too.
    void addAll(Tally other) {
        other.counts().forEach(this::add);
    }

    private synchronized void add(Incident incident, Count count) {
        counts.merge(incident, count, Count::and);
    }

    /// Of what never happened it knows nothing.
    synchronized Map<Incident, Count> counts() {
        return new EnumMap<>(counts);
    }
}
