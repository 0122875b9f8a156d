package io.partyline.http;

import java.util.Optional;

/// Whether whoever asks can sit in the browser, and how that is going.
record SeatRoutes(Microphones microphones) {
    /// Where a page connects to the seat, and where anybody asks how it is.
    static final String PATH = "/api/studio/audio";

    /// The seat as a page finds it.
    ///
    /// @param offered whether there is one for whoever asks: the host's, if the show is run from
    ///   the browser, or the producer's
    /// @param taken whether a page sits there
    /// @param mic how its microphone is
    /// @param trouble what is wrong with it, in a sentence
    record Seat(boolean offered, boolean taken, Optional<MicState> mic, Optional<String> trouble) {
        static Seat of(Optional<BrowserSeat> seat) {
            return new Seat(
                    seat.isPresent(),
                    seat.flatMap(BrowserSeat::mic).isPresent(),
                    seat.flatMap(BrowserSeat::mic),
                    seat.flatMap(BrowserSeat::trouble));
        }
    }

    void into(Routes routes) {
        routes.get(PATH, asked -> Seat.of(microphones.of(asked.seat())));
    }
}
