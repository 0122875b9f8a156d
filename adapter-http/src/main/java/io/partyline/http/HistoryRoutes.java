package io.partyline.http;

import io.partyline.port.ControlRoom.Health;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.function.Supplier;

/// What there is to read: the show now, what was said, who called, how the parts are doing.
record HistoryRoutes(
        Control control, String showName, boolean replaces, Supplier<List<Health>> health) {
    record History(List<PastCall> history) {}

    /// @param showId the show whose numbers the lines have
    record Conversation(ShowId showId, List<SpokenLine> conversation) {}

    record Parts(List<Health> health) {}

    record Alive(String status) {}

    void into(Routes routes) {
        routes.get("/api/show", this::show)
                .get("/api/history", _ -> new History(PastCall.all(control.show())))
                .get("/api/conversation", this::conversation)
                .get("/api/health", _ -> new Parts(health.get()))
                .get("/observe/health", _ -> new Alive("UP"));
    }

    private ShowPicture show(Asked asked) {
        return ShowPicture.of(
                control.show(),
                asked.seat(),
                showName,
                replaces,
                control.room().position(),
                control.room().listening().callers().links());
    }

    /// Whoever names a place that is none in this show gets all of it.
    private Conversation conversation(Asked asked) {
        Show now = control.show();
        long since = asked.place("since").filter(place -> place.in(now)).map(Place::seq).orElse(0L);
        return new Conversation(
                now.id(),
                now.conversation().utterances().stream()
                        .filter(said -> said.seq() > since)
                        .map(SpokenLine::of)
                        .toList());
    }
}
