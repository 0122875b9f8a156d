package io.partyline.javasound;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/// A time that goes on only when somebody waits for it, and then by exactly so long. What was
/// planned for an instant happens when that comes, in the midst of the waiting: so one thread plays
/// what in a show are many, and the devices besides.
final class HandTime implements NanoTime {
    private record Plan(long at, Runnable what) {}

    /// Nobody waits so long: who does, waits for ever.
    private static final Duration MOST = Duration.ofMinutes(10);

    private final Queue<Plan> plans = new PriorityQueue<>(Comparator.comparingLong(Plan::at));

    /// A real one, too, may begin below zero.
    private long now = -Duration.ofSeconds(3).toNanos();

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void park(long nanos) {
        if (nanos <= 0 || now > MOST.toNanos()) {
            throw new IllegalStateException("turns without waiting, or waits for ever");
        }
        long until = now + nanos;
        while (!plans.isEmpty() && plans.element().at <= until) {
            Plan next = plans.remove();
            now = Math.max(now, next.at);
            next.what.run();
        }
        now = Math.max(now, until);
    }

    /// The whole computer sleeps: nothing that was planned happens before it wakes.
    void sleep(Duration duration) {
        now += duration.toNanos();
    }

    /// Plans something.
    void in(Duration time, Runnable what) {
        plans.add(new Plan(now + time.toNanos(), what));
    }
}
