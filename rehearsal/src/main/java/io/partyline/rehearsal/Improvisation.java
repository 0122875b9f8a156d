package io.partyline.rehearsal;

import io.partyline.port.ControlRoom;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Callers without a director: they dial one after the other, wait, and tell their story once a
/// person at the dashboard has taken them.
public final class Improvisation implements AutoCloseable {
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(4);
    private static final Duration BREATH = Duration.ofSeconds(3);
    private static final Duration ROUND = Duration.ofMillis(100);

    private final ControlRoom room;
    private final Troupe troupe;
    private volatile boolean over;

    /// @param room looked at to know who is on the air
    public Improvisation(ControlRoom room, Troupe troupe) {
        this.room = room;
        this.troupe = troupe;
    }

    /// Lets everybody in the script call, in each show anew; returns at once.
    public void start(Script script) {
        Thread.ofVirtual().name("improvisation").start(() -> callShowAfterShow(script));
    }

    @Override
    public void close() {
        over = true;
    }

    /// In a show that the host begins anew, everybody calls again.
    private void callShowAfterShow(Script script) {
        while (!over) {
            ShowId show = room.show().id();
            dialAll(script, show);
            await(() -> !runs(show) && room.show().open());
        }
    }

    private void dialAll(Script script, ShowId show) {
        for (Script.Role role : script.callers()) {
            if (over || !runs(show)) {
                return;
            }
            troupe.dial(role.name());
            CallId call = troupe.callOf(role.name());
            Thread.ofVirtual().name(role.name()).start(() -> tell(role, call, show));
            long next = System.nanoTime() + BETWEEN_CALLS.toNanos();
            await(() -> !runs(show) || System.nanoTime() >= next);
        }
    }

    private boolean runs(ShowId show) {
        return room.show().id().equals(show) && room.show().open();
    }

    /// Waits until it is so, or until nobody is to call any more.
    private void await(BooleanSupplier so) {
        while (!over && !so.getAsBoolean()) {
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }

    private void tell(Script.Role role, CallId id, ShowId show) {
        for (String line : role.tells()) {
            await(() -> ready(role.name(), id) || isOver(id, show));
            if (over || isOver(id, show)) {
                return;
            }
            LockSupport.parkNanos(BREATH.toNanos());
            if (ready(role.name(), id)) {
                troupe.say(role.name(), line);
            }
        }
    }

    private boolean isOver(CallId id, ShowId show) {
        return !runs(show) || room.show().history().find(id).isPresent();
    }

    private boolean ready(String name, CallId id) {
        boolean onAir = room.show().call(id).filter(Call::onAir).isPresent();
        return onAir && troupe.silent(name) && room.show().floor().turn().isEmpty();
    }
}
