package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.HostSeat;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A show's clock, its host's seat and its console: how they go together, and what the host is told
/// of them.
class SoundHealthTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HandClock clock = new HandClock();
    private final HandConsole console = new HandConsole();
    private final RehearsalRoom room = new RehearsalRoom().clock(clock);
    private Optional<Studio> opened = Optional.empty();

    private Studio open(HostSeat seat, Console channels) {
        return open(room.seat(seat).console(channels));
    }

    private Studio open(RehearsalRoom room) {
        Studio studio = room.open();
        opened = Optional.of(studio);
        return studio;
    }

    @AfterEach
    void close() {
        clock.letRun();
        opened.ifPresent(Studio::close);
    }

    /// After one more tick, so that the clock does not stand still.
    private Optional<Health> health(Studio studio, String part) {
        clock.crank();
        return studio.health().stream().filter(health -> health.part().equals(part)).findFirst();
    }

    @Test
    void theHostIsHeardOnChannelOneInTheVeryTickInWhichTheySpeak() {
        var seat = new HandSeat();
        open(seat, console);
        clock.crank(3);
        Arrays.fill(seat.spoken(), 0.25f);
        clock.crank();
        assertThat(console.channel(1)).containsOnly(0.25f);
        assertThat(console.channel(2)).containsOnly(0);
        assertThat(seat.heard()).containsOnly(0);
    }

    @Test
    void whatIsWrongWithTheSeatOrTheConsoleIsSaid() {
        var seat = new HandSeat();
        Studio studio = open(seat, console);
        assertThat(health(studio, "sound card"))
                .contains(new Health("sound card", Health.State.FINE, "In use: worked by hand."));
        assertThat(health(studio, "console").map(Health::state)).contains(Health.State.FINE);
        seat.trouble(Optional.of("The microphone is gone."));
        console.trouble(Optional.of("The loopback is gone."));
        assertThat(health(studio, "sound card"))
                .contains(
                        new Health("sound card", Health.State.TROUBLE, "The microphone is gone."));
        assertThat(health(studio, "console"))
                .contains(new Health("console", Health.State.TROUBLE, "The loopback is gone."));
    }

    @Test
    void soundThatACallerMissedIsTroubleOfThePhone() {
        var network = new HandTelephony();
        var handset = new HandHandset();
        Studio studio = open(room.telephony(network));
        network.reportTo(studio);
        assertThat(health(studio, "phone").map(Health::state)).contains(Health.State.FINE);
        studio.ring(DAVE, CallerNumber.WITHHELD);
        assertThat(studio.connect(DAVE, handset)).isPresent();
        handset.sticks();
        waitFor(() -> health(studio, "phone").orElseThrow().state() == Health.State.TROUBLE);
        handset.moves();
        assertThat(health(studio, "phone").map(Health::detail).orElseThrow())
                .contains(" ms of sound did not reach a caller in time");
    }

    private static void waitFor(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aShowWithoutAConsoleHasNoSuchPart() {
        Studio studio = open(HostSeat.none(), Console.none());
        assertThat(health(studio, "console")).isEmpty();
        assertThat(health(studio, "sound card").map(Health::state)).contains(Health.State.FINE);
    }

    @Test
    void aSeatThatThrowsIsSilenceAndSaidAndTheConsoleMissesNothing() {
        var seat =
                new HandSeat(frame -> {
                    Arrays.fill(frame, 0, Frames.SAMPLES, 0.5f);
                    throw new IllegalStateException("a fault of a seat");
                });
        Studio studio = open(seat, console);
        clock.crank(4);
        assertThat(clock.faults()).isZero();
        assertThat(console.channel(1)).containsOnly(0);
        assertThat(studio.position()).isPositive();
        assertThat(health(studio, "sound card").map(Health::detail))
                .contains("5 frames of the host's sound or the console's were lost to a fault.");
    }
}
