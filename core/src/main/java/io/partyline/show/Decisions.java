package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;

/// The rules of the show: what may be done, and what happens if it is.
///
/// Pure: the answer depends on the arguments alone. New ids are made from the number of the last
/// event and the show's id, so they never repeat, not in another show either, where something late
/// could be taken for something new; and they are the same when the show is replayed.
public final class Decisions {
    private Decisions() {}

    /// Answers one command.
    ///
    /// @param now the instant that the events will carry
    /// @param atSample the show position now, in samples at 48 kHz from show zero
    public static Decision decide(Show show, Command command, Instant now, long atSample) {
        if (!show.open()) {
            return command instanceof ShowCommand.OpenShow open
                    ? ShowDecisions.open(open, now)
                    : afterTheEnd(show, command, now, atSample);
        }
        return new ProducerTalks(show, now).endedBy(decided(show, command, now, atSample));
    }

    private static Decision decided(Show show, Command command, Instant now, long atSample) {
        return switch (command) {
            case ShowCommand wanted -> new ShowDecisions(show, now, atSample).decide(wanted);
            case CallCommand wanted -> new CallDecisions(show, now, atSample).decide(wanted);
            case FloorCommand wanted -> new FloorDecisions(show, now, atSample).decide(wanted);
            case FollowUpCommand wanted -> new FollowUpDecisions(show, now).decide(wanted);
            case MusicCommand report -> new MusicDecisions(now).decide(report);
        };
    }

    /// What was on its way when the show was closed still arrives; nothing new begins.
    private static Decision afterTheEnd(Show show, Command command, Instant now, long atSample) {
        return switch (command) {
            case CallCommand.FileSummary late ->
                    new CallDecisions(show, now, atSample).decide(late);
            case CallCommand.CloseStem late -> new CallDecisions(show, now, atSample).decide(late);
            case FloorCommand.Hear late -> new FloorDecisions(show, now, atSample).decide(late);
            case FloorCommand.Speak late -> new FloorDecisions(show, now, atSample).decide(late);
            case ShowCommand.ReportDump late when late.unheard() > 0 ->
                    new ShowDecisions(show, now, atSample).decide(late);
            case ShowCommand.PassTime _, CallCommand.CallerGone _ -> accept();
            default -> refuse(Reason.SHOW_CLOSED);
        };
    }
}
