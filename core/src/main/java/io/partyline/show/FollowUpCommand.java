package io.partyline.show;

/// What can be asked of follow-ups.
public sealed interface FollowUpCommand extends Command {
    record SetAutoFollowUp(boolean enabled) implements FollowUpCommand {}

    /// Follow up the last call now.
    record FollowUpNow() implements FollowUpCommand {}

    /// This is who will follow up.
    record ChooseFollowUp(CallId basedOn, Caller.Ai caller, String why)
            implements FollowUpCommand {}

    record CancelFollowUp() implements FollowUpCommand {}
}
