package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A show in which everybody waits in the network's queue until they are asked for, and which
/// remembers what it was told of them. Safe for use by many threads at once.
final class WaitingRoom implements Switchboard {
    /// What is waited for happens in well under a second; a busy machine may need more.
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Set<CallId> known = new HashSet<>();
    private final Set<CallId> gone = new HashSet<>();
    private final Set<SilentLeg> legs = new HashSet<>();

    @Override
    public synchronized Admission ring(CallId call, CallerNumber number) {
        if (gone.contains(call)) {
            return Admission.OVER;
        }
        return known.add(call) ? Admission.GREET : Admission.WELCOME_BACK;
    }

    @Override
    public synchronized Meanwhile waiting(CallId call, CallerNumber number, Duration waited) {
        if (!gone.contains(call)) {
            known.add(call);
        }
        return new Meanwhile.Music();
    }

    @Override
    public void answered(CallId call, Answer answer) {}

    @Override
    public void notConnected(CallId call) {}

    @Override
    public synchronized void gone(CallId call) {
        if (known.remove(call)) {
            gone.add(call);
            legsOf(call).forEach(SilentLeg::end);
            notifyAll();
        }
    }

    @Override
    public synchronized Optional<CallLeg> connect(CallId call, Handset handset) {
        if (!known.contains(call)) {
            return Optional.empty();
        }
        legsOf(call).forEach(SilentLeg::end);
        var leg = new SilentLeg(call, handset);
        legs.add(leg);
        notifyAll();
        return Optional.of(leg);
    }

    /// How many legs a call has had so far.
    synchronized long legs(CallId call) {
        return legsOf(call).count();
    }

    private Stream<SilentLeg> legsOf(CallId call) {
        return legs.stream().filter(leg -> leg.call.equals(call));
    }

    void awaitLeg(CallId call) {
        await("leg", () -> legs(call) > 0);
    }

    /// The leg is reported lost, unless word that the caller has gone comes first, which ends it.
    void awaitLegEnd(CallId call) {
        await("end of the leg", () -> legs.stream().anyMatch(leg -> leg.hasEndedOf(call)));
    }

    void awaitGone(CallId call) {
        await("word that the caller has gone", () -> gone.contains(call));
    }

    private synchronized void await(String what, BooleanSupplier seen) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!seen.getAsBoolean() && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertTrue(seen.getAsBoolean(), () -> "the %s has not come".formatted(what));
    }

    /// Nobody says anything on it.
    private final class SilentLeg implements CallLeg {
        private final CallId call;
        private final Handset handset;
        private boolean lost;
        private volatile boolean over;

        private SilentLeg(CallId call, Handset handset) {
            this.call = call;
            this.handset = handset;
        }

        private void end() {
            if (!over) {
                over = true;
                handset.over();
            }
        }

        private boolean hasEndedOf(CallId wanted) {
            return (lost || over) && call.equals(wanted);
        }

        @Override
        public void fromCaller(byte[] codes, int offset, int length) {}

        @Override
        public void lost() {
            synchronized (WaitingRoom.this) {
                lost = true;
                WaitingRoom.this.notifyAll();
            }
        }

        @Override
        public boolean over() {
            return over;
        }
    }
}
