package io.partyline.http;

import io.partyline.show.Beginning;
import io.partyline.show.ShowId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a page and the browser's seat say to each other besides sound, as JSON.
sealed interface SeatMessage {
    /// The longest message of a page, in characters: it holds the names of two devices.
    int LONGEST = 2_000;

    /// The longest name of a device or a tab that is kept.
    int LONGEST_NAME = 100;

    /// Whom the seat belongs to.
    ///
    /// @param state `yours`, `taken` (by another page) or `free`
    /// @param detail a sentence for the host
    record Seat(String type, String state, String detail) implements SeatMessage {
        static final Seat YOURS = new Seat("seat", "yours", "You sit at the microphone.");

        static final Seat TAKEN =
                new Seat(
                        "seat",
                        "taken",
                        "Another page sits at the microphone. You can take the seat over.");

        static final Seat LOST = new Seat("seat", "taken", "Another page has taken the seat over.");

        static final Seat FREE = new Seat("seat", "free", "Nobody sits at the microphone.");
    }

    /// How the sound of the page that sits here is doing.
    ///
    /// @param depthMs of its microphone's sound that lies ready for the show
    /// @param ppm by how much the page's clock is faster than the show's, in millionths
    /// @param ranDry how often nothing of it lay ready
    /// @param lostMs of it that the show never heard, since it came too late
    /// @param unsentMs of the show's sound that the page never got, since it did not read
    record Sound(String type, int depthMs, int ppm, long ranDry, long lostMs, long unsentMs)
            implements SeatMessage {
        Sound(int depthMs, int ppm, long ranDry, long lostMs, long unsentMs) {
            this("sound", depthMs, ppm, ranDry, lostMs, unsentMs);
        }
    }

    /// Where in a show a sample of the page was heard: what a page keeps of the microphone itself
    /// gets its place by that.
    ///
    /// @param at the show position, in samples at 48 kHz from show zero
    /// @param sample which of the samples that the page has sent since it sat down, counted from 0;
    ///   it may lie between two
    record Heard(String type, String showId, long at, double sample) implements SeatMessage {
        Heard(ShowId show, long at, double sample) {
            this("heard", show.value(), at, sample);
        }

        /// Whether it stands where the frame before lets expect it, in the same show.
        boolean follows(Heard before) {
            return showId.equals(before.showId) && HeardPlaces.even(before, this);
        }
    }

    /// What a page says.
    ///
    /// @param type `sit` (with `tab`, and `take` to have it over another page), `leave`, or `tell`
    ///   (with `mic` and the names of the devices)
    /// @param tab by which a page is known after it was loaded again
    record FromPage(
            String type,
            Optional<String> tab,
            Optional<Boolean> take,
            Optional<String> mic,
            Optional<String> microphone,
            Optional<String> headphones) {
        /// @throws Problem if the message is of any other form
        static FromPage read(String text) {
            return Bodies.read(text.getBytes(StandardCharsets.UTF_8), FromPage.class);
        }

        /// @throws Problem if a microphone cannot be like that
        Told told() {
            return new Told(
                    mic.map(MicState::of).orElse(MicState.WAITING),
                    name(microphone),
                    name(headphones));
        }

        private static Optional<String> name(Optional<String> given) {
            return given.map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> Beginning.of(name, LONGEST_NAME));
        }
    }

    /// What a page has told of itself.
    record Told(MicState mic, Optional<String> microphone, Optional<String> headphones) {
        static final Told NOTHING = new Told(MicState.WAITING, Optional.empty(), Optional.empty());
    }
}
