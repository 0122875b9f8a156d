package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.show.AiMode;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Channel;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Eagerness;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Links;
import io.partyline.show.Mood;
import io.partyline.show.ProducerTalkEnd;
import io.partyline.show.Seat;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The host at the desk: takes, drops, locks, bans and talks, now and then at somebody who has
/// gone.
final class DeskHand {
    private static final String SILENCED = "nobody goes on whom the host has silenced";

    private final Chance chance;
    private final Agenda agenda;
    private final Supplier<Program> program;
    private final Network network;

    DeskHand(Chance chance, Agenda agenda, Supplier<Program> program, Network network) {
        this.chance = chance;
        this.agenda = agenda;
        this.program = program;
        this.network = network;
    }

    /// Goes on until it is calm.
    void act() {
        if (chance.isCalm()) {
            return;
        }
        program.get().receive("", () -> press(wanted(program.get().show())));
        agenda.in(
                chance.often(0.2) ? chance.between(5, 400) : chance.between(400, 6_000),
                "",
                this::act);
    }

    /// As the studio does it: before a take, the carrier is asked after whom it did not know.
    private void press(Command wanted) {
        long unanswered = network.unanswered();
        if (wanted instanceof CallCommand.Take(var call)) {
            network.makeSure(call);
        }
        if (pressed(wanted) instanceof Decision.Accepted(var events)) {
            isDone(wanted, program.get().show());
            if (wanted instanceof CallCommand.TakeNext) {
                taken(events).ifPresent(call -> network.isNoStranger(call, unanswered));
            }
        }
    }

    private Decision pressed(Command wanted) {
        return wanted instanceof CallCommand.TakeNext(var replacing, _)
                ? network.takeNext(call -> program.get().ask(next(replacing, call)))
                : program.get().ask(wanted);
    }

    private static Command next(boolean replacing, CallId call) {
        return new CallCommand.TakeNext(replacing, Optional.of(call));
    }

    private static Optional<CallId> taken(List<Event> events) {
        return events.stream()
                .filter(CallEvent.CallTaken.class::isInstance)
                .map(event -> ((CallEvent.CallTaken) event).call())
                .findFirst();
    }

    /// What must be so right after a press that was accepted.
    private static void isDone(Command wanted, Show now) {
        switch (wanted) {
            case CallCommand.TakeNext(var replacing, _) ->
                    check(
                            !replacing
                                    || now.calls()
                                            .real()
                                            .filter(Call::onAir)
                                            .allMatch(Call::locked),
                            "who is replaced waits, unless they are locked");
            case FloorCommand.AcceptHand(var call) -> isNext(call, now);
            case FloorCommand.LetRespond(var call) -> call.ifPresent(one -> isNext(one, now));
            case FloorCommand.MuteAi(var muted) -> check(!muted || isSilent(now), SILENCED);
            case FloorCommand.StopAi(var call) ->
                    check(call.isPresent() || isSilent(now), SILENCED);
            default -> {}
        }
    }

    private static void isNext(CallId call, Show now) {
        check(
                Stream.concat(now.floor().turn().stream(), now.floor().queued().stream())
                        .anyMatch(turn -> turn.call().equals(call)),
                "whom the host lets respond has the floor, or is next",
                call);
    }

    private static boolean isSilent(Show now) {
        return now.floor().turn().filter(turn -> !turn.stopped()).isEmpty()
                && now.floor().queued().isEmpty();
    }

    /// An AI caller who does not stop, though somebody else waits for the floor, tries patience.
    private Command wanted(Show show) {
        Optional<Turn> late = show.floor().turn().filter(Turn::stopped);
        if (late.isPresent() && show.floor().queued().isPresent() && chance.often(0.5)) {
            return new CallCommand.HangUp(late.orElseThrow().call());
        }
        int kind = chance.below(100);
        if (kind < 55) {
            return aboutACall(show);
        }
        if (kind < 85) {
            return floor(show);
        }
        return aboutTheShow(show);
    }

