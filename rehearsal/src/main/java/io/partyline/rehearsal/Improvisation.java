package io.partyline.rehearsal;

import io.partyline.port.ControlRoom;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

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

    /// Lets everybody in the script call; returns at once.
    public void start(Script script) {
        Thread.ofVirtual().name("improvisation").start(() -> dialAll(script));
    }

    @Override
    public void close() {
        over = true;
    }

    private void dialAll(Script script) {
        for (Script.Role role : script.callers()) {
            if (over) {
                return;
            }
            troupe.dial(role.name());
            Thread.ofVirtual().name(role.name()).start(() -> tell(role));
            LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
        }
    }

    private void tell(Script.Role role) {
        CallId id = troupe.callOf(role.name());
        for (String line : role.tells()) {
            while (!over && !ready(role.name(), id)) {
                LockSupport.parkNanos(ROUND.toNanos());
            }
            if (over) {
                return;
            }
            LockSupport.parkNanos(BREATH.toNanos());
            if (ready(role.name(), id)) {
                troupe.say(role.name(), line);
            }
        }
    }

    private boolean ready(String name, CallId id) {
        boolean onAir = room.show().call(id).filter(Call::onAir).isPresent();
        return onAir && troupe.silent(name) && room.show().floor().turn().isEmpty();
    }
}
