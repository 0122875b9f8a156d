package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules for follow-ups.
record FollowUpDecisions(Show show, Instant now) {
    Decision decide(FollowUpCommand command) {
        return switch (command) {
            case FollowUpCommand.SetAutoFollowUp(var enabled) ->
                    enabled == show.followUps().auto()
                            ? accept()
                            : accept(new FollowUpEvent.AutoFollowUpSet(enabled, now));
            case FollowUpCommand.FollowUpNow _ -> followUpNow();
            case FollowUpCommand.ChooseFollowUp choice -> choose(choice);
            case FollowUpCommand.CancelFollowUp _ ->
                    show.followUps()
                            .pending()
                            .map(p -> accept(new FollowUpEvent.FollowUpCancelled(p.basedOn(), now)))
                            .orElse(refuse(Reason.NO_FOLLOW_UP));
        };
    }

    private Decision followUpNow() {
        Optional<FollowUps.Pending> pending = show.followUps().pending();
        if (pending.isPresent()) {
            return new Decision.Accepted(
                    pending.flatMap(this::place).orElseGet(() -> hurry(pending)));
        }
        List<CallRecord> past = show.history().aired();
        return past.isEmpty() ? refuse(Reason.NO_HISTORY) : accept(plan(past.getLast().id()));
    }

    private List<Event> hurry(Optional<FollowUps.Pending> pending) {
        return pending.map(p -> plan(p.basedOn())).stream().toList();
    }

    /// Somebody is to be chosen, and comes on at once.
    private Event plan(CallId basedOn) {
        return new FollowUpEvent.FollowUpPlanned(basedOn, now, now);
    }

    private Decision choose(FollowUpCommand.ChooseFollowUp choice) {
        boolean wanted =
                show.followUps()
                        .pending()
                        .filter(p -> p.basedOn().equals(choice.basedOn()) && p.choice().isEmpty())
                        .isPresent();
        if (!wanted) {
            return refuse(Reason.NO_FOLLOW_UP);
        }
        return accept(
                isOn(choice.caller())
                        ? plan(choice.basedOn())
                        : new FollowUpEvent.FollowUpChosen(
                                choice.basedOn(), choice.caller(), choice.why(), now));
    }

    /// What happens when the pause is over: the caller comes on, or waits while the host is busy.
    List<Event> due(FollowUps.Pending pending) {
        boolean busy = show.calls().real().anyMatch(call -> call.channel().isPresent());
        if (busy) {
            return List.of(new FollowUpEvent.FollowUpOffered(pending.basedOn(), now));
        }
        return place(pending).orElse(List.of());
    }

    private Optional<List<Event>> place(FollowUps.Pending pending) {
        return pending.choice().map(choice -> place(pending.basedOn(), choice.caller()));
    }

    /// Whoever has come on by another way meanwhile does not follow up, too: somebody else does.
    private List<Event> place(CallId basedOn, Caller.Ai caller) {
        return isOn(caller)
                ? List.of(plan(basedOn))
                : CallDecisions.place(show, caller, Optional.of(basedOn), now);
    }

    private boolean isOn(Caller.Ai caller) {
        return show.calls().on(caller.key()).isPresent();
    }
}
