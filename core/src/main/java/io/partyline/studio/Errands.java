package io.partyline.studio;

import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.Command;
import io.partyline.show.FloorCommand;
import io.partyline.show.Reason;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.util.Optional;

/// What a host asks for and waits for: callers who are taken or brought on, and questions to AI
/// callers. Safe for use by many threads.
final class Errands {
    private static final TakeOutcome SOMEBODY_ELSE =
            new TakeOutcome.Refused(Reason.SOMEBODY_ELSE_IS_NEXT);

    private final ShowThread show;
    private final Operator operator;
    private final Outcomes outcomes;

    Errands(ShowThread show, Operator operator, Outcomes outcomes) {
        this.show = show;
        this.operator = operator;
        this.outcomes = outcomes;
    }

    TakeOutcome take(CallId call) {
        operator.makeSure(call);
        return take(new CallCommand.Take(call));
    }

    TakeOutcome takeNext(boolean replacing) {
        return operator.takeNext(
                        () -> show.show().calls().next().map(Call::id),
                        call -> takenNext(call, replacing))
                .orElseGet(() -> new TakeOutcome.Refused(nobodyIsNext()));
    }

    private Optional<TakeOutcome> takenNext(CallId call, boolean replacing) {
        return Optional.of(take(new CallCommand.TakeNext(replacing, Optional.of(call))))
                .filter(outcome -> !outcome.equals(SOMEBODY_ELSE));
    }

    private Reason nobodyIsNext() {
        return show.show().open() ? Reason.NOBODY_WAITING : Reason.SHOW_CLOSED;
    }

    TakeOutcome bring(Caller.Ai caller) {
        return take(new CallCommand.Bring(caller));
    }

    private TakeOutcome take(Command command) {
        return outcomes.of(command, new TakeErrand(show::show), TakeErrand.LIMIT);
    }

    ChatOutcome chat(FloorCommand.HostSays question, Duration limit) {
        return outcomes.of(question, new ChatErrand(show::show), limit);
    }
}
