package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.port.Journal;
import io.partyline.show.AiMode;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.EndedBy;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.HostMood;
import io.partyline.show.ShowEvent;
import io.partyline.show.Turn;
import io.partyline.simulation.Truths.At;
import io.partyline.simulation.Truths.Seen;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Which event may come next, going by the table as it stands before it.
final class EventRules {
    static final int LINES = 10;
    static final int AI = 2;
    private static final int FIRST_CALLER = 3;
    private static final int LAST_CALLER = 6;

    private final Truths truths;
    private final BooleanSupplier hostWantsFollowUp;

    /// @param hostWantsFollowUp whether the host is asking for a follow-up at this moment
    EventRules(Truths truths, BooleanSupplier hostWantsFollowUp) {
        this.truths = truths;
        this.hostWantsFollowUp = hostWantsFollowUp;
    }

    void mayCome(Journal.Entry entry) {
        check(
                truths.told().isEmpty() || truths.told().getLast().seq() + 1 == entry.seq(),
                "events come once, and in order",
                entry);
        switch (entry.event()) {
            case ShowEvent.ShowClosed _ ->
                    check(
                            truths.callers().isEmpty(),
                            "whoever is on the line when a show closes has ended");
            case ShowEvent.ProgramDumped dumped -> mayCome(dumped);
            case ShowEvent.RecordingSet(var on, var sample, var at) -> {
                check(on != truths.recording(), "the recording pauses and goes on by turns");
                check(sample == truths.positionAt(at), "a pause stands where it was asked for");
            }
            case ShowEvent.MomentMarked(_, var sample, var at) ->
                    check(sample == truths.positionAt(at), "a mark stands where it was made");
            case CallEvent call -> mayCome(call, entry.event().at().toEpochMilli());
            case FloorEvent floor -> mayCome(floor);
            case FollowUpEvent.FollowUpChosen chosen ->
                    check(
                            truths.followUp()
                                    .filter(its -> its.basedOn().equals(chosen.basedOn()))
                                    .isPresent(),
                            "whoever is chosen follows up the call that is to be followed up",
                            chosen);
            default -> {}
        }
    }

    private void mayCome(ShowEvent.ProgramDumped dumped) {
        check(
                dumped.from() >= 0 && dumped.from() < dumped.to(),
                "a part of the show is left out",
                dumped);
        check(
                dumped.to() <= truths.positionAt(dumped.at()),
                "what is left out has been on the air",
                dumped);
        check(
                dumped.unheard() >= 0 && dumped.unheard() <= dumped.to() - dumped.from(),
                "no more is kept from listeners than is left out",
                dumped);
    }

    private void mayCome(CallEvent event, long at) {
        CallId id = event.call();
        switch (event) {
            case CallEvent.CallRang(_, var number, _) -> {
                check(truths.linesOpen(), "nobody is let in at closed lines", id);
                check(!truths.isBanned(number.fingerprint()), "no banned caller is let in", id);
                comes(id);
            }
            case CallEvent.CallFound(_, var number, _, _) -> {
                check(!truths.isBanned(number.fingerprint()), "no banned caller is found", id);
                comes(id);
            }
            case CallEvent.AiCallPlaced(_, var caller, var basedOn, _) ->
                    placed(id, caller, basedOn);
            case CallEvent.CallerBanned _, CallEvent.CallHeld _ ->
                    check(!seen(id).locked(), "who is locked stays on the air", id);
            case CallEvent.CallTaken(_, var channel, _) -> taken(id, channel.number());
            case CallEvent.CallAired _ -> {
                check(seen(id).at() == At.COMES, "only who is taken comes on the air", id);
                check(!seen(id).real() || seen(id).leg(), "nobody is on the air without a leg", id);
            }
            case CallEvent.TakeFailed _ ->
                    check(seen(id).at() == At.COMES, "only a take that goes on fails", id);
            case CallEvent.DropUndone _ ->
                    check(seen(id).at() == At.GOES, "only a drop is undone", id);
            case CallEvent.CallEnded(_, var by, _, _) -> ends(id, by, at);
            default -> {}
        }
    }

    private Seen seen(CallId id) {
        return truths.seen(id);
    }

