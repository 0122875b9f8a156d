package io.partyline.http;

import io.partyline.audio.delay.ProgramDelay;
import io.partyline.port.Transmitter;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A stream of which a test says how it goes.
final class ScriptedTransmitter implements Transmitter {
    private static final int SECOND = 48_000;

    private final Function<Command, Decision> show;
    private boolean setUp = true;
    private boolean on = true;
    private Duration target = Duration.ofSeconds(7);
    private Optional<String> trouble = Optional.empty();

    ScriptedTransmitter(Function<Command, Decision> show) {
        this.show = show;
    }

    synchronized void isNotSetUp() {
        setUp = false;
        on = false;
    }

    synchronized void breaks(String why) {
        trouble = Optional.of(why);
    }

    @Override
    public synchronized Status status() {
        return new Status(
                setUp,
                on,
                on && trouble.isEmpty(),
                "icecast://radio.example:8000/live",
                on ? OptionalLong.of(12) : OptionalLong.empty(),
                Duration.ofMillis(6_500),
                target,
                Duration.ofSeconds(3),
                setUp,
                ProgramDelay.Phase.FILLING,
                1_240,
                trouble);
    }

    @Override
    public synchronized Optional<String> stream(boolean wanted) {
        if (!setUp && wanted) {
            return Optional.of("No stream is set up.");
        }
        on = wanted;
        return Optional.empty();
    }

    @Override
    public synchronized Optional<String> delay(Duration wanted) {
        target = wanted;
        return setUp ? Optional.empty() : Optional.of("No stream is set up.");
    }

    @Override
    public Decision dump() {
        return show.apply(
                new ShowCommand.ReportDump(10L * SECOND, 13L * SECOND, 2L * SECOND, false));
    }

    @Override
    public Decision panic() {
        return setUp
                ? show.apply(
                        new ShowCommand.ReportDump(10L * SECOND, 17L * SECOND, 7L * SECOND, true))
                : new Decision.Refused(Reason.NO_STREAM);
    }
}
