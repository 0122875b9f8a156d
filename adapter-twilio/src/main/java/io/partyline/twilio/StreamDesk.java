package io.partyline.twilio;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import java.util.Optional;

/// Decides whether a stream may come in, and to whom it leads.
///
/// Safe for use by many threads at once.
///
/// @param accountSid the only account whose calls we take; the ticket tells whose call it is if the
///   message does not
/// @param frames shared by all streams
record StreamDesk(
        String accountSid,
        Signatures signatures,
        Addresses addresses,
        StreamTokens tokens,
        Switchboard switchboard,
        Traffic traffic,
        FrameText frames) {

    /// Whether the upgrade to a WebSocket comes from the carrier. A browser sends an `Origin`; the
    /// carrier does not.
    ///
    /// @param target the request target as it came over the wire
    boolean knows(String target, Optional<String> signature, boolean hasOrigin) {
        return !hasOrigin
                && signature.isPresent()
                && signatures.fitsHandshake(signature.get(), addresses.webSocket(target));
    }

    /// Somebody asked for a stream and is not let in. Without any signature it is nobody's: our own
    /// look at the tunnel, or a stranger; those are not worth the host's time.
    ///
    /// @param signature as it came
    void turnedAway(Optional<String> signature) {
        signature.ifPresent(_ ->
                traffic.refused(
                        traffic.hasRoom()
                                ? "The signature of a stream does not fit."
                                : "There are more streams than the lines allow."));
    }

    /// The show's end for a stream with a valid ticket; empty if there is no such ticket or call.
    ///
    /// @param handset our end of it, which may be played to before this returns
    Optional<CallLeg> admit(StreamMessage.Start start, Handset handset) {
        Optional<String> objection = objection(start);
        if (objection.isPresent()) {
            traffic.refused(objection.get());
            return Optional.empty();
        }
        Optional<CallLeg> leg = switchboard.connect(new CallId(start.callSid()), handset);
        if (leg.isEmpty()) {
            traffic.refused("A stream came for a call that is not on the show.");
        }
        return leg;
    }

    /// Why a stream is not let in; the ticket is looked at last, because looking uses it up.
    private Optional<String> objection(StreamMessage.Start start) {
        if (!start.accountSid().isEmpty() && !start.accountSid().equals(accountSid)) {
            return Optional.of("A stream came from another account.");
        }
        if (!TwilioSettings.isId(start.callSid()) || !TwilioSettings.isId(start.streamSid())) {
            return Optional.of("A stream has an id that cannot be used: " + TwilioSettings.ID_RULE);
        }
        if (!start.phone()) {
            return Optional.of("A stream has other audio than a telephone's (µ-law at 8 kHz).");
        }
        return tokens.spend(start.token(), new CallId(start.callSid()))
                ? Optional.empty()
                : Optional.of("A stream came without a valid ticket for its call.");
    }
}
