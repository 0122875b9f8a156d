package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.show.Acquaintance;
import io.partyline.show.Advice;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.Card;
import io.partyline.show.Decision;
import io.partyline.show.EarlierCall;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.Mood;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Summary;
import io.partyline.show.Surroundings;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import io.partyline.show.TurnOutcome;
import io.partyline.show.TurnTimes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Models, voices, recognisers and the screener: whoever answers the show later. They are slow,
/// silent, fail, say a thing twice, or bring it when the show is over.
final class Minds {
    static final List<Caller.Ai> CAST =
            List.of(persona("1", "Tony"), persona("2", "Mary"), persona("3", "Earl"));

    private static final List<String> WORDS =
            List.of(
                    "Hello.",
                    "Mary?",
                    "What do you all think?",
                    "Tony, go on",
                    "Caller #1?",
                    "It was a very good evening at the harbour.",
                    "Does anybody else see it like that?",
                    "Earl, what happened then?",
                    "That does not make sense, I don't believe it.",
                    "We are nearly out of time.",
                    " ");

    private final Chance chance;
    private final Agenda agenda;
    private final Program program;
    private final Set<TurnId> stopped = new HashSet<>();

    Minds(Chance chance, Agenda agenda, Program program) {
        this.chance = chance;
        this.agenda = agenda;
        this.program = program;
    }

    private static Caller.Ai persona(String key, String name) {
        return new Caller.Ai(name, new PersonaKey(key), "voice", "You are calling tonight.");
    }

    String words() {
        return chance.oneOf(WORDS);
    }

    void follow(Event event, Show now) {
        switch (event) {
            case FloorEvent.TurnGranted(var turn, _) -> perform(now.id(), turn);
            case FloorEvent.TurnStopped(var turn, _) -> stop(now.id(), turn);
            case FloorEvent.TurnInterrupted(var turn, _, _) -> stop(now.id(), turn);
            case FloorEvent.TurnEnded(var turn, _, _, _) -> stopped.add(turn);
            case FollowUpEvent.FollowUpPlanned(var call, _, _) -> choose(now.id(), call);
            case CallEvent.CallAired(var call, _, _) -> listen(now, call);
            case CallEvent.CallHeld(var call, _, _, _) -> screen(call);
            case CallEvent.CallRang(var call, _, _) -> recognise(call);
            default -> {}
        }
    }

    private void stop(ShowId during, TurnId turn) {
        stopped.add(turn);
        if (chance.strikes(Fault.VOICE_SILENT, 0.1)) {
            return;
        }
        program.in(
                chance.between(20, 200),
                turn.value() + " has stopped",
                () -> program.ask(during, new FloorCommand.EndTurn(turn, TurnOutcome.STOPPED, "")));
    }

    private long thinks() {
        return chance.strikes(Fault.MODEL_SLOW, 0.1)
                ? chance.between(3_000, 120_000)
                : chance.between(200, 1_500);
    }

    private void perform(ShowId during, Turn turn) {
        if (chance.strikes(Fault.MODEL_SILENT, 0.05)) {
            return;
        }
        long thought = thinks();
        if (chance.strikes(Fault.MODEL_FAILS, 0.1)) {
            program.in(
                    thought,
                    "the model fails " + turn.id().value(),
                    () ->
                            program.ask(
                                    during,
                                    new FloorCommand.EndTurn(
                                            turn.id(), TurnOutcome.FAILED, "No answer.")));
            return;
        }
        program.in(
                thought,
                "the model has " + turn.id().value(),
                () -> {
                    program.ask(during, new FloorCommand.WriteReply(turn.id(), "Well. It is me."));
                    if (!stopped.contains(turn.id())) {
                        speak(during, turn.id());
                    }
                });
    }

    private void speak(ShowId during, TurnId turn) {
        if (chance.strikes(Fault.VOICE_SILENT, 0.05)) {
            return;
        }
        long sound = chance.between(50, 2_000);
        Instant at = agenda.instant();
        program.in(
                sound,
                turn.value() + " is heard",
                () -> {
                    if (!stopped.contains(turn)) {
                        long here = program.positionNow();
                        program.ask(
                                during,
                                new FloorCommand.TimeTurn(
                                        turn,
                                        new TurnTimes(here, here, here, here, here, here, here)));
                    }
                });
        for (int part = 0; part < 3; part++) {
            long late = sound + part * 900L + chance.between(0, 400);
            said(during, turn, part, at, late);
            if (chance.strikes(Fault.VOICE_TWICE, 0.05)) {
                said(during, turn, part, at, late + chance.between(10, 4_000));
            }
        }
        program.in(
                sound + 3_200,
                turn.value() + " is over",
                () ->
                        program.ask(
                                during, new FloorCommand.EndTurn(turn, TurnOutcome.FINISHED, "")));
    }

    private void said(ShowId during, TurnId turn, int part, Instant at, long late) {
        program.in(
                late,
                turn.value() + " is heard to say a part",
                () ->
                        program.ask(
                                during,
                                new FloorCommand.Speak(
                                        turn, "Part " + part + ".", program.positionNow(), at)));
    }

    void summarise(ShowId during, CallId call) {
        if (chance.strikes(Fault.MODEL_SILENT, 0.05)) {
            return;
        }
        program.in(
                thinks(),
                "a summary of " + call.value(),
                () ->
                        program.ask(
                                during,
                                new CallCommand.FileSummary(
                                        call,
                                        new Summary("A story.", "words", Summary.Source.MODEL))));
    }

