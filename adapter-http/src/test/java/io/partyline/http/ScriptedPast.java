package io.partyline.http;

import io.partyline.port.Archive;
import io.partyline.port.PastShows;
import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One show that is over, and one that is still being summed up.
final class ScriptedPast implements PastShows {
    static final ShowId FRIDAY = new ShowId("friday");
    static final ShowId SATURDAY = new ShowId("saturday");

    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");

    private final List<PastShow> shows =
            new ArrayList<>(
                    List.of(
                            new PastShow(
                                    SATURDAY,
                                    OPENED,
                                    Optional.empty(),
                                    Duration.ofSeconds(1),
                                    0,
                                    List.of()),
                            new PastShow(
                                    FRIDAY,
                                    OPENED,
                                    Optional.of(OPENED.plusSeconds(90)),
                                    Duration.ofSeconds(90),
                                    2,
                                    List.of(
                                            new Archive.Left("notes.md", 40),
                                            new Archive.Left("stems/00_Mix.wav", 1_000)))));

    @Override
    public List<PastShow> all() {
        return List.copyOf(shows);
    }

    @Override
    public boolean knows(ShowId show) {
        return shows.stream().anyMatch(past -> past.id().equals(show));
    }

    @Override
    public Optional<Reason> delete(ShowId show) {
        if (show.equals(SATURDAY)) {
            return Optional.of(Reason.STILL_NEEDED);
        }
        return shows.removeIf(past -> past.id().equals(show))
                ? Optional.empty()
                : Optional.of(Reason.NO_SUCH_SHOW);
    }
}
