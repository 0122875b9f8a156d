package io.partyline.studio;

import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.show.Call;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.Turn;
import java.util.Optional;
import java.util.function.Supplier;

/// What the host says to the AI callers, until the answer is worded.
///
/// @param show as it stands at the end
record ChatErrand(Supplier<Show> show) implements Outcomes.Errand<Turn, ChatOutcome> {
    @Override
    public Optional<Turn> begun(Event event) {
        return switch (event) {
            case FloorEvent.TurnGranted granted -> Optional.of(granted.turn());
            case FloorEvent.TurnQueued queued -> Optional.of(queued.turn());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<ChatOutcome> ended(Turn turn, Event event) {
        return switch (event) {
            case FloorEvent.ReplyWritten written when written.turn().equals(turn.id()) ->
                    Optional.of(new ChatOutcome.Answered(turn, name(turn), written.text()));
            case FloorEvent.TurnEnded ended when ended.turn().equals(turn.id()) ->
                    Optional.of(new ChatOutcome.Failed(why(ended)));
            default -> Optional.empty();
        };
    }

    private String name(Turn turn) {
        return show.get().call(turn.call()).map(Call::caller).map(c -> c.name()).orElse("");
    }

    private static String why(FloorEvent.TurnEnded ended) {
        return ended.problem().isEmpty() ? "The AI caller was stopped." : ended.problem();
    }

    @Override
    public ChatOutcome refused(Reason reason) {
        return new ChatOutcome.Refused(reason);
    }

    @Override
    public ChatOutcome nothing() {
        return new ChatOutcome.Failed("Nobody answered.");
    }

    @Override
    public ChatOutcome late() {
        return new ChatOutcome.Failed("The AI caller did not answer in time.");
    }
}
