package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rules for speaking.
///
/// @param atSample the show position now, in samples at 48 kHz from show zero
record FloorDecisions(Show show, Instant now, long atSample) {
    Decision decide(FloorCommand command) {
        return switch (command) {
            case FloorCommand.HostSays(var text, var atSample) -> hostSays(text, atSample);
            case FloorCommand.Hear heard -> hear(heard);
            case FloorCommand.LetRespond(var call) -> letRespond(call);
            case FloorCommand.FillSilence(var near, var around) -> jumpIn(around).silence(near);
            case FloorCommand.Advise advice -> jumpIn(advice.around()).advised(advice);
            case FloorCommand.AcceptHand(var call) -> acceptHand(call);
            case FloorCommand.GiveCue(var call, var text) -> cue(call, text);
            case FloorCommand.SetEagerness(var wanted) ->
                    wanted == show.floor().panel().eagerness()
                            ? accept()
                            : accept(new FloorEvent.EagernessSet(wanted, now));
            case FloorCommand.StopAi(var call) -> stopped(call);
            case FloorCommand.Interrupt(var by) -> interrupt(by);
            case FloorCommand.WriteReply(var turn, var text) ->
                    show.floor().holds(turn)
                            ? accept(new FloorEvent.ReplyWritten(turn, text, now))
                            : refuse(Reason.TURN_OVER);
            case FloorCommand.Speak spoken -> speak(spoken);
            case FloorCommand.TimeTurn(var turn, var times) ->
                    show.floor().recent(turn).isPresent()
                            ? accept(new FloorEvent.TurnTimed(turn, times, now))
                            : refuse(Reason.TURN_OVER);
            case FloorCommand.EndTurn(var turn, var outcome, var problem) ->
                    end(turn, outcome, problem);
            case FloorCommand.SetAiMode(var mode) ->
                    mode == show.floor().mode()
                            ? accept()
                            : accept(new FloorEvent.AiModeSet(mode, now));
            case FloorCommand.MuteAi(var muted) -> mute(muted);
            case FloorCommand.RefineMood(var moods, var upTo) -> mood().refine(moods, upTo);
            case FloorCommand.ChooseMood(var chosen) -> mood().choose(chosen);
        };
    }

    private Decision hostSays(String text, long atSample) {
        if (text.isBlank()) {
            return refuse(Reason.NOTHING_SAID);
        }
        return answering(text)
                .map(ai -> answer(ai, spoken(host(), text.strip(), atSample, now)))
                .orElse(refuse(Reason.NO_AI_CALLER));
    }

    /// The host is never kept waiting: whoever speaks now is stopped first.
    private Decision answer(Call ai, List<Event> said) {
        var events = new ArrayList<Event>(said);
        stopAll(events);
        events.add(give(ai, Turn.Why.HOST_SPOKE, prompted(), events.size()));
        return new Decision.Accepted(events);
    }

    private Decision hear(FloorCommand.Hear heard) {
        if (!heard.show().equals(show.id())) {
            return refuse(Reason.SHOW_CLOSED);
        }
        if (heard.text().isBlank()) {
            return refuse(Reason.NOTHING_SAID);
        }
        return speaker(heard.call())
                .map(speaker -> heard(speaker, heard))
                .orElse(refuse(Reason.NO_SUCH_CALL));
    }

    private Decision heard(Speaker speaker, FloorCommand.Hear heard) {
        var said = said(speaker, heard.text().strip(), heard.atSample(), heard.spokenAt());
        return new Decision.Accepted(
                jumpIn(heard.around())
                        .heard(
                                said,
                                withMood(said),
                                new Turn.Prompted(heard.toSample(), atSample, atSample)));
    }

    private JumpInDecisions jumpIn(Surroundings around) {
        return new JumpInDecisions(show, now, atSample, around);
    }

