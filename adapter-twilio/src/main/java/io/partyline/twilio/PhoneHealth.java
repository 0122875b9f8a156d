package io.partyline.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the telephone is doing, for the host.
///
/// @param streams callers connected at this moment
/// @param stuck how many of them do not take what they are sent
/// @param lostMs milliseconds of callers' audio that never came, in all
/// @param droppedMs milliseconds of callers' audio that came and was not passed on, because it
///   seemed to have come before
/// @param deepestMs the longest delay measured at the carrier among the connected callers
/// @param unknown messages that were not understood
/// @param refused requests and streams turned away, most of them for their signature
/// @param broken what came that was no request and no stream at all; anybody can send that
/// @param lastRefusal why the last of them was, in words
/// @param lastTrouble what went wrong last, in words
public record PhoneHealth(
        int streams,
        int stuck,
        long lostMs,
        long droppedMs,
        int deepestMs,
        long unknown,
        long refused,
        long broken,
        Optional<String> lastRefusal,
        Optional<String> lastTrouble) {

    /// All that is not as it should be, each in a sentence with a space in front; empty if there is
    /// nothing.
    public String remarks() {
        List<String> remarks = new ArrayList<>();
        if (stuck > 0) {
            remarks.add(
                    "Callers who hear nothing, because their line takes no sound: " + stuck + ".");
        }
        if (lostMs > 0) {
            remarks.add(seconds(lostMs) + " of callers' audio never came.");
        }
        if (droppedMs > 0) {
            remarks.add(
                    seconds(droppedMs)
                            + " of callers' audio were dropped, because their count says that they"
                            + " had come before.");
        }
        if (unknown > 0) {
            remarks.add("Messages that were not understood: " + unknown + ".");
        }
        lastRefusal.ifPresent(why ->
                remarks.add("Turned away: %d, the last because: %s".formatted(refused, why)));
        if (broken > 0) {
            remarks.add("What was no request at all: " + broken + ".");
        }
        lastTrouble.ifPresent(what -> remarks.add("The last trouble was: " + what));
        return remarks.isEmpty() ? "" : " " + String.join(" ", remarks);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
