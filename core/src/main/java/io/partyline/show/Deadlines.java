package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happens by itself when time passes.
///
/// The show keeps no timers. Every waiting thing has its instant in the show, so the next one is
/// always known, also after a restart.
public record Deadlines(Show show) {
    /// How long a caller can be asked before they are held to be asked no more, whatever has become
    /// of the screener: longer than a carrier takes to come for a question and bring the answer.
    private static final Duration SCREENING_LIMIT = Duration.ofMinutes(3);

    /// When something happens next, if nothing else does before.
    public Optional<Instant> next() {
        Optional<Instant> next = sooner(ofFollowUp(), ofTurn());
        next = sooner(next, new MoodDecisions(show, Instant.EPOCH).ends());
        for (Call call : show.calls().live().values()) {
            next = sooner(next, sooner(of(call), ofScreening(call)));
        }
        return next;
    }

    private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.orElseThrow().isAfter(other.orElseThrow()) ? other : one;
    }

    /// What is due at `now`, as events: one behind the other, each as the show has become by those
    /// before. After a restart much may be due at once.
    ///
    /// @param atSample the show position then
    List<Event> due(Instant now, long atSample) {
        var events = new ArrayList<Event>();
        Show then = show;
        for (CallId call : show.calls().live().keySet()) {
            then = happen(then, new Deadlines(then).ofCall(call, now, atSample), events);
        }
        then = happen(then, new Deadlines(then).ofMood(now), events);
        then = happen(then, new Deadlines(then).ofTurn(now, atSample), events);
        events.addAll(new Deadlines(then).ofFollowUp(now));
        return events;
    }

    private static Show happen(Show before, List<Event> due, List<Event> events) {
        events.addAll(due);
        Show then = before;
        for (Event event : due) {
            then = then.apply(event);
        }
        return then;
    }

    private List<Event> ofCall(CallId id, Instant now, long atSample) {
        Optional<Call> live = show.call(id);
        if (live.isEmpty()) {
            return List.of();
        }
        Call call = live.get();
        if (isDue(of(call), now)) {
            return expire(call, now, atSample);
        }
        return isDue(ofScreening(call), now)
                ? List.of(new CallEvent.ScreeningEnded(id, Card.Screening.FAILED, now))
                : List.of();
    }

    private List<Event> ofMood(Instant now) {
        var mood = new MoodDecisions(show, now);
        return isDue(mood.ends(), now) ? List.of(mood.over()) : List.of();
    }

    private List<Event> ofTurn(Instant now, long atSample) {
        return isDue(ofTurn(), now) ? expireTurn(now, atSample) : List.of();
    }

    private List<Event> ofFollowUp(Instant now) {
        return ofFollowUp()
                .filter(at -> isDue(Optional.of(at), now))
                .flatMap(_ -> show.followUps().pending())
                .map(pending -> new FollowUpDecisions(show, now).due(pending))
                .orElse(List.of());
    }

    private static boolean isDue(Optional<Instant> at, Instant now) {
        return at.filter(instant -> !now.isBefore(instant)).isPresent();
    }

    private Optional<Instant> of(Call call) {
        ShowRules rules = show.rules();
        return switch (call.stage()) {
            case Stage.Leaving leaving -> Optional.of(leaving.since().plus(rules.undo()));
            case Stage.Taking taking -> Optional.of(taking.since().plus(rules.takeLimit()));
            case Stage.Reconnecting lost -> Optional.of(lost.since().plus(rules.reconnect()));
            case Stage.Ringing ringing ->
                    Optional.of(
                            call.marks()
                                    .lostSince()
                                    .orElse(ringing.since())
                                    .plus(rules.lostWait()));
            case Stage.Held _ -> call.marks().lostSince().map(at -> at.plus(rules.lostWait()));
            case Stage.OnAir _ -> Optional.empty();
        };
    }

    private static Optional<Instant> ofScreening(Call call) {
        return call.card()
                .askedAt()
                .filter(_ -> call.card().asking())
                .map(at -> at.plus(SCREENING_LIMIT));
    }

    private List<Event> expire(Call call, Instant now, long atSample) {
        return switch (call.stage()) {
            case Stage.Leaving _ -> end(call, leaving(call), now, atSample);
            case Stage.Taking _ when call.caller().isReal() -> List.of(takeFailed(call, now));
            case Stage.Reconnecting _ -> giveChannelBack(call, now);
            case Stage.Taking _, Stage.Ringing _, Stage.Held _ ->
                    end(call, EndedBy.LOST, now, atSample);
            case Stage.OnAir _ -> List.of();
        };
    }

    private static EndedBy leaving(Call call) {
        return call.letGo() ? EndedBy.HOST : EndedBy.DROPPED;
    }

    private List<Event> end(Call call, EndedBy by, Instant now, long atSample) {
        return new Endings(show, now, atSample).end(call, by);
    }

    private static Event takeFailed(Call call, Instant now) {
        return new CallEvent.TakeFailed(call.id(), "The caller could not be reached in time.", now);
    }

    /// They keep their place in the queue for as long as the carrier may still bring them back.
    private static List<Event> giveChannelBack(Call call, Instant now) {
        return List.of(
                new CallEvent.CallHeld(call.id(), call.waitingSince(), now),
                new CallEvent.LegLost(call.id(), now));
    }

    private Optional<Instant> ofTurn() {
        return show.floor().turn().map(turn -> turn.since().plus(show.rules().turnLimit()));
    }

    private List<Event> expireTurn(Instant now, long atSample) {
        Decision over =
                show.floor()
                        .turn()
                        .map(turn ->
                                new FloorDecisions(show, now, atSample)
                                        .decide(
                                                new FloorCommand.EndTurn(
                                                        turn.id(),
                                                        TurnOutcome.FAILED,
                                                        "The AI caller took too long.")))
                        .orElse(Decision.accept());
        return over instanceof Decision.Accepted(var events) ? events : List.of();
    }

    private Optional<Instant> ofFollowUp() {
        return show.followUps()
                .pending()
                .filter(p -> !p.offered() && p.choice().isPresent())
                .map(FollowUps.Pending::due);
    }
}
