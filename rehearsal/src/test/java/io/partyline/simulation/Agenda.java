package io.partyline.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// The turned clock, and what will happen on it. Whatever happens at the same moment happens in the
/// order in which it was entered.
final class Agenda {
    private static final Instant START = Instant.parse("2026-05-01T20:00:00Z");
    static final long BEGINS = START.toEpochMilli();
    private static final long NANOS = 1_000_000;

    /// How many things may wait for each other: a carrier that thinks while another question is
    /// asked.
    private static final int DEEPEST = 3;

    private record Item(long at, long order, String what, Runnable happens)
            implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private final List<String> script = new ArrayList<>();
    private final boolean scripted;
    private final Runnable afterEach;
    private long now = 1_000;
    private long entered;
    private int deep;

    /// @param scripted whether what happens is written down
    /// @param afterEach done after everything that has happened
    Agenda(boolean scripted, Runnable afterEach) {
        this.scripted = scripted;
        this.afterEach = afterEach;
    }

    long now() {
        return now;
    }

    Instant instant() {
        return START.plusMillis(now);
    }

    /// The instant, in milliseconds.
    long epochMilli() {
        return BEGINS + now;
    }

    long nanos() {
        return now * NANOS;
    }

    void in(long millis, String what, Runnable happens) {
        items.add(new Item(now + millis, entered++, what, happens));
    }

    /// Time goes by in which nobody can do anything.
    void pass(long millis) {
        now += millis;
    }

    /// Everything happens that is entered for this time.
    void run(long millis) {
        long until = now + millis;
        while (!items.isEmpty() && items.peek().at() <= until) {
            happen(items.poll());
        }
        now = Math.max(now, until);
    }

    /// Somebody waits for an answer, and meanwhile everything else goes on.
    void meanwhile(long millis) {
        if (deep >= DEEPEST) {
            pass(millis);
            return;
        }
        deep++;
        try {
            run(millis);
        } finally {
            deep--;
        }
    }

    private void happen(Item item) {
        now = Math.max(now, item.at());
        note(item.what());
        item.happens().run();
        afterEach.run();
    }

    void note(String what) {
        if (scripted && !what.isEmpty()) {
            script.add("%10.3f s  %s%s".formatted(now / 1_000.0, "  ".repeat(deep), what));
        }
    }

    boolean scripted() {
        return scripted;
    }

    List<String> script() {
        return script;
    }
}
