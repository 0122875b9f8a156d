package io.partyline.http;

import java.util.Arrays;
import java.util.Optional;

/// How the microphone of a page is.
enum MicState {
    /// The host is heard.
    OPEN,
    /// Closed by the host: the page sends silence.
    CLOSED,
    /// Closed for as long as the cough key is held.
    COUGHING,
    /// The browser has not said yet.
    WAITING,
    /// The host, or the browser, does not let the page have it.
    REFUSED,
    /// There is none.
    MISSING,
    /// Another program holds it.
    BUSY,
    /// It was there, and has gone.
    GONE,
    /// The browser does not let the page play, nor hear, before the host has touched it.
    ASLEEP;

    /// @param word as a page says it
    /// @throws Problem if there is no such state
    static MicState of(String word) {
        return Arrays.stream(values())
                .filter(state -> ShowWords.of(state).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem(400, "A microphone cannot be like that."));
    }

    /// Whether frames are to be expected.
    boolean sends() {
        return this == OPEN || this == CLOSED || this == COUGHING;
    }

    /// In a sentence for the host; empty if all is well.
    Optional<String> trouble() {
        return switch (this) {
            case OPEN, CLOSED, COUGHING, WAITING -> Optional.empty();
            case REFUSED ->
                    Optional.of(
                            "The browser keeps its microphone from the dashboard: allow it beside the page's address. Lines that are typed still work.");
            case MISSING ->
                    Optional.of(
                            "The browser has no microphone: plug one in. Lines that are typed still work.");
            case BUSY ->
                    Optional.of(
                            "Another program holds the browser's microphone. Lines that are typed still work.");
            case GONE ->
                    Optional.of(
                            "The browser's microphone has gone; it is used again once it is back.");
            case ASLEEP ->
                    Optional.of(
                            "The browser lets the dashboard make no sound before it was touched: press any key on it.");
        };
    }
}
