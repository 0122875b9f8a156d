package io.partyline.show;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Whether AI callers follow up real calls, and which follow-up is on its way.
///
/// @param auto whether the end of a real call plans one
public record FollowUps(boolean auto, Optional<Pending> pending) {
    static final FollowUps OFF = new FollowUps(false, Optional.empty());

    /// A follow-up that has not come on yet.
    ///
    /// @param due when it may come on
    /// @param choice who it will be, once that is known
    /// @param offered whether it waits for the host, who is busy
    public record Pending(CallId basedOn, Instant due, Optional<Choice> choice, boolean offered) {}

    /// Who will follow up, and a sentence that says why.
    public record Choice(Caller.Ai caller, String why) {}

    FollowUps apply(FollowUpEvent event) {
        return switch (event) {
            case FollowUpEvent.AutoFollowUpSet(var enabled, _) -> new FollowUps(enabled, pending);
            case FollowUpEvent.FollowUpPlanned(var call, var due, _) ->
                    now(new Pending(call, due, Optional.empty(), false));
            case FollowUpEvent.FollowUpChosen(_, var caller, var why, _) ->
                    change(p ->
                            new Pending(
                                    p.basedOn(),
                                    p.due(),
                                    Optional.of(new Choice(caller, why)),
                                    p.offered()));
            case FollowUpEvent.FollowUpOffered _ ->
                    change(p -> new Pending(p.basedOn(), p.due(), p.choice(), true));
            case FollowUpEvent.FollowUpCancelled _ -> none();
        };
    }

    /// The follow-up is on: it is a call now.
    FollowUps none() {
        return new FollowUps(auto, Optional.empty());
    }

    private FollowUps now(Pending next) {
        return new FollowUps(auto, Optional.of(next));
    }

    private FollowUps change(UnaryOperator<Pending> by) {
        return new FollowUps(auto, pending.map(by));
    }
}
