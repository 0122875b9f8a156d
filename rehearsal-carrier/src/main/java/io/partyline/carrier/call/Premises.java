package io.partyline.carrier.call;

import io.partyline.carrier.office.Exchange;

/// What the calls of one carrier share besides its offices: the queues in which they wait, and the
/// messages that callers left.
///
/// @param accountUrl where the account's recordings can be fetched, without a slash at its end
public record Premises(
        Exchange exchange, Queues queues, Recordings recordings, String accountUrl) {}