    private void comes(CallId id) {
        check(!truths.callers().containsKey(id), "a call comes once", id);
        check(!truths.wasTurnedAway(id), "who was turned away stays away", id);
        check(
                truths.ended(id)
                        .filter(by -> by != EndedBy.LOST && by != EndedBy.RESTART)
                        .isEmpty(),
                "a call has one ending",
                id);
        long real = truths.callers().values().stream().filter(Seen::real).count();
        check(real < LINES, "no more callers than lines", id);
    }

    private void placed(CallId id, Caller.Ai caller, Optional<CallId> basedOn) {
        check(!truths.callers().containsKey(id), "an AI caller comes once", id);
        check(
                truths.callers().values().stream().noneMatch(seen -> seen.is(caller.key())),
                "a persona is on one call",
                caller.key());
        basedOn.ifPresent(call -> followsUp(caller, call));
    }

    private void followsUp(Caller.Ai caller, CallId basedOn) {
        check(
                truths.followUp()
                        .filter(its -> its.basedOn().equals(basedOn))
                        .filter(its -> its.chosen().filter(caller.key()::equals).isPresent())
                        .isPresent(),
                "only who was chosen follows up",
                caller.key());
        boolean busy =
                truths.callers().values().stream()
                        .anyMatch(seen -> seen.real() && seen.channel() != 0);
        check(
                !busy || hostWantsFollowUp.getAsBoolean(),
                "nobody follows up by themselves while the host speaks with a caller",
                caller.key());
    }

    private void taken(CallId id, int channel) {
        Seen seen = seen(id);
        if (!seen.real()) {
            check(channel == AI, "AI callers have their channel", id);
            return;
        }
        check(seen.at() == At.WAITS, "only who waits is taken", id);
        check(isFree(channel), "a channel is free before it is given", id);
        check(
                IntStream.range(FIRST_CALLER, channel).noneMatch(this::isFree),
                "the lowest free channel is given",
                id);
        check(channel >= FIRST_CALLER && channel <= LAST_CALLER, "a caller's channel", id);
    }

    private boolean isFree(int channel) {
        return !truths.closing().containsKey(channel)
                && truths.callers().values().stream().noneMatch(its -> its.channel() == channel);
    }

    private void ends(CallId id, EndedBy by, long at) {
        check(truths.callers().containsKey(id), "a call has one ending", id);
        Seen seen = seen(id);
        check(
                !seen.locked() || (by != EndedBy.DROPPED && by != EndedBy.BANNED),
                "who is locked is not dropped",
                id);
        check(
                by != EndedBy.DROPPED || at - seen.since() >= At.GOES.longest(),
                "a drop can be undone for as long as it is said",
                id);
    }

    private void mayCome(FloorEvent event) {
        switch (event) {
            case FloorEvent.TurnQueued(var next, _) -> {
                check(truths.turn().isPresent(), "nobody waits for a free floor", next);
                check(truths.queued().isEmpty(), "one waits for the floor", next);
                maySpeak(next);
            }
            case FloorEvent.TurnGranted(var granted, _) -> {
                check(truths.turn().isEmpty(), "one has the floor", granted);
                if (!truths.has(granted.id())) {
                    maySpeak(granted);
                }
                check(
                        !seen(granted.call()).muted(),
                        "nobody has the floor whom nobody hears",
                        granted);
            }
            case FloorEvent.JumpInWeighed weighed -> {
                Seen seen = seen(weighed.call());
                check(
                        !seen.real() && seen.at() == At.ON && !seen.muted(),
                        "only an AI caller who is heard is weighed",
                        weighed);
            }
            case FloorEvent.HostMoodSet(_, var by, _) ->
                    check(
                            by != HostMood.By.MODEL || truths.moodBy() != HostMood.By.HOST,
                            "what the host says of their mood stands",
                            event);
            case FloorEvent.TurnEnded(var over, _, _, _) ->
                    check(truths.has(over), "a turn has one ending", over);
            default -> {}
        }
    }

    /// What a turn needs to be given that nobody at the desk has asked for.
    private void maySpeak(Turn turn) {
        boolean let =
                switch (turn.why()) {
                    case HOST_SPOKE, HOST_ASKED -> true;
                    case HELLO -> !truths.aiMuted();
                    case ADDRESSED, QUESTION, SILENCE, WANTED ->
                            truths.mode() == AiMode.AUTO && !truths.aiMuted();
                };
        check(let, "nobody speaks unasked whom the host does not let", turn);
    }
}
