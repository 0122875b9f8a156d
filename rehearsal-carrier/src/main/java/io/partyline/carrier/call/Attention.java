package io.partyline.carrier.call;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a call's own thread listens to while it waits: time, answers, and orders from outside.
///
/// One thread waits; any thread may give orders. An interrupt of the waiting thread counts as the
/// order to end because the carrier closes.
final class Attention {
    private final Bell bell = new Bell();
    private Optional<Order> order = Optional.empty();

    /// Something that is waited for may have come true.
    void nudge() {
        bell.ring();
    }

    /// Gives an order. A later one replaces an earlier one, but an end is final.
    void give(Order next) {
        keep(next);
        bell.ring();
    }

    private synchronized void keep(Order next) {
        if (!ending()) {
            order = Optional.of(next);
        }
    }

    /// Whether an order waits to be taken.
    synchronized boolean interrupted() {
        return order.isPresent();
    }

    /// Whether the order that waits is to end.
    synchronized boolean ending() {
        return order.filter(Order.End.class::isInstance).isPresent();
    }

    /// Takes the order that waits. An end stays: nothing can follow it.
    synchronized Order take() {
        Order taken = order.orElseThrow();
        if (taken instanceof Order.Replace) {
            order = Optional.empty();
        }
        return taken;
    }

    /// Waits until it has happened; false if it did not in time, or an order came first.
    boolean await(BooleanSupplier happened, Duration atMost) {
        bell.await(() -> interrupted() || happened.getAsBoolean(), atMost);
        if (Thread.interrupted()) {
            give(new Order.End(Ending.CARRIER_CLOSED));
        }
        return happened.getAsBoolean() && !interrupted();
    }

    /// Lets time pass, unless an order comes.
    void pass(Duration time) {
        await(() -> false, time);
    }
}
