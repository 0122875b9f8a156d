package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one way in which a call ends, whoever ended it: the turn of an AI caller ends with its call,
/// and a real call that was heard is followed up if the host wants that.
///
/// @param atSample the show position now
record Endings(Show show, Instant now, long atSample) {
    List<Event> end(Call call, EndedBy by) {
        var events = new ArrayList<Event>();
        turnOf(call, events);
        events.add(new CallEvent.CallEnded(call.id(), by, Optional.of(atSample), now));
        if (wantsFollowUp(call, by)) {
            Duration delay = show.rules().followUpDelay();
            events.add(new FollowUpEvent.FollowUpPlanned(call.id(), now.plus(delay), now));
        }
        return events;
    }

    private void turnOf(Call call, List<Event> events) {
        show.floor()
                .queued()
                .filter(turn -> turn.call().equals(call.id()))
                .ifPresent(turn -> events.add(stopped(turn)));
        show.floor()
                .turn()
                .filter(turn -> turn.call().equals(call.id()))
                .ifPresent(turn -> handOn(call, turn, events));
    }

    private void handOn(Call call, Turn turn, List<Event> events) {
        events.add(stopped(turn));
        show.floor()
                .queued()
                .filter(next -> !next.call().equals(call.id()))
                .ifPresent(next -> events.add(new FloorEvent.TurnGranted(next.begin(now), now)));
    }

    private Event stopped(Turn turn) {
        return new FloorEvent.TurnEnded(turn.id(), TurnOutcome.STOPPED, "", now);
    }

    private boolean wantsFollowUp(Call call, EndedBy by) {
        return show.followUps().auto()
                && call.caller().isReal()
                && call.instants().aired().isPresent()
                && by != EndedBy.BANNED
                && by != EndedBy.SHOW_CLOSED;
    }
}
