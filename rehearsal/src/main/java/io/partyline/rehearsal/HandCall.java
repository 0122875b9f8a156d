package io.partyline.rehearsal;

import io.partyline.port.CallLeg;
import io.partyline.port.Switchboard;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One call in a [HandTelephony]: what the person who dialled does, and what the network does with
/// them.
///
/// Strict: what a call cannot do where it is fails with [IllegalStateException]. Safe for use by
/// many threads at once; no lock is held while the show is told.
public final class HandCall {
    private enum Place {
        GREETED,
        WAITING,
        SENT_FOR,
        ON_A_LEG,
        OVER
    }

    private static final Set<Admission> LET_IN = Set.of(Admission.GREET, Admission.WELCOME_BACK);

    private final HandTelephony network;
    private final CallId id;
    private final CallerNumber number;
    private Place place = Place.GREETED;
    private Optional<CallLeg> leg = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<HandHandset> handset = Optional.empty();

    HandCall(HandTelephony network, CallId id, CallerNumber number) {
        this.network = network;
        this.id = id;
        this.number = number;
    }

    static TelephonyException notOnTheLine() {
        return new TelephonyException("That caller is no longer on the line.");
    }

    /// What the call is known by, to the network and to the show.
    public CallId id() {
        return id;
    }

    /// Whether the caller waits in the network's queue.
    public boolean waiting() {
        return place() == Place.WAITING;
    }

    /// Whether the show has asked for the caller, and their leg has not come.
    public boolean sentFor() {
        return place() == Place.SENT_FOR;
    }

    /// Whether the call has ended.
    public boolean over() {
        return place() == Place.OVER;
    }

    /// The show's end of the open leg, to speak into.
    public synchronized Optional<CallLeg> leg() {
        return place() == Place.ON_A_LEG ? leg : Optional.empty();
    }

    /// What the caller hears on the leg that opened last; empty if none has.
    public synchronized Optional<HandHandset> handset() {
        return handset;
    }

    void ringsAt(Switchboard show) {
        if (!LET_IN.contains(show.ring(id, number))) {
            hangsUp();
        }
    }

    /// The network keeps the caller in its queue, and asks the show nothing.
    public void waits() {
        goTo(Place.WAITING, Set.of(Place.GREETED, Place.WAITING));
    }

    /// The network keeps the caller in its queue, and asks the show whether that is still right.
    ///
    /// @param waited how long they have been in the queue
    public void waits(Duration waited) {
        Switchboard show = network.show();
        waits();
        show.waiting(id, number, waited);
    }

    CallerNumber number() {
        return number;
    }

    /// When they came into the queue; empty if they are not in it. Whoever has been sent for is
    /// there until their leg comes.
    synchronized Optional<Instant> waitingSince() {
        Place where = place();
        return where == Place.WAITING || where == Place.SENT_FOR ? since : Optional.empty();
    }

    /// The leg for which the show has asked cannot be opened: the caller is in the queue again.
    public void legFails() {
        goTo(Place.WAITING, Set.of(Place.SENT_FOR));
        network.tell(show -> show.notConnected(id));
    }

    /// The show wants the caller on a leg.
    ///
    /// @throws TelephonyException if they do not wait
    synchronized void isSentFor() {
        place =
                switch (place()) {
                    case WAITING, SENT_FOR -> Place.SENT_FOR;
                    case GREETED -> throw new TelephonyException("That caller is not waiting yet.");
                    case ON_A_LEG ->
                            throw new TelephonyException("That caller is connected already.");
                    case OVER -> throw notOnTheLine();
                };
    }

    /// A leg to the caller opens, asked for or not. If the show will not have it, they wait.
    ///
    /// @return the show's end of it
    public Optional<CallLeg> legOpens() {
        Switchboard show = network.show();
        goTo(Place.SENT_FOR, Set.of(Place.GREETED, Place.WAITING, Place.SENT_FOR));
        var ear = new HandHandset();
        Optional<CallLeg> opened = show.connect(id, ear);
        if (!arrives(opened, ear)) {
            opened.ifPresent(CallLeg::lost);
        }
        return leg();
    }

    /// @return false if the call has ended meanwhile
    private synchronized boolean arrives(Optional<CallLeg> opened, HandHandset ear) {
        if (place == Place.OVER) {
            return false;
        }
        leg = opened;
        move(opened.isPresent() ? Place.ON_A_LEG : Place.WAITING);
        handset = Optional.of(ear);
        return true;
    }

    /// The leg breaks though nobody has hung up: the caller falls into the network's queue.
    public void legBreaks() {
        CallLeg broken =
                leg().orElseThrow(() -> new IllegalStateException("%s has no leg".formatted(id)));
        goTo(Place.WAITING, Set.of(Place.ON_A_LEG));
        broken.lost();
    }

    /// The call ends, and the show is told. Nothing happens if it has ended before.
    public void hangsUp() {
        if (ends()) {
            network.tell(show -> show.gone(id));
        }
    }

    /// The caller puts the phone down, and the network's word of it never comes. All that the show
    /// can notice is that their leg breaks, if they have one.
    public void vanishes() {
        ends();
    }

    private boolean ends() {
        Optional<CallLeg> closed;
        synchronized (this) {
            if (place == Place.OVER) {
                return false;
            }
            closed = leg();
            place = Place.OVER;
        }
        closed.ifPresent(CallLeg::lost);
        return true;
    }

    private synchronized void goTo(Place next, Set<Place> from) {
        if (!from.contains(place())) {
            throw new IllegalStateException("%s cannot do that: %s".formatted(id, place));
        }
        move(next);
    }

    private synchronized void move(Place next) {
        if (next == Place.WAITING && since.isEmpty()) {
            since = Optional.of(network.now());
        } else if (next == Place.ON_A_LEG) {
            since = Optional.empty();
        }
        place = next;
    }

    /// Once the show is done with a leg it is closed, and the caller is in the queue.
    private synchronized Place place() {
        if (place == Place.ON_A_LEG && leg.filter(CallLeg::over).isPresent()) {
            move(Place.WAITING);
        }
        return place;
    }
}
