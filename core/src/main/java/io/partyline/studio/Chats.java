package io.partyline.studio;

import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.port.EventFeed;
import io.partyline.show.Call;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.Turn;
import io.partyline.studio.run.Feed;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Says something to the AI callers for the host, and waits for the answer.
final class Chats {
    private final ShowThread show;
    private final Feed feed;

    Chats(ShowThread show, Feed feed) {
        this.show = show;
        this.feed = feed;
    }

    ChatOutcome chat(FloorCommand.HostSays said, Duration limit) {
        Show before = show.show();
        return switch (show.ask(said)) {
            case Decision.Refused(var reason) -> new ChatOutcome.Refused(reason);
            case Decision.Accepted(var events) ->
                    turn(events)
                            .map(turn -> answer(turn, before, limit))
                            .orElse(new ChatOutcome.Failed("Nobody answered."));
        };
    }

    private static Optional<Turn> turn(List<Event> events) {
        return events.stream().flatMap(event -> turn(event).stream()).findFirst();
    }

    private static Optional<Turn> turn(Event event) {
        return switch (event) {
            case FloorEvent.TurnGranted granted -> Optional.of(granted.turn());
            case FloorEvent.TurnQueued queued -> Optional.of(queued.turn());
            default -> Optional.empty();
        };
    }

    private ChatOutcome answer(Turn turn, Show before, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try (EventFeed events = feed.from(before.id(), before.seq())) {
            while (System.nanoTime() < deadline) {
                Optional<ChatOutcome> answer =
                        events.next(Duration.ofNanos(deadline - System.nanoTime()))
                                .flatMap(told -> answer(turn, told.entry().event()));
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        return new ChatOutcome.Failed("The AI caller did not answer in time.");
    }

    private Optional<ChatOutcome> answer(Turn turn, Event event) {
        return switch (event) {
            case FloorEvent.ReplyWritten written when written.turn().equals(turn.id()) ->
                    Optional.of(new ChatOutcome.Answered(turn, name(turn), written.text()));
            case FloorEvent.TurnEnded ended when ended.turn().equals(turn.id()) ->
                    Optional.of(new ChatOutcome.Failed(why(ended)));
            default -> Optional.empty();
        };
    }

    private String name(Turn turn) {
        return show.show().call(turn.call()).map(Call::caller).map(c -> c.name()).orElse("");
    }

    private static String why(FloorEvent.TurnEnded ended) {
        return ended.problem().isEmpty() ? "The AI caller was stopped." : ended.problem();
    }
}
