package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Cast;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.HostSeat;
import io.partyline.port.LanguageModel;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.show.ShowRules;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A show's clock, its host's seat and its console: how they go together, and what the host is told
/// of them.
class SoundHealthTest {
    private final HandClock clock = new HandClock();
    private final HandConsole console = new HandConsole();

    private Studio open(HostSeat seat, Console channels) {
        return Studio.open(
                new Equipment(
                        Telephony.off(),
                        clock,
                        seat,
                        channels,
                        Transcriber.off(),
                        LanguageModel.off(),
                        new ToneVoice(),
                        new MemoryJournal(),
                        new MemoryStems(),
                        new MemoryCallerBook()),
                new ShowPlan(
                        ShowRules.DEFAULT,
                        new Cast(List.of()),
                        true,
                        HeldCallerHears.BED,
                        false,
                        true,
                        InstantSource.system(),
                        System::nanoTime,
                        new Random(7)));
    }

    /// After one more tick, so that the clock does not stand still.
    private Optional<Health> health(Studio studio, String part) {
        clock.crank();
        return studio.health().stream().filter(health -> health.part().equals(part)).findFirst();
    }

    @Test
    void theHostIsHeardOnChannelOneInTheVeryTickInWhichTheySpeak() {
        var seat = new HandSeat();
        try (Studio _ = open(seat, console)) {
            clock.crank(3);
            Arrays.fill(seat.spoken(), 0.25f);
            clock.crank();
            assertThat(console.channel(1)).containsOnly(0.25f);
            assertThat(console.channel(2)).containsOnly(0);
            assertThat(seat.heard()).containsOnly(0);
        }
    }

    @Test
    void whatIsWrongWithTheSeatOrTheConsoleIsSaid() {
        var seat = new HandSeat();
        try (Studio studio = open(seat, console)) {
            assertThat(health(studio, "sound card"))
                    .contains(
                            new Health("sound card", Health.State.FINE, "In use: worked by hand."));
            assertThat(health(studio, "console").map(Health::state)).contains(Health.State.FINE);
            seat.trouble(Optional.of("The microphone is gone."));
            console.trouble(Optional.of("The loopback is gone."));
            assertThat(health(studio, "sound card"))
                    .contains(
                            new Health(
                                    "sound card", Health.State.TROUBLE, "The microphone is gone."));
            assertThat(health(studio, "console"))
                    .contains(new Health("console", Health.State.TROUBLE, "The loopback is gone."));
        }
    }

    @Test
    void aShowWithoutAConsoleHasNoSuchPart() {
        try (Studio studio = open(HostSeat.none(), Console.none())) {
            assertThat(health(studio, "console")).isEmpty();
            assertThat(health(studio, "sound card").map(Health::state)).contains(Health.State.FINE);
        }
    }

    @Test
    void aSeatThatThrowsIsSilenceAndSaidAndTheConsoleMissesNothing() {
        var seat =
                new HandSeat(frame -> {
                    Arrays.fill(frame, 0, Frames.SAMPLES, 0.5f);
                    throw new IllegalStateException("a fault of a seat");
                });
        try (Studio studio = open(seat, console)) {
            clock.crank(4);
            assertThat(clock.faults()).isZero();
            assertThat(console.channel(1)).containsOnly(0);
            assertThat(studio.position()).isPositive();
            assertThat(health(studio, "sound card").map(Health::detail))
                    .contains(
                            "5 frames of the host's sound or the console's were lost to a fault.");
        }
    }
}
