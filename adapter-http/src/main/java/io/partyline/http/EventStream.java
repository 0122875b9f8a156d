package io.partyline.http;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// One reader of the event feed: every event behind a number, the levels ten times a second, how
/// the program is on its way, who is here, how the voicemail stands and what is tried of the house
/// whenever that changes, and a sign of life. For one thread.
final class EventStream {
    private static final Duration METERS = Duration.ofMillis(100);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// The event that tells a reader to start again.
    private static final String RESTART = "restart";

    private final ControlRoom room;
    private final Presence presence;
    private final Optional<Trials> trials;
    private final EventLines lines;
    private final BooleanSupplier closed;

    /// The show that the reader follows; the next one as soon as it opens.
    private ShowId show;

    private boolean cutOff;
    private long metersAt;
    private Optional<ProgramRoutes.ProgramPicture> program = Optional.empty();
    private Optional<Presence.Seats> seats = Optional.empty();
    private Optional<VoicemailRoutes.News> voicemail = Optional.empty();
    private Optional<Trials.News> tried = Optional.empty();
    private long heartbeatAt;

    /// The levels, and how loud the program is, as the dashboard reads them.
    record Meters(List<ControlRoom.Level> levels, LoudnessRoutes.Meter loudness) {}

    /// Tells a reader to read the whole show again, because events are missing.
    record Restart(long seq, ShowId showId) {}

    /// The type of every numbered event that a reader may get.
    static List<String> types() {
        return Stream.concat(FeedJson.types().stream(), Stream.of(RESTART)).toList();
    }

    /// @param trials what is tried of the house; none for a reader who is not told
    EventStream(
            ControlRoom room,
            Presence presence,
            Optional<Trials> trials,
            EventLines lines,
            BooleanSupplier closed) {
        this.room = room;
        this.presence = presence;
        this.trials = trials;
        this.lines = lines;
        this.closed = closed;
        this.show = room.show().id();
    }

    /// Writes until the reader goes, the door is closed or the feed cuts the reader off.
    void run(Place after) throws IOException {
        metersAt = System.nanoTime();
        heartbeatAt = metersAt;
        Show now = room.show();
        show = now.id();
        long from = after.in(now) ? after.seq() : restart(now);
        try (EventFeed feed = room.events(show, from)) {
            while (!closed.getAsBoolean() && !cutOff) {
                regulars();
                Optional<EventFeed.Told> next = next(feed);
                if (next.isPresent()) {
                    tell(next.get());
                }
            }
        }
    }

    /// What comes late for a show that the reader has left moves nobody's place.
    private void tell(EventFeed.Told told) throws IOException {
        if (told.entry().event() instanceof ShowEvent.ShowOpened) {
            show = told.show();
        }
        if (told.show().equals(show)) {
            lines.event(told);
        } else {
            lines.aside(told);
        }
    }

    /// A reader who was cut off is told so, and the stream ends in good order, so that they get to
    /// read it; they come back behind the place that they were told.
    private Optional<EventFeed.Told> next(EventFeed feed) throws IOException {
        try {
            return feed.next(untilMeters());
        } catch (IllegalStateException _) {
            restart(room.show());
            cutOff = true;
            return Optional.empty();
        }
    }

    private long restart(Show now) throws IOException {
        lines.placed(Place.of(now), RESTART, new Restart(now.seq(), now.id()));
        return now.seq();
    }

    private void regulars() throws IOException {
        long now = System.nanoTime();
        if (now - heartbeatAt >= 0) {
            heartbeatAt = now + HEARTBEAT.toNanos();
            lines.heartbeat();
        }
        if (now - metersAt >= 0) {
            metersAt = now + METERS.toNanos();
            lines.unnumbered(
                    "meters",
                    new Meters(
                            room.levels(), LoudnessRoutes.Meter.of(room.listening().loudness())));
            program();
            seats();
            voicemail();
            tried();
        }
    }

    /// How the program is on its way, whenever that has changed.
    private void program() throws IOException {
        var now = ProgramRoutes.ProgramPicture.of(room.transmitter().status());
        if (!program.equals(Optional.of(now))) {
            program = Optional.of(now);
            lines.unnumbered("program", now);
        }
    }

    /// Who else is here, whenever that has changed.
    private void seats() throws IOException {
        var now = presence.now();
        if (!seats.equals(Optional.of(now))) {
            seats = Optional.of(now);
            lines.unnumbered("seats", now);
        }
    }

    /// How the voicemail stands, whenever that has changed.
    private void voicemail() throws IOException {
        var now = VoicemailRoutes.News.of(room.voicemail());
        if (!voicemail.equals(Optional.of(now))) {
            voicemail = Optional.of(now);
            lines.unnumbered("voicemail", now);
        }
    }

    /// What is tried of the house, whenever that has changed.
    private void tried() throws IOException {
        Optional<Trials.News> now = trials.map(Trials::now);
        if (now.isPresent() && !tried.equals(now)) {
            tried = now;
            lines.unnumbered("trial", now.get());
        }
    }

    private Duration untilMeters() {
        return Duration.ofNanos(Math.max(0, metersAt - System.nanoTime()));
    }
}
