package io.partyline.app;

import io.partyline.show.AiMode;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.Channel;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import io.partyline.show.TurnOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A show as it stands when the last words of a scene are known.
final class FloorStage {
    /// Nobody speaks faster than this for long.
    private static final Duration A_WORD = Duration.ofMillis(400);

    private static final Duration BREATH = Duration.ofMillis(500);

    private final Map<String, CallId> calls = new LinkedHashMap<>();
    private Show show = Show.before(0);
    private Instant now = Instant.parse("2026-05-01T20:00:00Z");
    private Instant begun = now;

    FloorStage(FloorScene scene, Map<String, String> stories) {
        apply(new ShowEvent.ShowOpened(new ShowId("scene"), ShowRules.DEFAULT, Set.of(), now));
        apply(new FloorEvent.AiModeSet(AiMode.AUTO, now));
        scene.real().forEach(this::real);
        scene.ai().forEach(name -> ai(name, stories.getOrDefault(name, "You could not sleep.")));
        now = now.plusSeconds(60);
        List<Map<String, String>> said = scene.said();
        said.subList(0, said.size() - 1).forEach(this::line);
        Optional.ofNullable(scene.speaking()).ifPresent(this::speaks);
    }

    private void real(String name) {
        CallId id = new CallId("call-" + name);
        calls.put(name, id);
        apply(new CallEvent.CallRang(id, CallerNumber.WITHHELD, now));
        apply(new CallEvent.LegOpened(id, now));
        apply(new CallEvent.CallHeld(id, now, now));
        apply(new CallEvent.CallTaken(id, new Channel(2 + calls.size()), now));
        apply(new CallEvent.CallAired(id, Optional.of(0L), now));
        apply(new CallEvent.CardWritten(id, named(name), now));
    }

    private static Card.Written named(String name) {
        return new Card.Written(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void ai(String name, String story) {
        CallId id = new CallId("call-" + name);
        calls.put(name, id);
        var key = new PersonaKey(String.valueOf(calls.size()));
        apply(
                new CallEvent.AiCallPlaced(
                        id, new Caller.Ai(name, key, "voice", story), Optional.empty(), now));
        apply(new CallEvent.CallTaken(id, Channel.AI, now));
        apply(new CallEvent.CallAired(id, Optional.of(0L), now));
    }

    private void line(Map<String, String> line) {
        line.forEach((who, text) -> {
            if (who.equals("pause")) {
                now = now.plusSeconds(Long.parseLong(text));
            } else {
                says(who, text);
            }
        });
    }

    private void says(String who, String text) {
        Speaker speaker = speaker(who);
        boolean ai = speaker instanceof Speaker.AiCaller;
        now = now.plus(BREATH);
        if (ai) {
            speaks(who);
        }
        speak(text);
        apply(new FloorEvent.UtteranceSpoken(speaker, text, position(begun), begun, now));
        show.floor()
                .turn()
                .filter(_ -> ai)
                .ifPresent(turn ->
                        apply(new FloorEvent.TurnEnded(turn.id(), TurnOutcome.FINISHED, "", now)));
    }

    private void speaks(String who) {
        var turn =
                new Turn(
                        new TurnId("turn-" + show.seq()),
                        call(who),
                        Turn.Why.ADDRESSED,
                        now,
                        false,
                        Optional.empty());
        apply(new FloorEvent.TurnGranted(turn, now));
    }

    /// So much time goes by while somebody says this.
    void speak(String text) {
        begun = now;
        now = now.plus(A_WORD.multipliedBy(text.split(" ").length));
    }

    Speaker speaker(String name) {
        return name.equals("Host")
                ? new Speaker.Host(show.rules().hostName())
                : Speaker.of(show.call(call(name)).orElseThrow());
    }

    private CallId call(String name) {
        return Objects.requireNonNull(calls.get(name));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Decision ask(Command command) {
        Decision decision = Decisions.decide(show, command, now, position(now));
        if (decision instanceof Decision.Accepted(var events)) {
            events.forEach(this::apply);
        }
        return decision;
    }

    private void apply(Event event) {
        show = show.apply(event);
    }

    private long position(Instant at) {
        return show.positionAt(at);
    }

    Show show() {
        return show;
    }

    Instant now() {
        return now;
    }

    Instant begun() {
        return begun;
    }

    String name(CallId call) {
        return show.call(call).orElseThrow().caller().name();
    }
}
