package io.partyline.http;

import io.partyline.show.Event;
import io.partyline.show.Mark;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import java.util.Optional;
import java.util.function.Supplier;

/// The recording: what it holds, a pause in it, and moments to find again.
record RecordingRoutes(Control control, Supplier<RecordingInfo> recording) {
    record Wanted(Boolean recording) {}

    record Note(Optional<String> note) {}

    record Marked(String status, long atMs, String note) {}

    void into(Routes routes) {
        routes.get("/api/recording", _ -> recording.get())
                .post("/api/recording", this::record)
                .post("/api/marks", this::mark);
    }

    private RecordingInfo record(Asked asked) {
        control.ask(new ShowCommand.SetRecording(asked.body(Wanted.class).recording()));
        return recording.get();
    }

    private Marked mark(Asked asked) {
        String note = Texts.written("note", asked.body(Note.class).note().orElse(""), Mark.LONGEST);
        return Control.first(control.ask(new ShowCommand.MarkMoment(note)), RecordingRoutes::marked)
                .orElseThrow();
    }

    private static Optional<Marked> marked(Event event) {
        return event instanceof ShowEvent.MomentMarked(var note, var where, _)
                ? Optional.of(new Marked("marked", SpokenLine.millis(where), note))
                : Optional.empty();
    }
}
