package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import io.partyline.spend.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for the show as a whole.
///
/// @param atSample the show position now
record ShowDecisions(Show show, Instant now, long atSample) {
    static Decision open(ShowCommand.OpenShow wanted, Instant now) {
        return accept(
                new ShowEvent.ShowOpened(wanted.show(), wanted.rules(), wanted.banned(), now),
                new ShowEvent.LinesSet(wanted.linesOpen(), now));
    }

    Decision decide(ShowCommand command) {
        return switch (command) {
            case ShowCommand.OpenShow _ -> refuse(Reason.SHOW_OPEN);
            case ShowCommand.ResumeShow _ -> new Decision.Accepted(resume());
            case ShowCommand.CloseShow _ -> new Decision.Accepted(close());
            case ShowCommand.SetLines(var open) ->
                    open == show.lines().open()
                            ? accept()
                            : accept(new ShowEvent.LinesSet(open, now));
            case ShowCommand.SetBan(var fingerprint, var banned) ->
                    banned == show.lines().banned().contains(fingerprint)
                            ? accept()
                            : accept(new ShowEvent.BanSet(fingerprint, banned, now));
            case ShowCommand.ReportRecordingStopped(var why) ->
                    show.recording().problem().isPresent()
                            ? accept()
                            : accept(new ShowEvent.RecordingStopped(why, now));
            case ShowCommand.ReportDump dumped -> dump(dumped);
            case ShowCommand.SetRecording(var on) ->
                    on == show.recording().wanted()
                            ? accept()
                            : accept(new ShowEvent.RecordingSet(on, atSample, now));
            case ShowCommand.MarkMoment(var note) ->
                    accept(
                            new ShowEvent.MomentMarked(
                                    PhoneNumbers.hidden(note.strip()), atSample, now));
            case ShowCommand.WriteNote(var text, var by) ->
                    accept(new ShowEvent.NoteWritten(PhoneNumbers.hidden(text.strip()), by, now));
            case ShowCommand.PutNotesAway _ ->
                    show.notes().stream().allMatch(Note::read)
                            ? accept()
                            : accept(new ShowEvent.NotesRead(now));
            case ShowCommand.ReportSpending(var rows) -> new Decision.Accepted(spent(rows));
            case ShowCommand.ReportLoudness(var loudness) ->
                    accept(new ShowEvent.LoudnessMeasured(loudness, now));
            case ShowCommand.PassTime _ ->
                    new Decision.Accepted(new Deadlines(show).due(now, atSample));
            case ShowCommand.WakeUp(var away) -> new Decision.Accepted(wakeUp(away));
            case ShowCommand.Reconcile(var asked, var alive, var by) ->
                    new Decision.Accepted(reconcile(asked, alive, by));
        };
    }

    /// What was dumped before the show began to sound is none of its own.
    private Decision dump(ShowCommand.ReportDump dumped) {
        long from = Math.max(0, dumped.from());
        return dumped.to() <= from
                ? accept()
                : accept(
                        new ShowEvent.ProgramDumped(
                                from,
                                dumped.to(),
                                Math.min(dumped.unheard(), dumped.to() - from),
                                dumped.panic(),
                                now));
    }

    private List<Event> spent(List<Spending.Row> rows) {
        return rows.stream()
                .<Event>map(row ->
                        new ShowEvent.Spent(
                                row.provider(), row.unit(), row.amount(), row.cost().nanos(), now))
                .toList();
    }

    private List<Event> close() {
        var events = new ArrayList<Event>();
        endTurn(events);
        for (Call call : show.calls().live().values()) {
            events.add(ended(call, EndedBy.SHOW_CLOSED, atSample));
        }
        if (show.lines().open()) {
            events.add(new ShowEvent.LinesSet(false, now));
        }
        events.add(new ShowEvent.ShowClosed(now));
        return events;
    }

    private Event ended(Call call, EndedBy by, long where) {
        return new CallEvent.CallEnded(call.id(), by, Optional.of(where), now);
    }

    /// Voices and models are gone with the program that ran them; people are still on the line. The
    /// mixer has begun to count anew, so the clock says where in the show this is.
    private List<Event> resume() {
        var events = new ArrayList<Event>();
        events.add(new ShowEvent.ShowResumed(now));
        endTurn(events);
        show.calls()
                .ai()
                .forEach(ai -> events.add(ended(ai, EndedBy.RESTART, show.positionAt(now))));
        show.calls().real().forEach(call -> lose(call, events));
        for (var closing : show.calls().closing().entrySet()) {
            events.add(new CallEvent.ChannelFreed(closing.getValue(), closing.getKey(), now));
        }
        planAgain(events);
        return events;
    }

    /// Whoever was to choose a follow-up is gone with the program, too.
    private void planAgain(List<Event> events) {
        show.followUps()
                .pending()
                .filter(p -> p.choice().isEmpty())
                .ifPresent(p ->
                        events.add(new FollowUpEvent.FollowUpPlanned(p.basedOn(), p.due(), now)));
    }

    private void lose(Call call, List<Event> events) {
        if (call.stage() instanceof Stage.Taking) {
            events.add(new CallEvent.TakeFailed(call.id(), "The program was restarted.", now));
        }
        events.add(CallEvent.LegLost.of(call, show.positionAt(now), now));
    }

    private void endTurn(List<Event> events) {
        show.floor().queued().ifPresent(turn -> events.add(stopped(turn)));
        show.floor().turn().ifPresent(turn -> events.add(stopped(turn)));
    }

    private Event stopped(Turn turn) {
        return new FloorEvent.TurnEnded(turn.id(), TurnOutcome.STOPPED, "", now);
    }

    /// Nobody could be found in that time, so whoever was looked for is looked for from now on. The
    /// legs tell themselves whether they are gone.
    private List<Event> wakeUp(Duration away) {
        var events = new ArrayList<Event>();
        events.add(new ShowEvent.ShowStoodStill(away, now));
        show.calls()
                .real()
                .filter(call ->
                        call.stage() instanceof Stage.Ringing
                                || isLookedFor(call)
                                || isTakenOnTheWayBack(call))
                .forEach(call -> events.add(CallEvent.LegLost.of(call, atSample, now)));
        return events;
    }

    private List<Event> reconcile(Instant asked, Set<CallId> alive, EndedBy by) {
        var events = new ArrayList<Event>();
        show.calls()
                .real()
                .filter(call -> missing(call) && call.instants().rang().isBefore(asked))
                .forEach(call -> {
                    if (!alive.contains(call.id())) {
                        events.addAll(new Endings(show, now, atSample).end(call, by));
                    } else if (isLookedFor(call)) {
                        events.add(new CallEvent.CallHeld(call.id(), call.waitingSince(), now));
                    }
                });
        return events;
    }

    /// Whether nobody but the carrier can say what has become of this call. One that rings is still
    /// being greeted, unless it was cut off in that.
    private static boolean missing(Call call) {
        return !call.marks().leg()
                && !(call.stage() instanceof Stage.Ringing && call.marks().lostSince().isEmpty());
    }

    private static boolean isLookedFor(Call call) {
        return call.stage() instanceof Stage.Reconnecting
                || (call.held() && call.marks().lostSince().isPresent());
    }

    private static boolean isTakenOnTheWayBack(Call call) {
        return call.stage() instanceof Stage.Taking && call.marks().lostSince().isPresent();
    }
}