    /// A real caller's words may arrive after their call; they are kept all the same.
    private Optional<Speaker> speaker(Optional<CallId> call) {
        if (call.isEmpty()) {
            return Optional.of(host());
        }
        return call.flatMap(id ->
                show.calls()
                        .find(id)
                        .or(() -> show.history().find(id).map(CallRecord::call))
                        .map(Speaker::of));
    }

    private Decision letRespond(Optional<CallId> pressed) {
        return pressed.map(this::letRespond)
                .orElseGet(() ->
                        new JumpIn(show, now, Surroundings.QUIET)
                                .silentLongest()
                                .map(this::respond)
                                .orElse(refuse(Reason.NO_AI_CALLER)));
    }

    /// Whom the host pressed answers, or nobody does.
    private Decision letRespond(CallId pressed) {
        Optional<Call> ai = show.call(pressed).filter(call -> !call.caller().isReal());
        if (ai.isEmpty()) {
            return refuse(Reason.NO_SUCH_CALL);
        }
        Call call = ai.orElseThrow();
        if (!call.onAir()) {
            return refuse(Reason.NOT_ON_AIR);
        }
        return call.muted() ? refuse(Reason.MUTED) : respond(call);
    }

    /// A turn that was stopped is still fading out: whoever is asked then waits for its end, and
    /// takes the place of whoever waited before.
    private Decision respond(Call ai) {
        if (show.floor().turn().filter(turn -> !turn.stopped()).isPresent()) {
            return refuse(Reason.FLOOR_TAKEN);
        }
        var events = new ArrayList<Event>();
        stopQueued(_ -> true, events);
        events.add(give(ai, Turn.Why.HOST_ASKED, events.size()));
        return new Decision.Accepted(events);
    }

    private Decision acceptHand(CallId id) {
        return show.floor().panel().hands().containsKey(id)
                ? letRespond(id)
                : refuse(Reason.NO_HAND);
    }

    private Decision cue(CallId id, String text) {
        String note = text.strip();
        if (note.isEmpty()) {
            return refuse(Reason.NOTHING_SAID);
        }
        Optional<Call> ai = show.call(id).filter(call -> !call.caller().isReal());
        return ai.isEmpty()
                ? refuse(Reason.NO_SUCH_CALL)
                : accept(new FloorEvent.CueGiven(id, note, now));
    }

    /// The AI caller that the host means: who is spoken to, else who was silent longest.
    private Optional<Call> answering(String text) {
        var jumpIn = new JumpIn(show, now, Surroundings.QUIET);
        return jumpIn.meant(host(), text).or(jumpIn::silentLongest);
    }

    /// Gives the floor, or the next place on it if somebody speaks now.
    ///
    /// @param later how many events of the same decision come before this one
    Event give(Call call, Turn.Why why, int later) {
        return give(call, why, prompted(), later);
    }

    private Turn.Prompted prompted() {
        return Turn.Prompted.at(atSample);
    }

    Event give(Call call, Turn.Why why, Turn.Prompted prompted, int later) {
        var id = new TurnId("turn-%d-%s".formatted(show.seq() + later + 1, show.id()));
        var turn = new Turn(id, call.id(), why, now, false, Optional.of(prompted));
        return show.floor().turn().isPresent()
                ? new FloorEvent.TurnQueued(turn, now)
                : new FloorEvent.TurnGranted(turn, now);
    }

    /// Whoever has gone has nothing to be stopped in, which is no mistake.
    private Decision stopped(Optional<CallId> call) {
        return new Decision.Accepted(
                stop(turn -> call.isEmpty() || call.filter(turn.call()::equals).isPresent()));
    }

    /// A person who speaks has the floor; whoever waits for it waits in vain, since what they were
    /// to answer is no longer the last word.
    private Decision interrupt(Optional<CallId> by) {
        Optional<Turn> turn = show.floor().turn().filter(now -> !now.stopped());
        if (turn.isEmpty()) {
            return accept();
        }
        return speaker(by)
                .map(person -> interrupted(turn.orElseThrow(), person))
                .orElse(refuse(Reason.NO_SUCH_CALL));
    }

