package io.partyline.http;

import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Event;
import io.partyline.show.Mark;
import io.partyline.show.Reason;
import io.partyline.show.Show;
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

    record Visited(Optional<Integer> visit) {}

    record Clipped(String status, String sound) {}

    record Note(Optional<String> note) {}

    record Marked(String status, long atMs, String note) {}

    void into(Routes routes) {
        routes.get("/api/recording", _ -> recording.info())
                .post("/api/recording", this::record)
                .post("/api/recording/clip", this::clip)
                .post("/api/history/{call_sid}/clip", this::clipVisit)
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
        return clipped(recording.clip(Duration.ofSeconds(seconds)));
    }

    private Clipped clipVisit(Asked asked) {
        CallRecord call = past(asked.call());
        int visits = call.visits().all().size();
        int visit = asked.body(Visited.class).visit().orElse(visits);
        if (visits == 0) {
            throw new Problem(409, "That caller was not on the air.");
        }
        if (visit < 1 || visit > visits) {
            throw new Problem(400, "\"visit\" must be between 1 and %d.".formatted(visits));
        }
        return clipped(recording.clip(call, visit));
    }

    private CallRecord past(CallId call) {
        Show show = control.show();
        if (show.call(call).isPresent()) {
            throw new Problem(409, "That call has not ended yet: clip the last seconds instead.");
        }
        return show.history().find(call).orElseThrow(() -> new Problem(Reason.NO_SUCH_CALL));
    }

    private static Clipped clipped(Clip clip) {
        return switch (clip) {
            case Clip.Made(var sound) -> new Clipped("clipped", sound);
            case Clip.Refused(var why) -> throw new Problem(409, why);
        };
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
