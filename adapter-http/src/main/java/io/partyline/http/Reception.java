package io.partyline.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Who sits at the browser's seat: one page at a time.
///
/// Whoever comes first may sit down, another page only if it asks for the seat, and the page that
/// sat there is told. A page that is loaded again is known by its tab and gets the seat back
/// without asking, even if its old connection has not been missed yet.
///
/// Safe for use by many threads; never the clock's.
final class Reception {
    /// A page that is connected. What it is told must not wait.
    interface Guest {
        void tell(SeatMessage message);

        /// The seat is this page's from now on.
        void sit(Sitting sitting);

        /// It is not any more.
        void stand();

        /// The show needs no pages any more.
        void goAway();
    }

    /// Pages that are connected at once; one of them sits.
    static final int MOST = 8;

    private final SeatSound sound;
    private final Runnable left;
    private final List<Guest> guests = new ArrayList<>();
    private Optional<Sitter> sitter = Optional.empty();
    private boolean closed;

    private record Sitter(Guest guest, String tab, Sitting sitting) {}

    /// @param left told when the page that sat here has left the seat to nobody; it may wait
    Reception(SeatSound sound, Runnable left) {
        this.sound = sound;
        this.left = left;
    }

    /// Lets a page in.
    ///
    /// @return false if there are too many already, or the show is over
    synchronized boolean enter(Guest guest) {
        if (closed || guests.size() >= MOST) {
            return false;
        }
        guests.add(guest);
        guest.tell(sitter.isPresent() ? SeatMessage.Seat.TAKEN : SeatMessage.Seat.FREE);
        return true;
    }

    /// A page asks for the seat.
    ///
    /// @param take whether another page is to stand up for it
    synchronized void sit(Guest guest, String tab, boolean take, long now) {
        if (!guests.contains(guest)) {
            return;
        }
        if (isSitter(guest)) {
            guest.tell(SeatMessage.Seat.YOURS);
        } else if (take || sitter.isEmpty() || has(it -> it.tab().equals(tab))) {
            seat(guest, tab, now);
        } else {
            guest.tell(SeatMessage.Seat.TAKEN);
        }
    }

    private void seat(Guest guest, String tab, long now) {
        var sitting = new Sitting(now);
        sitter.ifPresent(before -> {
            before.guest().stand();
            before.guest().tell(SeatMessage.Seat.LOST);
        });
        Optional<Guest> before = sitter.map(Sitter::guest);
        sitter = Optional.of(new Sitter(guest, tab, sitting));
        sound.seat(sitting);
        guest.sit(sitting);
        guest.tell(SeatMessage.Seat.YOURS);
        others(guest).stream()
                .filter(other -> !before.equals(Optional.of(other)))
                .forEach(other -> other.tell(SeatMessage.Seat.TAKEN));
    }

    /// A page gives the seat up, if it has it, and stays connected.
    void leave(Guest guest) {
        if (standsUp(guest)) {
            left.run();
        }
    }

    /// A page is gone.
    void exit(Guest guest) {
        if (goes(guest)) {
            left.run();
        }
    }

    private synchronized boolean goes(Guest guest) {
        guests.remove(guest);
        return standsUp(guest);
    }

    private synchronized boolean standsUp(Guest guest) {
        if (!isSitter(guest)) {
            return false;
        }
        sitter = Optional.empty();
        sound.empty();
        guest.stand();
        guests.forEach(each -> each.tell(SeatMessage.Seat.FREE));
        return true;
    }

    /// Nobody sits here any more, and nobody comes in.
    synchronized void close() {
        closed = true;
        List.copyOf(guests).forEach(Guest::goAway);
    }

    synchronized Optional<Guest> sitter() {
        return sitter.map(Sitter::guest);
    }

    synchronized Optional<Sitting> sitting() {
        return sitter.map(Sitter::sitting);
    }

    private List<Guest> others(Guest guest) {
        return guests.stream().filter(each -> !each.equals(guest)).toList();
    }

    private boolean isSitter(Guest guest) {
        return has(it -> it.guest().equals(guest));
    }

    private boolean has(Predicate<Sitter> what) {
        return sitter.filter(what).isPresent();
    }
}
