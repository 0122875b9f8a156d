package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rules for one call.
///
/// @param atSample the show position now
record CallDecisions(Show show, Instant now, long atSample) {
    Decision decide(CallCommand command) {
        return switch (command) {
            case CallCommand.Ring(var id, var number) -> ring(id, number);
            case CallCommand.Wait(var id, var number, var waited) -> waits(id, number, waited);
            case CallCommand.Recognise(var id, var who) -> news(id, call -> recognise(call, who));
            case CallCommand.OpenLeg(var id) -> real(id, this::openLeg);
            case CallCommand.LoseLeg(var id) -> news(id, this::loseLeg);
            case CallCommand.CallerGone(var id) -> news(id, this::gone);
            case CallCommand.CallerUnknown(var id) -> real(id, call -> end(call, EndedBy.LOST));
            case CallCommand.Take(var id) -> on(id, this::take);
            case CallCommand.TakeNext(var replacing, var expected) -> takeNext(replacing, expected);
            case CallCommand.Air(var id, var from) -> on(id, call -> air(call, from));
            case CallCommand.FailTake(var id, var why) -> on(id, call -> failTake(call, why));
            case CallCommand.FailFetch(var id, var why) -> on(id, call -> failFetch(call, why));
            case CallCommand.Bring(var caller) -> bring(caller);
            case CallCommand.Hold(var id) -> unlocked(id, this::hold);
            case CallCommand.SetMute(var id, var muted) -> onAir(id, call -> mute(call, muted));
            case CallCommand.SetTrim(var id, var db) -> on(id, call -> trim(call, db));
            case CallCommand.SetLinks(var id, var links) -> on(id, call -> link(call, links));
            case CallCommand.ReportSpeaker(var id, var on) -> news(id, call -> speaker(call, on));
            case CallCommand.SetLock(var id, var locked) -> onAir(id, call -> lock(call, locked));
            case CallCommand.ChooseNext(var id, var chosen, var by) ->
                    on(id, call -> chooseNext(call, chosen, by));
            case CallCommand.WriteCard(var id, var written, var seen, var by) ->
                    real(
                            id,
                            call ->
                                    new CardDecisions(call, now)
                                            .write(written.tidy(), seen.tidy(), by));
            case CallCommand.Screen(var id) ->
                    real(id, call -> new CardDecisions(call, now).screen());
            case CallCommand.FileCard(var id, var told) ->
                    real(id, call -> new CardDecisions(call, now).file(told.tidy()));
            case CallCommand.EndScreening(var id, var how) ->
                    news(id, call -> new CardDecisions(call, now).end(how));
            case CallCommand.SetTalkback(var id, var on) -> on(id, call -> talkback(call, on));
            case CallCommand.BeginProducerTalk(var id) ->
                    real(id, new ProducerTalks(show, now)::begin);
            case CallCommand.EndProducerTalk(var id, var why) ->
                    news(id, call -> new ProducerTalks(show, now).end(call, why));
            case CallCommand.WrapUp(var id) -> onAir(id, this::wrapUp);
            case CallCommand.Drop(var id) -> unlocked(id, this::drop);
            case CallCommand.LetGo(var id) -> unlocked(id, this::letGo);
            case CallCommand.Undo(var id) -> on(id, this::undo);
            case CallCommand.HangUp(var id) -> on(id, call -> end(call, EndedBy.HOST));
            case CallCommand.HangUpReal _ -> hangUpOnly(show.calls().real(), Reason.NOBODY_ON_AIR);
            case CallCommand.HangUpAi _ -> hangUpOnly(show.calls().ai(), Reason.NO_AI_CALLER);
            case CallCommand.Ban(var id) -> unlocked(id, this::ban);
            case CallCommand.CloseStem(var id) -> closeStem(id);
            case CallCommand.FileSummary(var id, var summary) -> fileSummary(id, summary);
        };
    }

    private Decision ring(CallId id, CallerNumber number) {
        if (show.calls().find(id).isPresent() || over(id)) {
            return accept();
        }
        Optional<Reason> refusal = show.lines().refusal(id);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return turnAway(number)
                .map(reason -> accept(new CallEvent.CallTurnedAway(id, number, reason, now)))
                .orElseGet(() -> accept(new CallEvent.CallRang(id, number, now)));
    }

    private Optional<Reason> turnAway(CallerNumber number) {
        if (show.lines().bans(number)) {
            return Optional.of(Reason.BANNED);
        }
        if (!show.lines().open()) {
            return Optional.of(Reason.LINES_CLOSED);
        }
        return full() ? Optional.of(Reason.LINES_FULL) : Optional.empty();
    }

