package io.partyline.studio;

import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// A show that is led by commands, at instants of its own.
public final class Evening {
    private Show show = Show.before(0);
    private Instant now = Instant.parse("2026-05-01T20:00:00Z");

    /// An evening without a show.
    public Evening() {}

    public Show show() {
        return show;
    }

    public Instant now() {
        return now;
    }

    /// Time goes by, and whatever is due happens.
    public void pass(Duration time) {
        now = now.plus(time);
        ask(new ShowCommand.PassTime());
    }

    public Evening ask(Command command) {
        if (Decisions.decide(show, command, now, show.positionAt(now))
                instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                show = show.apply(event);
            }
        }
        return this;
    }

    public Evening open() {
        return ask(
                new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
    }

    public CallId rings(String name) {
        var call = new CallId(name);
        ask(new CallCommand.Ring(call, CallerNumber.WITHHELD));
        return call;
    }

    public CallId waits(String name) {
        CallId call = rings(name);
        ask(new CallCommand.OpenLeg(call));
        return call;
    }

    public CallId onAir(String name) {
        CallId call = waits(name);
        ask(new CallCommand.Take(call)).ask(new CallCommand.Air(call, show.positionAt(now)));
        return call;
    }

    public CallId ai(String key) {
        ask(new CallCommand.Bring(new Caller.Ai("AI " + key, new PersonaKey(key), "voice", "Why")));
        CallId call = show.calls().ai().toList().getLast().id();
        ask(new CallCommand.Air(call, show.positionAt(now)));
        return call;
    }
}
