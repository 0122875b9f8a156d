package io.partyline.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the recording of a show stands.
///
/// @param wanted whether the host wants the show recorded; a pause is silence in the stems, which
///   stay as long as the show
/// @param problem why the recorder gave up, if it did
/// @param marks the moments that were marked, in their order
public record RecordingState(boolean wanted, Optional<String> problem, List<Mark> marks) {
    /// The most marks that are kept at hand; of more, the oldest stand in the journal alone.
    static final int MOST_MARKS = 500;

    /// As every show begins.
    static final RecordingState ON = new RecordingState(true, Optional.empty(), List.of());

    public RecordingState {
        marks = List.copyOf(marks);
    }

    /// Whether sound is being kept.
    public boolean runs() {
        return wanted && problem.isEmpty();
    }

    RecordingState apply(ShowEvent event) {
        return switch (event) {
            case ShowEvent.RecordingSet set -> new RecordingState(set.on(), problem, marks);
            case ShowEvent.RecordingStopped stopped ->
                    new RecordingState(wanted, Optional.of(stopped.why()), marks);
            case ShowEvent.MomentMarked(var note, var where, var at) ->
                    new RecordingState(wanted, problem, and(new Mark(note, where, at)));
            case ShowEvent.ShowOpened _,
                    ShowEvent.ShowResumed _,
                    ShowEvent.ShowStoodStill _,
                    ShowEvent.ShowClosed _,
                    ShowEvent.LinesSet _,
                    ShowEvent.LoudnessMeasured _,
                    ShowEvent.BanSet _,
                    ShowEvent.EventsLost _,
                    ShowEvent.ProgramDumped _,
                    ShowEvent.NoteWritten _,
                    ShowEvent.NotesRead _,
                    ShowEvent.Spent _ ->
                    this;
        };
    }

    private List<Mark> and(Mark mark) {
        var more = new ArrayList<>(marks);
        more.add(mark);
        return more.subList(Math.max(0, more.size() - MOST_MARKS), more.size());
    }
}
