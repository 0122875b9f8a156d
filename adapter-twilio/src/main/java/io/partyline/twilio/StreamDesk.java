package io.partyline.twilio;

import io.partyline.port.CallLeg;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import java.util.Optional;

/// Decides whether a stream may come in, and to whom it leads.
///
/// Safe for use by many threads at once.
///
/// @param accountSid the only account whose calls we take; the ticket tells whose call it is if the
///   message does not
record StreamDesk(
        String accountSid,
        Signatures signatures,
        Addresses addresses,
        StreamTokens tokens,
        Switchboard switchboard,
        Traffic traffic) {

    /// Whether the upgrade to a WebSocket comes from the carrier. A browser sends an `Origin`; the
    /// carrier does not.
    ///
    /// @param target the request target as it came over the wire
    boolean knows(String target, Optional<String> signature, boolean hasOrigin) {
        return !hasOrigin
                && signature.isPresent()
                && signatures.fitsHandshake(signature.get(), addresses.webSocket(target));
    }

    /// The show's end for a stream with a valid ticket; empty if there is no such ticket or call.
    Optional<CallLeg> admit(StreamMessage.Start start) {
        boolean ours =
                (start.accountSid().isEmpty() || start.accountSid().equals(accountSid))
                        && TwilioSettings.isId(start.callSid())
                        && TwilioSettings.isId(start.streamSid())
                        && start.phone();
        if (!ours || !tokens.spend(start.token(), new CallId(start.callSid()))) {
            return Optional.empty();
        }
        return switchboard.connect(new CallId(start.callSid()));
    }
}