    /// A call that ended on purpose stays ended; one that was given up as lost may be found again.
    private boolean over(CallId id) {
        return show.history()
                .find(id)
                .filter(past -> past.by() != EndedBy.LOST && past.by() != EndedBy.RESTART)
                .isPresent();
    }

    private Decision waits(CallId id, CallerNumber number, Duration waited) {
        if (over(id) || show.lines().refusal(id).isPresent()) {
            return refuse(Reason.NO_SUCH_CALL);
        }
        return show.calls().find(id).map(this::waits).orElseGet(() -> find(id, number, waited));
    }

    /// Somebody whom the show does not know, or has given up: they have been let in before, so the
    /// lines need not be open. If every line is in use they go on waiting at the carrier.
    private Decision find(CallId id, CallerNumber number, Duration waited) {
        if (show.lines().bans(number)) {
            return refuse(Reason.BANNED);
        }
        return full()
                ? refuse(Reason.LINES_FULL)
                : accept(new CallEvent.CallFound(id, number, waitingSince(id, waited), now));
    }

    /// Whoever was given up keeps the place that their wait had earned.
    private Instant waitingSince(CallId id, Duration waited) {
        return show.history()
                .find(id)
                .map(past -> past.call().waitingSince())
                .orElse(now.minus(waited));
    }

    private boolean full() {
        return show.calls().real().count() >= show.rules().lines();
    }

    private Decision waits(Call call) {
        return switch (call.stage()) {
            case Stage.Ringing _ -> accept(new CallEvent.CallHeld(call.id(), now, now));
            case Stage.Reconnecting _ -> accept(back(call));
            case Stage.Held(var since) when call.marks().lostSince().isPresent() ->
                    accept(new CallEvent.CallHeld(call.id(), since, now));
            case Stage.Held _, Stage.Taking _, Stage.OnAir _, Stage.Leaving _ -> accept();
        };
    }

    private Event back(Call call) {
        return new CallEvent.CallHeld(call.id(), call.waitingSince(), now);
    }

    private Decision recognise(Call call, Acquaintance who) {
        return call.caller().isReal() && call.known().isEmpty()
                ? accept(new CallEvent.CallerRecognised(call.id(), who, now))
                : accept();
    }

    private Decision openLeg(Call call) {
        var opened = new CallEvent.LegOpened(call.id(), now);
        return switch (call.stage()) {
            case Stage.Ringing _ -> accept(opened, new CallEvent.CallHeld(call.id(), now, now));
            case Stage.Reconnecting _ -> accept(opened, back(call));
            case Stage.Held _, Stage.Taking _, Stage.OnAir _, Stage.Leaving _ -> accept(opened);
        };
    }

    private Decision loseLeg(Call call) {
        if (!call.marks().leg()) {
            return accept();
        }
        CallEvent lost = CallEvent.LegLost.of(call, atSample, now);
        return call.stage() instanceof Stage.Taking
                ? accept(new CallEvent.TakeFailed(call.id(), "The connection broke.", now), lost)
                : accept(lost);
    }

    /// The carrier knows of real callers alone.
    private Decision gone(Call call) {
        return call.caller().isReal() ? end(call, EndedBy.CALLER) : accept();
    }

    private Decision takeNext(boolean replacing, Optional<CallId> expected) {
        Optional<Call> next = show.calls().next();
        if (next.isEmpty()) {
            return refuse(Reason.NOBODY_WAITING);
        }
        Call call = next.orElseThrow();
        if (!expected.orElse(call.id()).equals(call.id())) {
            return refuse(Reason.SOMEBODY_ELSE_IS_NEXT);
        }
        return replacing ? replace(call) : take(call);
    }

    /// Whoever is replaced is on hold before the next channel is chosen, so one is free. A take
    /// that is refused puts nobody on hold.
    private Decision replace(Call next) {
        var events = new ArrayList<Event>();
        show.calls()
                .real()
                .filter(call -> call.onAir() && !call.locked())
                .forEach(call -> events.add(heldNow(call)));
        Show after = show;
        for (Event held : events) {
            after = after.apply(held);
        }
        Decision taken = new CallDecisions(after, now, atSample).take(next);
        if (taken instanceof Decision.Accepted(var more)) {
            events.addAll(more);
            return new Decision.Accepted(events);
        }
        return taken;
    }

    private Decision take(Call call) {
        if (!call.held()) {
            return refuse(Reason.NOT_WAITING);
        }
        return show.calls()
                .freeChannel(show.rules())
                .map(channel -> accept(new CallEvent.CallTaken(call.id(), channel, now)))
                .orElse(refuse(Reason.NO_FREE_CHANNEL));
    }

