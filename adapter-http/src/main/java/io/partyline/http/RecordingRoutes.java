package io.partyline.http;

import io.partyline.show.Event;
import io.partyline.show.Mark;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import java.time.Duration;
import java.util.Optional;

/// The recording: what it holds, a pause in it, and moments to find again.
record RecordingRoutes(Control control, RecordedShow recording) {
    /// What is cut off the end if nobody says how much.
    private static final int SECONDS = 30;

    private static final int MOST_SECONDS = 600;

    record Wanted(Boolean recording) {}

    record Cut(Optional<Integer> seconds) {}

    record Clipped(String status, String sound) {}

    record Note(Optional<String> note) {}

    record Marked(String status, long atMs, String note) {}

    void into(Routes routes) {
        routes.get("/api/recording", _ -> recording.info())
                .post("/api/recording", this::record)
                .post("/api/recording/clip", this::clip)
                .post("/api/marks", this::mark);
    }

    private RecordingInfo record(Asked asked) {
        control.ask(new ShowCommand.SetRecording(asked.body(Wanted.class).recording()));
        return recording.info();
    }

    private Clipped clip(Asked asked) {
        int seconds = asked.body(Cut.class).seconds().orElse(SECONDS);
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new Problem(400, "\"seconds\" must be between 1 and %d.".formatted(MOST_SECONDS));
        }
        return recording
                .clip(Duration.ofSeconds(seconds))
                .map(sound -> new Clipped("clipped", sound))
                .orElseThrow(() -> new Problem(409, "Nothing of this show is recorded yet."));
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
