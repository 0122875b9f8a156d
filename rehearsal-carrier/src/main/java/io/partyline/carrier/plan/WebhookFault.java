package io.partyline.carrier.plan;

import java.time.Duration;

/// What can go wrong with a request from the carrier to the show.
public sealed interface WebhookFault {
    /// It is sent twice at the same time; the answer to the second is thrown away.
    record Twice() implements WebhookFault {}

    /// It is sent so much later.
    record Late(Duration by) implements WebhookFault {}

    /// It waits until [Faults#releaseHeld()]; those held are let go the latest first, so that they
    /// arrive out of order.
    record Held() implements WebhookFault {}

    /// It is signed with a token that is not the account's.
    record WronglySigned() implements WebhookFault {}

    /// The caller hangs up while it is on its way, and it arrives only when the final status
    /// callback of the call has been answered.
    record Overtaken() implements WebhookFault {}

    /// It arrives, and the carrier has lost patience before the answer is there: no rehearsal has
    /// to wait for that as long as the carrier does.
    record TooSlow() implements WebhookFault {}

    /// It is never sent; to the carrier this looks like a show that cannot be reached.
    record Lost() implements WebhookFault {}
}