    private Decision air(Call call, long from) {
        if (!(call.stage() instanceof Stage.Taking)) {
            return refuse(Reason.ALREADY_DONE);
        }
        if (call.caller().isReal() && !call.marks().leg()) {
            return refuse(Reason.NOT_CONNECTED);
        }
        var events =
                new ArrayList<Event>(
                        List.of(new CallEvent.CallAired(call.id(), Optional.of(from), now)));
        if (!call.caller().isReal() && mayGreet()) {
            events.add(
                    new FloorDecisions(show, now, atSample)
                            .give(call, Turn.Why.HELLO, events.size()));
        }
        return new Decision.Accepted(events);
    }

    /// A turn that waits already is not pushed aside by a hello.
    private boolean mayGreet() {
        return !show.floor().muted() && show.floor().queued().isEmpty();
    }

    private Decision failTake(Call call, String why) {
        if (!(call.stage() instanceof Stage.Taking)) {
            return refuse(Reason.ALREADY_DONE);
        }
        return call.caller().isReal()
                ? accept(new CallEvent.TakeFailed(call.id(), why, now))
                : end(call, EndedBy.LOST);
    }

    private Decision failFetch(Call call, String why) {
        return call.marks().leg() ? refuse(Reason.ALREADY_DONE) : failTake(call, why);
    }

    private Decision bring(Caller.Ai caller) {
        return show.calls().on(caller.key()).isPresent()
                ? refuse(Reason.ALREADY_ON)
                : new Decision.Accepted(place(show, caller, Optional.empty(), now));
    }

    /// An AI caller needs no ringing and no leg: they go straight into the program.
    static List<Event> place(Show show, Caller.Ai caller, Optional<CallId> basedOn, Instant now) {
        var id = new CallId("ai-%s-%d-%s".formatted(caller.key(), show.seq() + 1, show.id()));
        return List.of(
                new CallEvent.AiCallPlaced(id, caller, basedOn, now),
                new CallEvent.CallTaken(id, Channel.AI, now));
    }

    /// Another wait begins, behind those who have waited longer.
    private Decision hold(Call call) {
        if (!call.onAir() || !call.caller().isReal()) {
            return refuse(Reason.NOT_ON_AIR);
        }
        return accept(heldNow(call));
    }

    private CallEvent heldNow(Call call) {
        return new CallEvent.CallHeld(call.id(), now, Optional.of(atSample), now);
    }

    private Decision mute(Call call, boolean muted) {
        if (call.muted() == muted) {
            return accept();
        }
        var events = new ArrayList<Event>(List.of(new CallEvent.MuteSet(call.id(), muted, now)));
        if (muted) {
            events.addAll(new FloorDecisions(show, now, atSample).silence(call));
        }
        return new Decision.Accepted(events);
    }

    private Decision trim(Call call, double db) {
        return call.chain().trimDb() == db
                ? accept()
                : accept(new CallEvent.TrimSet(call.id(), db, now));
    }

    private Decision link(Call call, Links.Choice links) {
        return call.chain().links().with(links).equals(call.chain().links())
                ? accept()
                : accept(new CallEvent.LinksSet(call.id(), links, now));
    }

    private Decision speaker(Call call, boolean on) {
        return call.caller().isReal() && call.chain().onSpeaker() != on
                ? accept(new CallEvent.SpeakerNoticed(call.id(), on, now))
                : accept();
    }

    private Decision lock(Call call, boolean locked) {
        return call.locked() == locked
                ? accept()
                : accept(new CallEvent.LockSet(call.id(), locked, now));
    }

    private Decision chooseNext(Call call, boolean chosen, Seat by) {
        boolean already = show.calls().chosen().filter(call.id()::equals).isPresent();
        if (already == chosen) {
            return accept();
        }
        return call.held()
                ? accept(new CallEvent.NextChosen(call.id(), chosen, Optional.of(by), now))
                : refuse(Reason.NOT_WAITING);
    }

    private Decision talkback(Call call, boolean on) {
        if (call.marks().talkback() == on) {
            return accept();
        }
        return (on ? deaf(call) : Optional.<Reason>empty())
                .map(Decision::refuse)
                .orElse(accept(new CallEvent.TalkbackSet(call.id(), on, now)));
    }

