package io.partyline.show;

import io.partyline.spend.Dollars;
import io.partyline.spend.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The whole show at one moment: an immutable value that every reader can hold on to.
///
/// Built by [#apply] from the events so far, and in no other way. Safe for use by many threads.
///
/// @param seq the number of the last event in it
/// @param recording whether the recorder runs, and the moments that were marked
/// @param spending what models and voices have cost
/// @param notes what the seats have written to each other, in their order
public record Show(
        ShowId id,
        ShowRules rules,
        long seq,
        Instant openedAt,
        Optional<Instant> closedAt,
        Lines lines,
        Calls calls,
        Floor floor,
        FollowUps followUps,
        Conversation conversation,
        History history,
        RecordingState recording,
        Spending spending,
        List<Note> notes) {

    private static final int SAMPLES_A_MS = 48;

    /// The moment before a show is opened.
    ///
    /// @param seq the number of the last event of the shows before
    public static Show before(long seq) {
        return new Show(
                new ShowId("none"),
                ShowRules.DEFAULT,
                seq,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                new Lines(false, Set.of()),
                Calls.NONE,
                Floor.FREE,
                FollowUps.OFF,
                Conversation.EMPTY,
                History.EMPTY,
                RecordingState.ON,
                Spending.NONE,
                List.of());
    }

    public boolean open() {
        return closedAt.isEmpty();
    }

    public Optional<Call> call(CallId id) {
        return calls.find(id);
    }

    /// The mood of the host, as far as it is known.
    public HostMood mood() {
        return conversation.mood();
    }

    /// What was said while a call was on the air, by everybody who was heard then. Where in the
    /// show it was said decides: the clock on the wall and the mixer's count are never the same.
    public List<Utterance> transcript(CallRecord call) {
        return conversation.during(call.visits());
    }

    /// Where in the show an instant lies if nothing better is known: by the clock on the wall, in
    /// samples at 48 kHz from show zero. A show that goes on after a restart begins to sound there.
    public long positionAt(Instant at) {
        return Duration.between(openedAt, at).toMillis() * SAMPLES_A_MS;
    }

    /// The show one event later.
    public Show apply(Event event) {
        return switch (event) {
            case ShowEvent change -> applied(change);
            case CallEvent change -> applied(change);
            case FloorEvent change ->
                    next(lines, after(change), floor.apply(change), followUps)
                            .heard(conversation.apply(change, seq + 1));
            case FollowUpEvent change -> next(lines, calls, floor, followUps.apply(change));
            case MusicEvent _ -> next(lines, calls, floor, followUps);
        };
    }

    private Show applied(ShowEvent event) {
        return switch (event) {
            case ShowEvent.ShowOpened opened -> opened(opened);
            case ShowEvent.ShowResumed _,
                    ShowEvent.ShowStoodStill _,
                    ShowEvent.LoudnessMeasured _,
                    ShowEvent.ProgramDumped _ ->
                    next(lines, calls, floor, followUps);
            case ShowEvent.ShowClosed(var at) ->
                    next(lines.set(false), calls, floor, followUps.none()).closed(at);
            case ShowEvent.LinesSet(var open, _) -> next(lines.set(open), calls, floor, followUps);
            case ShowEvent.BanSet(var print, var banned, _) ->
                    next(banned ? lines.ban(print) : lines.allow(print), calls, floor, followUps);
            case ShowEvent.RecordingStopped _, ShowEvent.RecordingSet _, ShowEvent.MomentMarked _ ->
                    next(lines, calls, floor, followUps).recorded(recording.apply(event));
            case ShowEvent.NoteWritten(var text, var by, var at) ->
                    next(lines, calls, floor, followUps)
                            .noted(Note.and(notes, new Note(text, by, false, at)));
            case ShowEvent.NotesRead _ ->
                    next(lines, calls, floor, followUps).noted(Note.read(notes));
            case ShowEvent.EventsLost lost -> without(lost.count() - 1);
            case ShowEvent.Spent spent ->
                    next(lines, calls, floor, followUps).spent(spending.plus(row(spent)));
        };
    }

    private Show applied(CallEvent recorded) {
        CallEvent event = placed(recorded);
        Lines after = after(event);
        boolean followed =
                event instanceof CallEvent.AiCallPlaced placed && placed.basedOn().isPresent();
        Floor left =
                event instanceof CallEvent.CallEnded ended ? floor.without(ended.call()) : floor;
        return next(after, calls.apply(event), left, followed ? followUps.none() : followUps)
                .remembered(history.apply(event, calls));
    }

    private Lines after(CallEvent event) {
        return switch (event) {
            case CallEvent.CallerBanned banned -> lines.ban(banned.fingerprint());
            case CallEvent.CallTurnedAway away -> lines.turnAway(away.call(), away.reason());
            default -> lines;
        };
    }

    /// Old journals don't say where in the show a call came on, was put back, broke and ended.
    private CallEvent placed(CallEvent event) {
        return switch (event) {
            case CallEvent.CallAired(var id, var sample, var at) when sample.isEmpty() ->
                    new CallEvent.CallAired(id, Optional.of(positionAt(at)), at);
            case CallEvent.CallEnded(var id, var by, var sample, var at) when sample.isEmpty() ->
                    new CallEvent.CallEnded(id, by, Optional.of(positionAt(at)), at);
            case CallEvent.CallHeld(var id, var since, var sample, var at) when sample.isEmpty() ->
                    new CallEvent.CallHeld(id, since, Optional.of(positionAt(at)), at);
            case CallEvent.LegLost(var id, var sample, var at) when sample.isEmpty() ->
                    new CallEvent.LegLost(id, Optional.of(positionAt(at)), at);
            default -> event;
        };
    }

    private Show opened(ShowEvent.ShowOpened event) {
        return new Show(
                event.show(),
                event.rules(),
                seq + 1,
                event.at(),
                Optional.empty(),
                new Lines(false, event.banned()),
                Calls.NONE,
                Floor.FREE,
                FollowUps.OFF,
                Conversation.EMPTY,
                History.EMPTY,
                RecordingState.ON,
                Spending.NONE,
                List.of());
    }

    private Calls after(FloorEvent change) {
        return change instanceof FloorEvent.TurnEnded(var id, var outcome, _, _)
                ? floor.turn()
                        .filter(turn -> turn.id().equals(id))
                        .map(turn -> calls.spoke(turn, outcome))
                        .orElse(calls)
                : calls;
    }

    /// The show so many numbers and one later, of which nothing is known.
    private Show without(long missing) {
        return with(next -> next.seq = seq + 1 + missing);
    }

    private Show next(Lines lines, Calls calls, Floor floor, FollowUps followUps) {
        return with(next -> {
            next.seq = seq + 1;
            next.lines = lines;
            next.calls = calls;
            next.floor = floor;
            next.followUps = followUps;
        });
    }

    private Show heard(Conversation now) {
        return with(next -> next.conversation = now);
    }

    private Show remembered(History now) {
        return with(next -> next.history = now);
    }

    private Show closed(Instant at) {
        return with(next -> next.closedAt = Optional.of(at));
    }

    private Show recorded(RecordingState now) {
        return with(next -> next.recording = now);
    }

    private Show noted(List<Note> now) {
        return with(next -> next.notes = now);
    }

    private Show spent(Spending now) {
        return with(next -> next.spending = now);
    }

    private static Spending.Row row(ShowEvent.Spent spent) {
        return new Spending.Row(
                spent.provider(), spent.unit(), spent.amount(), new Dollars(spent.nanodollars()));
    }

    private Show with(Consumer<Change> change) {
        var next = new Change(this);
        change.accept(next);
        return next.made();
    }

    /// A show in the making: the last one, until a field is set.
    private static final class Change {
        private final Show last;
        private long seq;
        private Optional<Instant> closedAt;
        private Lines lines;
        private Calls calls;
        private Floor floor;
        private FollowUps followUps;
        private Conversation conversation;
        private History history;
        private RecordingState recording;
        private Spending spending;
        private List<Note> notes;

        private Change(Show last) {
            this.last = last;
            seq = last.seq;
            closedAt = last.closedAt;
            lines = last.lines;
            calls = last.calls;
            floor = last.floor;
            followUps = last.followUps;
            conversation = last.conversation;
            history = last.history;
            recording = last.recording;
            spending = last.spending;
            notes = last.notes;
        }

        private Show made() {
            return new Show(
                    last.id,
                    last.rules,
                    seq,
                    last.openedAt,
                    closedAt,
                    lines,
                    calls,
                    floor,
                    followUps,
                    conversation,
                    history,
                    recording,
                    spending,
                    notes);
        }
    }
}
