package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an audience may see of the show: who is on the air, what about, and since when. No numbers,
/// no queue, nothing that was noted down, and nothing that can be pressed.
///
/// @param showName how the show is called
record StageRoutes(Control control, String showName) {
    /// @param endedAt when the show ended; none while it runs
    /// @param positionMs how long the show has been running on its own clock
    record Stage(
            String showName,
            Instant startedAt,
            Optional<Instant> endedAt,
            long positionMs,
            List<OnStage> onAir) {}

    /// Somebody on the air.
    ///
    /// @param kind `real` or `ai`
    /// @param topic what they want to say, if that is known; none of an AI caller
    record OnStage(String name, String kind, Optional<String> topic, Instant since) {
        static OnStage of(Call call) {
            return new OnStage(
                    call.caller().name(),
                    call.caller() instanceof Caller.Real ? "real" : "ai",
                    Optional.of(call.card().point()).filter(point -> !point.isBlank()),
                    call.stage().since());
        }
    }

    void into(Routes routes) {
        routes.get("/api/stage", _ -> stage(control.show()));
    }

    private Stage stage(Show show) {
        return new Stage(
                showName,
                show.openedAt(),
                show.closedAt(),
                SpokenLine.millis(control.room().position()),
                show.calls().onAir().map(OnStage::of).toList());
    }
}
