package io.partyline.benchmarks.load;

import java.time.Duration;

/// A host who mutes a caller and lets them speak again, all the time, and how long each click takes
/// to be answered.
final class Clicks implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Readings answered = new Readings();
    private final StudioDesk desk;
    private final String call;
    private final Thread hand;
    private int refused;
    private volatile boolean over;

    Clicks(StudioDesk desk, String call) {
        this.desk = desk;
        this.call = call;
        hand = Thread.ofPlatform().name("hand").start(this::click);
    }

    private void click() {
        for (Deed deed = Deed.MUTE; !over; deed = deed == Deed.MUTE ? Deed.UNMUTE : Deed.MUTE) {
            long began = System.nanoTime();
            StudioDesk.Answer answer = desk.post(deed.path(call), deed.body(call));
            answered.add((System.nanoTime() - began) / 1000);
            refused += answer.fine() ? 0 : 1;
            Naps.nap(BETWEEN);
        }
    }

    /// How long the answers took; once this is closed.
    Readings answered() {
        return answered;
    }

    /// How many clicks were not done; once this is closed.
    int refused() {
        return refused;
    }

    @Override
    public void close() {
        over = true;
        try {
            hand.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", e);
        }
    }
}
