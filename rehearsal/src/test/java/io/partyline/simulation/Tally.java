package io.partyline.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What many evenings came to, added up, in whatever order they were played.
///
/// Safe for use by many threads at once.
final class Tally {
    /// Of more the seeds are forgotten, and only counted.
    private static final int MOST_BROKEN = 200;

    /// A rule, and the beginning of what it is about.
    private static final int LONGEST = 300;

    private static final long MINUTE = 60_000;

    /// Up to so many minutes an evening was until it became calm.
    private static final List<Integer> LENGTHS = List.of(1, 2, 4, 7, 10);

    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final SortedMap<Integer, Long> lengths = new TreeMap<>();
    private final SortedMap<Long, String> broken = new TreeMap<>();
    private long evenings;
    private long events;
    private long brokenInAll;

    /// An evening that kept every rule.
    synchronized void kept(Evening evening) {
        evenings++;
        add(evening);
    }

    /// An evening that broke one.
    synchronized void broke(long seed, Evening evening, Throwable rule) {
        evenings++;
        brokenInAll++;
        add(evening);
        if (broken.size() < MOST_BROKEN) {
            String words = String.valueOf(rule).replaceAll("\\s+", " ");
            broken.put(seed, words.substring(0, Math.min(words.length(), LONGEST)));
        }
    }

    private void add(Evening evening) {
        events += evening.events();
        evening.faults().forEach((fault, times) -> faults.merge(fault, times, Long::sum));
        int minutes =
                LENGTHS.stream()
                        .filter(most -> evening.length() <= most * MINUTE)
                        .findFirst()
                        .orElseThrow();
        lengths.merge(minutes, 1L, Long::sum);
    }

    /// What has gone wrong at least once.
    synchronized Set<Fault> faults() {
        return Set.copyOf(faults.keySet());
    }

    /// The seeds that broke a rule, and which.
    synchronized SortedMap<Long, String> broken() {
        return new TreeMap<>(broken);
    }

    /// @param from the first seed
    synchronized void print(long from, PrintStream out) {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d evenings from seed %d to %d, %,d events, %,d of them broke a rule"
                        .formatted(evenings, from, from + evenings - 1, events, brokenInAll));
        lengths.forEach(
                (minutes, times) -> lines.add("%,14d  of up to %d min".formatted(times, minutes)));
        faults.forEach((fault, times) -> lines.add("%,14d  %s".formatted(times, fault)));
        broken.forEach((seed, rule) -> lines.add("broken: -Dseed=%d  %s".formatted(seed, rule)));
        out.println(String.join(System.lineSeparator(), lines));
        out.flush();
    }
}
