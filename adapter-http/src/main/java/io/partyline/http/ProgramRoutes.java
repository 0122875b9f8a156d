package io.partyline.http;

import io.partyline.audio.delay.ProgramDelay;
import io.partyline.port.Transmitter;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.ShowEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The program on its way to listeners: the stream, the delay, and what takes the last words back.
record ProgramRoutes(Control control) {
    private static final int MS = 1_000;

    /// What the host may change.
    ///
    /// @param stream `on` or `off`
    /// @param delayTargetS 0 to 40 seconds
    record Wanted(Optional<String> stream, Optional<Double> delayTargetS) {}

    /// How it stands, as routes and feed tell it.
    ///
    /// @param stream `on` or `off`
    /// @param url without the password; empty if no stream is set up
    /// @param connected whether the server takes it now
    /// @param delayS by how much listeners are late
    /// @param safe whether the delay holds as much as a dump takes
    /// @param state what the delay does of itself: `steady`, `filling`, `draining`, `jingle` or
    ///   `ending`
    /// @param lostS how much of the program was sent to nobody
    /// @param problem a sentence for the host
    record ProgramPicture(
            String stream,
            Optional<String> url,
            boolean connected,
            OptionalLong listeners,
            double delayS,
            double delayTargetS,
            double dumpS,
            boolean safe,
            ProgramDelay.Phase state,
            double lostS,
            Optional<String> problem) {
        static ProgramPicture of(Transmitter.Status now) {
            return new ProgramPicture(
                    now.on() ? "on" : "off",
                    now.setUp() ? Optional.of(now.name()) : Optional.empty(),
                    now.connected(),
                    now.listeners(),
                    seconds(now.delay()),
                    seconds(now.target()),
                    seconds(now.dump()),
                    now.safe(),
                    now.phase(),
                    now.lostMs() / (double) MS,
                    now.trouble());
        }

        private static double seconds(Duration time) {
            return time.toMillis() / (double) MS;
        }
    }

    /// What was taken back.
    ///
    /// @param fromMs where it begins, from show zero
    /// @param toMs where it ends
    /// @param unheardS how much of it no listener has heard
    /// @param program how it stands then
    record Dumped(String status, long fromMs, long toMs, double unheardS, ProgramPicture program) {}

    void into(Routes routes) {
        routes.get("/api/program", _ -> picture());
        routes.put("/api/program", this::change);
        routes.post("/api/program/dump", asked -> dumped(asked, "dumped", desk()::dump));
        routes.post("/api/program/panic", asked -> dumped(asked, "panic", desk()::panic));
    }

    private Transmitter desk() {
        return control.room().transmitter();
    }

    private ProgramPicture picture() {
        return ProgramPicture.of(desk().status());
    }

    /// Everything is looked at before anything is changed.
    private ProgramPicture change(Asked asked) {
        Wanted wanted = asked.body(Wanted.class);
        Optional<Boolean> on = wanted.stream().map(ProgramRoutes::on);
        Optional<Duration> delay = wanted.delayTargetS().map(ProgramRoutes::delay);
        delay.flatMap(desk()::delay).ifPresent(ProgramRoutes::refuse);
        on.flatMap(desk()::stream).ifPresent(ProgramRoutes::refuse);
        return picture();
    }

    private static boolean on(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new Problem(400, "The field \"stream\" is \"on\" or \"off\".");
        };
    }

    private static Duration delay(double seconds) {
        if (!(seconds >= 0 && seconds <= ProgramDelay.LONGEST.toSeconds())) {
            throw new Problem(400, "The field \"delay_target_s\" is a number from 0 to 40.");
        }
        return Duration.ofMillis(Math.round(seconds * MS));
    }

    private static void refuse(String why) {
        throw new Problem(409, why);
    }

    private Dumped dumped(Asked asked, String status, Taking taking) {
        asked.nothing();
        return switch (taking.take()) {
            case Decision.Refused(var reason) -> throw new Problem(reason);
            case Decision.Accepted(var events) -> dumped(status, events);
        };
    }

    /// Nothing of a show has been heard yet if there is no event.
    private Dumped dumped(String status, List<Event> events) {
        return Control.first(events, ProgramRoutes::event)
                .map(event ->
                        new Dumped(
                                status,
                                SpokenLine.millis(event.from()),
                                SpokenLine.millis(event.to()),
                                SpokenLine.millis(event.unheard()) / (double) MS,
                                picture()))
                .orElseGet(() -> new Dumped(status, 0, 0, 0, picture()));
    }

    private static Optional<ShowEvent.ProgramDumped> event(Event event) {
        return event instanceof ShowEvent.ProgramDumped dumped
                ? Optional.of(dumped)
                : Optional.empty();
    }

    @FunctionalInterface
    private interface Taking {
        Decision take();
    }
}
