package io.partyline.studio.sound;

import io.partyline.port.Handset;
import io.partyline.show.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The open audio paths, one a call; the newest wins.
public final class Legs {
    private final Map<CallId, Leg> open = new ConcurrentHashMap<>();
    private final Consumer<CallId> onLost;

    /// @param onLost told when a call has lost its only path
    public Legs(Consumer<CallId> onLost) {
        this.onLost = onLost;
    }

    /// Opens a path, and ends the one it replaces.
    public Leg open(CallId call, Handset handset) {
        var leg = new Leg(call, handset, this::lost);
        Leg before = open.put(call, leg);
        if (before != null) {
            before.end();
        }
        return leg;
    }

    Optional<Leg> find(CallId call) {
        return Optional.ofNullable(open.get(call));
    }

    /// The show is done with this call.
    public void end(CallId call) {
        Leg leg = open.remove(call);
        if (leg != null) {
            leg.end();
        }
    }

    public int count() {
        return open.size();
    }

    /// Whoever is not among these is heard by nobody.
    void heard(Set<CallId> calls) {
        open.values().stream().filter(leg -> !calls.contains(leg.call())).forEach(Leg::rest);
    }

    private void lost(Leg leg) {
        if (open.remove(leg.call(), leg)) {
            onLost.accept(leg.call());
        }
    }
}
