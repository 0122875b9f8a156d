package io.partyline.http;

import io.partyline.doorway.Visitor;
import io.partyline.show.Seat;
import java.util.Optional;
import java.util.stream.Stream;

/// The seats in a browser that have a microphone: the host's, and the producer's. Which of them a
/// page may sit at is said by its password alone.
///
/// @param host empty where the host sits at the devices of this computer
/// @param producer empty where there is no producer
record Microphones(Optional<BrowserSeat> host, Optional<BrowserSeat> producer) {
    static final Microphones NONE = new Microphones(Optional.empty(), Optional.empty());

    Microphones withHost(BrowserSeat seat) {
        return new Microphones(Optional.of(seat), producer);
    }

    Microphones withProducer(BrowserSeat seat) {
        return new Microphones(host, Optional.of(seat));
    }

    boolean any() {
        return all().findAny().isPresent();
    }

    Optional<BrowserSeat> of(Seat seat) {
        return switch (seat) {
            case HOST -> host;
            case PRODUCER -> producer;
        };
    }

    /// For a page that has just come in, by whom [SeatGuard] has found it to be.
    SeatPage page() {
        return Visitor.here()
                .flatMap(visitor -> visitor.knownAs(Who.class))
                .flatMap(who -> of(who.seat()))
                .orElseThrow(() -> new IllegalStateException("a page that the guard has not seen"))
                .page();
    }

    void close() {
        all().forEach(BrowserSeat::close);
    }

    private Stream<BrowserSeat> all() {
        return Stream.concat(host.stream(), producer.stream());
    }
}
