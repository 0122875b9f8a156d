package io.partyline.http;

import io.partyline.show.AiMode;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The show as a whole: its switches, its follow-ups, and a new one.
record SessionRoutes(Control control) {
    record Mode(String mode) {}

    record Enabled(Boolean enabled) {}

    record FollowUp(String status, Optional<CallId> basedOn) {}

    record Reset(String status, ShowId showId) {}

    /// @param files the names of all that the show has left, as seen from its folder
    record Ended(ShowId showId, List<String> files) {}

    record Start(Optional<Boolean> recording, Optional<Boolean> linesOpen) {}

    record Started(ShowId showId, boolean recording, boolean linesOpen) {}

    void into(Routes routes) {
        routes.post("/api/session/ai-mode", this::mode)
                .post("/api/session/auto-followup", this::autoFollowUp)
                .post("/api/session/end", this::end)
                .post("/api/session/start", this::start)
                .post("/api/session/reset", this::reset)
                .post("/api/followup/generate", this::followUp)
                .post("/api/followup/cancel", this::cancel);
    }

    private Mode mode(Asked asked) {
        Mode wanted = asked.body(Mode.class);
        AiMode mode =
                Arrays.stream(AiMode.values())
                        .filter(known -> ShowWords.of(known).equals(wanted.mode()))
                        .findFirst()
                        .orElseThrow(SessionRoutes::unknownMode);
        control.ask(new FloorCommand.SetAiMode(mode));
        return wanted;
    }

    private static Problem unknownMode() {
        String known =
                Arrays.stream(AiMode.values())
                        .map(ShowWords::of)
                        .collect(Collectors.joining(" or "));
        return new Problem(400, "The field \"mode\" must be %s.".formatted(known));
    }

    private Enabled autoFollowUp(Asked asked) {
        Enabled wanted = asked.body(Enabled.class);
        control.ask(new FollowUpCommand.SetAutoFollowUp(wanted.enabled()));
        return wanted;
    }

    private Ended end(Asked asked) {
        asked.nothing();
        List<String> files = control.room().end();
        return new Ended(control.show().id(), files);
    }

    private Started start(Asked asked) {
        Start wanted = asked.body(Start.class);
        Decision started =
                control.room().start(wanted.recording().orElse(true), wanted.linesOpen());
        if (started instanceof Decision.Refused(var reason)) {
            throw new Problem(reason);
        }
        Show now = control.show();
        return new Started(now.id(), now.recording().wanted(), now.lines().open());
    }

    private Reset reset(Asked asked) {
        asked.nothing();
        control.room().reset();
        return new Reset("reset", control.show().id());
    }

    private FollowUp followUp(Asked asked) {
        asked.nothing();
        return answer("followup_triggered", new FollowUpCommand.FollowUpNow());
    }

    private FollowUp cancel(Asked asked) {
        asked.nothing();
        return answer("followup_cancelled", new FollowUpCommand.CancelFollowUp());
    }

    private FollowUp answer(String status, FollowUpCommand command) {
        return new FollowUp(status, Control.first(control.ask(command), SessionRoutes::basedOn));
    }

    private static Optional<CallId> basedOn(Event event) {
        return switch (event) {
            case FollowUpEvent.FollowUpPlanned planned -> Optional.of(planned.basedOn());
            case FollowUpEvent.FollowUpCancelled cancelled -> Optional.of(cancelled.basedOn());
            case CallEvent.AiCallPlaced placed -> placed.basedOn();
            default -> Optional.empty();
        };
    }
}