    /// Why a caller cannot be spoken to alone. While the host does, the program is without them, so
    /// they never talk to somebody who does not hear it.
    private static Optional<Reason> deaf(Call call) {
        if (!call.held()) {
            return Optional.of(Reason.NOT_WAITING);
        }
        return call.marks().leg() ? Optional.empty() : Optional.of(Reason.NOT_CONNECTED);
    }

    private Decision wrapUp(Call call) {
        if (call.caller().isReal()) {
            return refuse(Reason.NO_AI_CALLER);
        }
        return call.marks().wrappingUp()
                ? accept()
                : accept(new CallEvent.WrapUpAsked(call.id(), now));
    }

    private Decision drop(Call call) {
        return switch (call.stage()) {
            case Stage.Ringing _, Stage.Held _ -> accept(new CallEvent.CallDropped(call.id(), now));
            case Stage.Leaving _ -> accept();
            case Stage.Taking _, Stage.OnAir _, Stage.Reconnecting _ -> refuse(Reason.NOT_WAITING);
        };
    }

    /// A hang-up that can be undone: on hold, so that nobody hears them, and on the way out.
    private Decision letGo(Call call) {
        if (!call.onAir() || !call.caller().isReal()) {
            return refuse(Reason.NOT_ON_AIR);
        }
        return accept(heldNow(call), new CallEvent.CallDropped(call.id(), now));
    }

    private Decision undo(Call call) {
        if (!(call.stage() instanceof Stage.Leaving)) {
            return refuse(Reason.NOTHING_TO_UNDO);
        }
        var stays = new CallEvent.DropUndone(call.id(), now);
        return call.letGo() ? backOnAir(call, stays) : accept(stays);
    }

    /// Somebody else may have their channel by now; then they wait.
    private Decision backOnAir(Call call, CallEvent stays) {
        return show.calls()
                .freeChannel(show.rules())
                .map(channel -> accept(stays, new CallEvent.CallTaken(call.id(), channel, now)))
                .orElse(accept(stays));
    }

    private Decision hangUpOnly(Stream<Call> candidates, Reason nobody) {
        List<Call> heard = candidates.filter(call -> call.channel().isPresent()).limit(2).toList();
        return switch (heard.size()) {
            case 0 -> refuse(nobody);
            case 1 -> unlocked(heard.getFirst().id(), call -> end(call, EndedBy.HOST));
            default -> refuse(Reason.WHICH_CALLER);
        };
    }

    private Decision ban(Call call) {
        if (!(call.caller() instanceof Caller.Real real) || !real.number().known()) {
            return refuse(Reason.NO_NUMBER);
        }
        var events = new ArrayList<Event>();
        events.add(new CallEvent.CallerBanned(call.id(), real.number().fingerprint(), now));
        events.addAll(new Endings(show, now, atSample).end(call, EndedBy.BANNED));
        return new Decision.Accepted(events);
    }

    private Decision closeStem(CallId id) {
        return show.calls().closing().entrySet().stream()
                .filter(closing -> closing.getValue().equals(id))
                .findFirst()
                .map(closing -> accept(new CallEvent.ChannelFreed(id, closing.getKey(), now)))
                .orElse(accept());
    }

    private Decision fileSummary(CallId id, Summary summary) {
        return show.history()
                .find(id)
                .map(past ->
                        past.summary().isPresent()
                                ? refuse(Reason.ALREADY_DONE)
                                : accept(new CallEvent.SummaryWritten(id, summary, now)))
                .orElse(refuse(Reason.NO_SUCH_CALL));
    }

    private Decision end(Call call, EndedBy by) {
        return new Decision.Accepted(new Endings(show, now, atSample).end(call, by));
    }

    private Decision on(CallId id, Function<Call, Decision> rule) {
        return show.calls().find(id).map(rule).orElse(refuse(Reason.NO_SUCH_CALL));
    }

    /// For what a lock protects from: everything that takes a caller off the air, but for a hang-up
    /// that names them.
    private Decision unlocked(CallId id, Function<Call, Decision> rule) {
        return on(id, call -> call.locked() ? refuse(Reason.LOCKED) : rule.apply(call));
    }

    private Decision real(CallId id, Function<Call, Decision> rule) {
        return on(
                id,
                call -> call.caller().isReal() ? rule.apply(call) : refuse(Reason.NO_SUCH_CALL));
    }

    private Decision onAir(CallId id, Function<Call, Decision> rule) {
        return on(id, call -> call.onAir() ? rule.apply(call) : refuse(Reason.NOT_ON_AIR));
    }

    /// News of a call that is no longer there changes nothing, and is no mistake.
    private Decision news(CallId id, Function<Call, Decision> rule) {
        return show.calls().find(id).map(rule).orElse(accept());
    }
}