    /// Sometimes so slowly that the next call has ended before.
    private void choose(ShowId during, CallId basedOn) {
        program.in(
                chance.strikes(Fault.MODEL_SLOW, 0.4) ? chance.between(3_000, 60_000) : thinks(),
                "who follows up " + basedOn.value(),
                () ->
                        program.ask(
                                during,
                                chance.often(0.8)
                                        ? new FollowUpCommand.ChooseFollowUp(
                                                basedOn, chance.oneOf(CAST), "They fit.")
                                        : new FollowUpCommand.CancelFollowUp()));
    }

    private void recognise(CallId call) {
        if (chance.often(0.3)) {
            program.in(
                    chance.between(5, 2_000),
                    call.value() + " is known",
                    () -> program.ask(new CallCommand.Recognise(call, acquaintance())));
        }
    }

    private static Acquaintance acquaintance() {
        return Acquaintance.STRANGER.after(
                new EarlierCall(
                        new ShowId("show-then"),
                        new CallId("call-then"),
                        Instant.EPOCH,
                        "boats",
                        "They spoke about boats."),
                "Dave");
    }

    private void screen(CallId call) {
        if (!chance.often(0.4)) {
            return;
        }
        program.in(
                chance.between(100, 3_000),
                "the screener comes to " + call.value(),
                () -> program.ask(new CallCommand.Screen(call)));
        if (chance.strikes(Fault.SCREENER_LOST, 0.2)) {
            return;
        }
        program.in(
                chance.between(4_000, 20_000),
                "the screener has understood " + call.value(),
                () ->
                        program.ask(
                                new CallCommand.FileCard(
                                        call,
                                        new Card.Told(
                                                "Dave",
                                                "",
                                                "The boat.",
                                                "calm",
                                                0.5,
                                                false,
                                                chance.often(0.1)))));
        program.in(
                chance.between(10_000, 30_000),
                "the screener leaves " + call.value(),
                () ->
                        program.ask(
                                new CallCommand.EndScreening(
                                        call,
                                        chance.often(0.7)
                                                ? Card.Screening.DONE
                                                : Card.Screening.FAILED)));
    }

    private void listen(Show now, CallId call) {
        if (now.call(call).filter(its -> its.caller().isReal()).isPresent()) {
            hears(now.id(), Optional.of(call), 4);
        }
    }

    /// Somebody says a few things, one after the other, and the recogniser brings them.
    void hears(ShowId during, Optional<CallId> who, int left) {
        if (left == 0 || chance.strikes(Fault.RECOGNISER_LOST, 0.05)) {
            return;
        }
        long here = program.positionNow();
        var said =
                new FloorCommand.Hear(
                        during, who, words(), here, here + 48_000, agenda.instant(), around());
        long late =
                chance.strikes(Fault.RECOGNISER_LATE, 0.1)
                        ? chance.between(2_000, 60_000)
                        : chance.between(100, 900);
        String what = who.map(CallId::value).orElse("the host") + " was understood";
        program.in(late, what, () -> heard(during, said));
        if (chance.strikes(Fault.RECOGNISER_TWICE, 0.05)) {
            program.in(late + 300, what + " twice", () -> heard(during, said));
        }
        if (chance.often(0.2)) {
            program.in(
                    chance.between(50, 3_000),
                    "somebody talks over it",
                    () -> interrupt(during, who));
        }
        program.in(chance.between(1_500, 9_000), "", () -> hears(during, who, left - 1));
    }

    private void interrupt(ShowId during, Optional<CallId> who) {
        Decision decision = program.ask(during, new FloorCommand.Interrupt(who));
        if (decision instanceof Decision.Accepted && during.equals(program.show().id())) {
            check(
                    program.show().floor().turn().filter(turn -> !turn.stopped()).isEmpty(),
                    "who is talked over stops",
                    who);
        }
    }

    private void heard(ShowId during, FloorCommand.Hear said) {
        program.ask(during, said);
        long upTo = program.show().seq();
        if (chance.often(0.3)) {
            program.in(2_500, "nobody has spoken", () -> fallSilent(during));
        }
        if (said.call().isEmpty() && chance.often(0.3)) {
            program.in(thinks(), "the host's mood is read", () -> readMood(during, upTo));
        }
        program.show()
                .calls()
                .ai()
                .forEach(ai ->
                        program.in(
                                thinks(),
                                "advice about " + ai.id().value(),
                                () -> advise(during, ai.id(), upTo)));
    }

    private void fallSilent(ShowId during) {
        List<CallId> ai = program.show().calls().ai().map(Call::id).toList();
        Optional<CallId> near =
                ai.isEmpty() || chance.often(0.4)
                        ? Optional.empty()
                        : Optional.of(chance.oneOf(ai));
        program.ask(during, new FloorCommand.FillSilence(near, around()));
    }

    private void readMood(ShowId during, long upTo) {
        Mood mood = chance.oneOf(List.of(Mood.values()));
        program.ask(during, new FloorCommand.RefineMood(List.of(mood), upTo));
    }

    private void advise(ShowId during, CallId ai, long upTo) {
        program.ask(
                during,
                new FloorCommand.Advise(
                        ai,
                        upTo,
                        new Advice(chance.oneOf(List.of(Advice.Kind.values())), "a boat"),
                        around()));
    }

    private Surroundings around() {
        return new Surroundings(chance.often(0.2), chance.often(0.05));
    }
}