    private Command aboutACall(Show show) {
        CallId call = call(show);
        boolean on = chance.often(0.5);
        return switch (chance.below(26)) {
            case 23 -> sound(call, on);
            case 24 ->
                    new CallCommand.WriteCard(
                            call,
                            ProducersHand.point(on ? "The boat." : "The harbour."),
                            Card.Written.NOTHING,
                            Seat.HOST);
            case 0, 1, 2 -> new CallCommand.Take(call);
            case 3, 4, 5 -> new CallCommand.TakeNext(on);
            case 6, 7 -> new CallCommand.Bring(chance.oneOf(Minds.CAST));
            case 8, 9 -> new CallCommand.Hold(call);
            case 10 -> new CallCommand.SetMute(call, on);
            case 11 -> new CallCommand.SetLock(call, on);
            case 12 -> new CallCommand.ChooseNext(call, on);
            case 13 -> new CallCommand.SetTalkback(call, on);
            case 14 -> new CallCommand.WrapUp(call);
            case 15 -> new CallCommand.Drop(call);
            case 16, 17 -> new CallCommand.Undo(call);
            case 18 -> new CallCommand.LetGo(call);
            case 19 -> on ? new CallCommand.HangUp(call) : new CallCommand.HangUpReal();
            case 20 -> new CallCommand.HangUpAi();
            case 21 -> new CallCommand.BeginProducerTalk(call);
            case 22 -> new CallCommand.EndProducerTalk(call, ProducerTalkEnd.PRODUCER);
            default -> chance.often(0.3) ? new CallCommand.Ban(call) : new CallCommand.Screen(call);
        };
    }

    private Command sound(CallId call, boolean on) {
        return switch (chance.below(3)) {
            case 0 -> new CallCommand.SetTrim(call, chance.between(-18, 19));
            case 1 -> new CallCommand.ReportSpeaker(call, on);
            default ->
                    new CallCommand.SetLinks(
                            call,
                            new Links.Choice(
                                    Optional.of(on),
                                    Optional.empty(),
                                    Optional.of(!on),
                                    Optional.empty(),
                                    Optional.empty()));
        };
    }

    private Command floor(Show show) {
        Optional<CallId> whom = chance.often(0.4) ? Optional.of(call(show)) : Optional.empty();
        boolean on = chance.often(0.5);
        return switch (chance.below(12)) {
            case 11 ->
                    new FloorCommand.ChooseMood(
                            on
                                    ? Optional.empty()
                                    : Optional.of(chance.oneOf(List.of(Mood.values()))));
            case 0, 1 ->
                    new FloorCommand.HostSays("Tony, Mary, Earl?", program.get().positionNow());
            case 2, 3, 4 -> new FloorCommand.LetRespond(whom);
            case 5 -> new FloorCommand.StopAi(whom);
            case 6 -> new FloorCommand.SetAiMode(on ? AiMode.AUTO : AiMode.MANUAL);
            case 7 -> new FloorCommand.MuteAi(chance.often(0.3));
            case 8 -> new FloorCommand.SetEagerness(chance.oneOf(List.of(Eagerness.values())));
            case 9 -> new FloorCommand.AcceptHand(call(show));
            default -> new FloorCommand.GiveCue(call(show), "The boat.");
        };
    }

    private Command aboutTheShow(Show show) {
        return switch (chance.below(17)) {
            case 14 -> new ShowCommand.SetRecording(chance.often(0.5));
            case 15 ->
                    chance.often(0.1)
                            ? new ShowCommand.ReportRecordingStopped("The disk is full.")
                            : new ShowCommand.PutNotesAway();
            case 0, 1, 2 -> new ShowCommand.SetLines(chance.often(0.8));
            case 3 -> new ShowCommand.SetBan("print-" + (1 + chance.below(6)), chance.often(0.3));
            case 4 -> new ShowCommand.MarkMoment("the boat");
            case 5, 6, 7 -> new FollowUpCommand.SetAutoFollowUp(chance.often(0.7));
            case 8 -> new FollowUpCommand.FollowUpNow();
            case 9 -> new FollowUpCommand.CancelFollowUp();
            case 10 ->
                    chance.often(0.1)
                            ? new ShowCommand.CloseShow()
                            : new ShowCommand.SetRecording(true);
            default ->
                    show.calls().closing().containsKey(Channel.FIRST_CALLER)
                            ? new CallCommand.TakeNext()
                            : new CallCommand.TakeNext(true);
        };
    }

    /// Mostly somebody who is on the line, and often whoever has the floor.
    private CallId call(Show show) {
        Optional<Turn> turn = show.floor().turn();
        if (turn.isPresent() && chance.often(0.2)) {
            return turn.orElseThrow().call();
        }
        List<CallId> live = List.copyOf(show.calls().live().keySet());
        return live.isEmpty() || chance.often(0.1)
                ? new CallId("call-" + (1 + chance.below(9)))
                : chance.oneOf(live);
    }
}
