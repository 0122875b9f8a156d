package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.CallerSound;
import io.partyline.show.HowLoud;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// A whole studio on a clock that is turned: what is done to a caller's voice, and how loud the
/// program was.
class HowLoudItWasTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final int SECOND = 50;
    private static final double TONE = 500;
    private static final double LEVEL = 0.02;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// As far as the recorder may be behind, in frames: half of what a tape holds.
    private static final int BEHIND = 50;

    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final RehearsalRoom room = new RehearsalRoom().clock(clock).seat(seat);
    private ShowId show = new ShowId("none");
    private boolean ending;
    private long sent;
    private Optional<CallLeg> leg = Optional.empty();

    /// Not faster than what is heard is recorded.
    private void tick() {
        leg.ifPresent(this::hum);
        clock.crank();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (recorded() < (clock.turns() - BEHIND) * Frames.SAMPLES) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(50_000);
        }
    }

    private long recorded() {
        return ending ? Long.MAX_VALUE : room.stems().length(show, "00_Mix");
    }

    /// A hum that comes and goes like syllables.
    private void hum(CallLeg to) {
        var samples = new float[Frames.PHONE_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) sent++ / Frames.PHONE_RATE;
            double syllable = Math.pow(Math.sin(2 * Math.PI * 2.5 * time), 2);
            samples[i] = (float) (LEVEL * syllable * Math.sin(2 * Math.PI * TONE * time));
        }
        var codes = new byte[samples.length];
        Mulaw.encode(samples, 0, codes, 0, codes.length);
        to.fromCaller(codes, 0, codes.length);
    }

    private void run(double seconds) {
        for (int i = 0; i < seconds * SECOND; i++) {
            tick();
        }
    }

    private <T> T meanwhile(CompletableFuture<T> work) throws Exception {
        while (!work.isDone()) {
            tick();
        }
        return work.get();
    }

    private void connect(Studio studio) {
        leg = Optional.of(studio.connect(DAVE, new HandHandset()).orElseThrow());
    }

    private void take(Studio studio) throws Exception {
        assertThat(meanwhile(CompletableFuture.supplyAsync(() -> studio.take(DAVE))))
                .isInstanceOf(TakeOutcome.OnAir.class);
    }

    private static double loud(float[] sound, double from, double to) {
        float[] part =
                Arrays.copyOfRange(sound, (int) (from * Frames.RATE), (int) (to * Frames.RATE));
        return Frames.decibels(Frames.rms(part, part.length));
    }

    private float[] stem(ShowId show, String name) {
        return room.stems().samples(show, name).orElseThrow();
    }

    @Test
    void theVoiceThatListenersHearIsWorkedOnAndTheStemIsNot() throws Exception {
        Studio studio = room.callersSound(CallerSound.RADIO).open();
        show = studio.show().id();
        double taken;
        double back;
        double trimmed;
        try (studio) {
            studio.ring(DAVE, CallerNumber.WITHHELD);
            connect(studio);
            take(studio);
            taken = studio.position() / (double) Frames.RATE;
            run(12);
            studio.ask(new CallCommand.Hold(DAVE));
            run(2);
            leg.orElseThrow().lost();
            leg = Optional.empty();
            run(1);
            connect(studio);
            take(studio);
            back = studio.position() / (double) Frames.RATE;
            run(4);
            trimmed = studio.position() / (double) Frames.RATE;
            studio.ask(new CallCommand.SetTrim(DAVE, -6));
            run(4);
            ending = true;
            meanwhile(CompletableFuture.runAsync(studio::end));
        }
        float[] dry = stem(show, "03_Caller-1");
        float[] mix = stem(show, "00_Mix");
        double asItCame = loud(dry, taken + 8, taken + 12);
        double asHeard = loud(mix, taken + 8, taken + 12);
        assertThat(asHeard - asItCame).as("raised").isBetween(10.0, 18.5);
        assertThat(loud(dry, back + 1, back + 3)).isCloseTo(asItCame, within(1.5));
        assertThat(loud(mix, back + 0.4, back + 1.2))
                .as("as loud as before on another line, at once")
                .isCloseTo(asHeard, within(1.5));
        assertThat(loud(mix, trimmed + 1, trimmed + 3)).isCloseTo(asHeard - 6, within(1.5));
        assertThat(loud(dry, trimmed + 1, trimmed + 3)).isCloseTo(asItCame, within(1.5));
    }

    @Test
    void howLoudAShowWasIsKeptWhenItEndsAndStandsInItsMix() throws Exception {
        Studio studio = room.open();
        show = studio.show().id();
        for (int i = 0; i < Frames.SAMPLES; i++) {
            seat.spoken()[i] = (float) (0.1 * Math.sin(2 * Math.PI * 1_000 * i / Frames.RATE));
        }
        try (studio) {
            run(10);
            assertThat(studio.listening().loudness().integrated()).isCloseTo(-23, within(0.2));
            assertThat(studio.listening().loudness().momentary()).isCloseTo(-23, within(0.2));
            ending = true;
            meanwhile(CompletableFuture.runAsync(studio::end));
            assertThat(studio.listening().loudness().integrated()).isCloseTo(-23, within(0.2));
        }
        HowLoud measured =
                room.journal().replay(show).stream()
                        .map(entry -> entry.event())
                        .filter(ShowEvent.LoudnessMeasured.class::isInstance)
                        .map(event -> ((ShowEvent.LoudnessMeasured) event).loudness())
                        .findFirst()
                        .orElseThrow();
        assertThat(measured.fromSample()).isZero();
        assertThat(measured.integrated()).isCloseTo(-23, within(0.2));
        assertThat(measured.truePeak()).isCloseTo(-20, within(0.2));
        assertThat(room.stems().measured(show, "00_Mix").orElseThrow().integrated())
                .isCloseTo(-23, within(0.2));
        assertThat(room.stems().measured(show, "01_Host")).isEmpty();
    }

    /// The meter of a program that was started again knows only what came since.
    @Test
    void aShowThatWentOnAfterARestartSaysFromWhereItWasMeasuredAndClaimsNothingOfItsMix()
            throws Exception {
        Studio first = room.open();
        ShowId show = first.show().id();
        first.leave();
        var clock = new HandClock();
        Studio second =
                room.clock(clock)
                        .seat(
                                new HandSeat(frame -> {
                                    for (int i = 0; i < Frames.SAMPLES; i++) {
                                        frame[i] =
                                                (float)
                                                        (0.1
                                                                * Math.sin(
                                                                        2
                                                                                * Math.PI
                                                                                * 1_000
                                                                                * i
                                                                                / Frames.RATE));
                                    }
                                    return true;
                                }))
                        .open();
        try (second) {
            clock.crank(5 * SECOND);
            var ending = CompletableFuture.runAsync(second::end);
            while (!ending.isDone()) {
                clock.crank();
            }
            ending.get();
        }
        assertThat(room.journal().replay(show))
                .extracting(entry -> entry.event())
                .filteredOn(ShowEvent.LoudnessMeasured.class::isInstance)
                .hasSize(1);
        assertThat(room.stems().measured(show, "00_Mix")).isEmpty();
    }
}
