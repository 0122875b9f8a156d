package io.partyline.show;

import java.time.Instant;

/// What happens to the AI call that refers to an earlier call.
public sealed interface FollowUpEvent extends Event {
    record AutoFollowUpSet(boolean enabled, Instant at) implements FollowUpEvent {}

    /// A follow-up will come on at `due`, unless it is cancelled or the host is busy then.
    record FollowUpPlanned(CallId basedOn, Instant due, Instant at) implements FollowUpEvent {}

    /// It is known who will follow up.
    ///
    /// @param why a sentence for the host
    record FollowUpChosen(CallId basedOn, Caller.Ai caller, String why, Instant at)
            implements FollowUpEvent {}

    /// The follow-up is ready, but a real caller is on the air: it waits for the host.
    record FollowUpOffered(CallId basedOn, Instant at) implements FollowUpEvent {}

    /// The host called it off.
    record FollowUpCancelled(CallId basedOn, Instant at) implements FollowUpEvent {}
}
