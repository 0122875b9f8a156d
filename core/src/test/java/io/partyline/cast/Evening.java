package io.partyline.cast;

import io.partyline.show.AiMode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A show that the tests of the cast talk about.
final class Evening {
    static final CallId DAVE = new CallId("call-dave");
    static final Persona TONY = persona("1", "Tony", "Drives trucks and loves diners.", "trucks");
    static final Persona MARY = persona("2", "Mary", "Bakes bread at night.", "bread");
    static final Persona EARL = persona("3", "Earl", "Fixes old radios.", "radios");
    static final Cast CAST = new Cast(List.of(TONY, MARY, EARL));

    private Show show = Show.before(0);
    private Instant now = Instant.parse("2026-05-01T20:00:00Z");

    Evening() {
        ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
    }

    static Persona persona(String key, String name, String vibe, String... topics) {
        return new Persona(
                new PersonaKey(key),
                name,
                "a woman or a man",
                "in their fifties",
                vibe,
                "voice",
                "calm",
                "a laugh",
                List.of(topics));
    }

    Evening ask(Command... commands) {
        for (Command command : commands) {
            if (Decisions.decide(show, command, now, show.positionAt(now))
                    instanceof Decision.Accepted(var events)) {
                for (Event event : events) {
                    show = show.apply(event);
                }
            }
        }
        return this;
    }

    Evening later(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    Evening daveOnAir() {
        return ask(
                new CallCommand.Ring(DAVE, new CallerNumber("0101", "print")),
                new CallCommand.OpenLeg(DAVE),
                new CallCommand.Take(DAVE),
                new CallCommand.Air(DAVE, show.positionAt(now)));
    }

    Evening says(Optional<CallId> call, String text) {
        long at = Duration.between(show.openedAt(), now).toMillis() * 48;
        return later(1).ask(new FloorCommand.Hear(show.id(), call, text, at, at, now));
    }

    Evening dave(String text) {
        return says(Optional.of(DAVE), text);
    }

    Evening host(String text) {
        return says(Optional.empty(), text);
    }

    Evening daveGone() {
        return later(1).ask(new CallCommand.CallerGone(DAVE));
    }

    Evening summarised(String text) {
        return ask(
                new CallCommand.FileSummary(
                        DAVE, new Summary(text, "old trucks", Summary.Source.MODEL)));
    }

    Evening bring(Persona persona) {
        ask(
                new FloorCommand.SetAiMode(AiMode.MANUAL),
                new CallCommand.Bring(
                        new Caller.Ai(
                                persona.name(),
                                persona.key(),
                                "voice",
                                "You are unable to sleep.")));
        return ask(new CallCommand.Air(on(persona), show.positionAt(now)));
    }

    CallId on(Persona persona) {
        return show.calls()
                .ai()
                .filter(call -> call.caller().name().equals(persona.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Show show() {
        return show;
    }

    CallRecord past() {
        return show.history().find(DAVE).orElseThrow();
    }
}
