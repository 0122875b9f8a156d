package io.partyline.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The right to speak, as far as AI callers are concerned: one turn at a time.
///
/// @param turn who has the floor
/// @param queued who gets it as soon as the turn before has ended
/// @param over the turns that ended last, in order: words of them that were heard may still arrive
/// @param spoke when each AI caller last finished a turn
/// @param times how long each turn that was heard took to begin, in order
/// @param panel what the AI callers have in mind while others speak
/// @param worded the turn whose words were written last
public record Floor(
        AiMode mode,
        boolean muted,
        Optional<Turn> turn,
        Optional<Turn> queued,
        List<Turn> over,
        Map<CallId, Instant> spoke,
        List<TurnTimes> times,
        Panel panel,
        Optional<TurnId> worded) {

    /// A voice fades and a telephone hangs up within a second, in which no more than this end.
    private static final int MOST_OVER = 8;

    static final Floor FREE =
            new Floor(
                    AiMode.MANUAL,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Panel.QUIET,
                    Optional.empty());

    public Floor {
        over = List.copyOf(over);
        spoke = Map.copyOf(spoke);
        times = List.copyOf(times);
    }

    /// How long the answers of this show took.
    public AnswerTimes answerTimes() {
        return new AnswerTimes(times);
    }

    /// Whether it is known already what is said in a turn.
    public boolean worded(Turn one) {
        return worded.filter(one.id()::equals).isPresent();
    }

    boolean holds(TurnId id) {
        return turn.filter(current -> current.id().equals(id)).isPresent();
    }

    /// The turn of that id, if it has the floor or is one of the last that had it.
    Optional<Turn> recent(TurnId id) {
        return Stream.concat(turn.stream(), over.stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    Floor apply(FloorEvent event) {
        return switch (event) {
            case FloorEvent.TurnQueued(var next, _) -> turns(turn, Optional.of(next));
            case FloorEvent.TurnGranted(var granted, _) ->
                    turns(Optional.of(granted), queued.filter(q -> !q.id().equals(granted.id())))
                            .with(panel.granted(granted));
            case FloorEvent.TurnStopped _ -> turns(turn.map(Turn::stop), queued);
            case FloorEvent.TurnInterrupted _ ->
                    turns(turn.map(Turn::stop), queued)
                            .with(turn.map(panel::interrupted).orElse(panel));
            case FloorEvent.TurnTimed(_, var took, _) -> timed(took);
            case FloorEvent.TurnEnded end -> ended(end);
            case FloorEvent.AiModeSet(var now, _) ->
                    new Floor(now, muted, turn, queued, over, spoke, times, panel, worded);
            case FloorEvent.AiMuteSet(var now, _) ->
                    new Floor(mode, now, turn, queued, over, spoke, times, panel, worded);
            case FloorEvent.JumpInWeighed weighed -> with(panel.decided(weighed));
            case FloorEvent.CueGiven(var call, var text, var at) ->
                    with(panel.cued(call, new Cue(text, at)));
            case FloorEvent.EagernessSet(var now, _) -> with(panel.eager(now));
            case FloorEvent.ReplyWritten(var written, _, _) ->
                    new Floor(
                            mode,
                            muted,
                            turn,
                            queued,
                            over,
                            spoke,
                            times,
                            panel,
                            Optional.of(written));
            case FloorEvent.UtteranceSpoken _, FloorEvent.HostMoodSet _ -> this;
        };
    }

    private Floor ended(FloorEvent.TurnEnded end) {
        if (!holds(end.turn())) {
            return turns(turn, queued.filter(next -> !next.id().equals(end.turn())));
        }
        var later = new HashMap<>(spoke);
        turn.ifPresent(ended -> later.put(ended.call(), end.at()));
        Panel after = turn.map(ended -> panel.ended(ended, end)).orElse(panel);
        return new Floor(
                mode, muted, Optional.empty(), queued, longer(), later, times, after, worded);
    }

    private List<Turn> longer() {
        var longer = new ArrayList<>(over);
        turn.ifPresent(longer::add);
        return longer.subList(Math.max(0, longer.size() - MOST_OVER), longer.size());
    }

    private Floor timed(TurnTimes took) {
        var longer = new ArrayList<>(times);
        longer.add(took);
        return new Floor(mode, muted, turn, queued, over, spoke, longer, panel, worded);
    }

    private Floor with(Panel now) {
        return new Floor(mode, muted, turn, queued, over, spoke, times, now, worded);
    }

    /// The same when somebody's call has ended.
    Floor without(CallId call) {
        return with(panel.without(call));
    }

    private Floor turns(Optional<Turn> now, Optional<Turn> next) {
        return new Floor(mode, muted, now, next, over, spoke, times, panel, worded);
    }
}
