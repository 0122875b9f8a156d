package io.partyline.twilio;

import java.util.Optional;

/// How the telephone is doing, for the host.
///
/// @param streams callers connected at this moment
/// @param lostMs milliseconds of callers' audio that never came, in all
/// @param deepestMs the longest delay measured at the carrier among the connected callers
/// @param unknown messages that were not understood
/// @param refused requests and streams turned away, most of them for their signature
/// @param lastTrouble what went wrong last, in words
public record PhoneHealth(
        int streams,
        long lostMs,
        int deepestMs,
        long unknown,
        long refused,
        Optional<String> lastTrouble) {}