    private Decision interrupted(Turn turn, Speaker by) {
        var events = new ArrayList<Event>();
        stopQueued(_ -> true, events);
        events.add(new FloorEvent.TurnInterrupted(turn.id(), by, now));
        return new Decision.Accepted(events);
    }

    private void stopAll(List<Event> events) {
        events.addAll(stop(_ -> true));
    }

    /// Takes the floor from one AI caller, whom nobody hears any more.
    List<Event> silence(Call call) {
        return stop(turn -> turn.call().equals(call.id()));
    }

    private List<Event> stop(Predicate<Turn> which) {
        var events = new ArrayList<Event>();
        stopQueued(which, events);
        show.floor()
                .turn()
                .filter(which)
                .filter(turn -> !turn.stopped())
                .ifPresent(turn -> events.add(new FloorEvent.TurnStopped(turn.id(), now)));
        return events;
    }

    private void stopQueued(Predicate<Turn> which, List<Event> events) {
        show.floor()
                .queued()
                .filter(which)
                .ifPresent(turn -> events.add(over(turn.id(), TurnOutcome.STOPPED, "")));
    }

    private Decision speak(FloorCommand.Speak spoken) {
        if (spoken.text().isBlank()) {
            return refuse(Reason.NOTHING_SAID);
        }
        return show.floor()
                .recent(spoken.turn())
                .flatMap(turn -> speaker(Optional.of(turn.call())))
                .map(ai -> accept(said(ai, spoken.text(), spoken.atSample(), spoken.spokenAt())))
                .orElse(refuse(Reason.TURN_OVER));
    }

    private Decision end(TurnId id, TurnOutcome outcome, String problem) {
        if (!show.floor().holds(id)) {
            return refuse(Reason.TURN_OVER);
        }
        var events = new ArrayList<Event>();
        events.add(over(id, outcome, problem));
        Show after = show.apply(events.getFirst());
        for (Event gone : farewell(after)) {
            events.add(gone);
            after = after.apply(gone);
        }
        after.floor()
                .queued()
                .ifPresent(next -> events.add(new FloorEvent.TurnGranted(next.begin(now), now)));
        return new Decision.Accepted(events);
    }

    /// Whoever was asked to finish, and has had their last turn now, hangs up. A lock keeps them.
    private List<Event> farewell(Show after) {
        return show.floor().turn().flatMap(turn -> after.call(turn.call())).stream()
                .filter(call -> !call.locked())
                .filter(call -> call.marks().farewell().filter(Farewell::over).isPresent())
                .flatMap(call ->
                        new Endings(after, now, atSample).end(call, EndedBy.CALLER).stream())
                .toList();
    }

    /// Whom the host let speak in spite of it is silenced by the next press.
    private Decision mute(boolean muted) {
        var events = new ArrayList<Event>();
        if (muted != show.floor().muted()) {
            events.add(new FloorEvent.AiMuteSet(muted, now));
        }
        if (muted) {
            stopAll(events);
        }
        return new Decision.Accepted(events);
    }

    private Event over(TurnId id, TurnOutcome outcome, String problem) {
        return new FloorEvent.TurnEnded(id, outcome, problem, now);
    }

    /// What was said, and the mood of the host if that is another one now: whoever gets the floor
    /// for it is to know.
    private List<Event> spoken(Speaker speaker, String text, long atSample, Instant spokenAt) {
        return withMood(said(speaker, text, atSample, spokenAt));
    }

    private List<Event> withMood(FloorEvent.UtteranceSpoken said) {
        return Stream.concat(Stream.of(said), mood().after(said).stream()).toList();
    }

    private FloorEvent.UtteranceSpoken said(
            Speaker speaker, String text, long atSample, Instant spokenAt) {
        return new FloorEvent.UtteranceSpoken(speaker, text, atSample, spokenAt, now);
    }

    private MoodDecisions mood() {
        return new MoodDecisions(show, now);
    }

    private Speaker host() {
        return new Speaker.Host(show.rules().hostName());
    }
}
