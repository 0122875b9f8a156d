package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Cast;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.LanguageModel;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowRules;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A text on the AI channel belongs to the show in which it was asked for.
class AnnouncementTest {
    private static final long LIMIT_NANOS = 10_000_000_000L;

    /// What lies ready of a voice, and one tick more.
    private static final int FADE = 11;

    /// Spoken for more than a minute.
    private static final String LONG = "Good evening. ".repeat(100);

    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final MemoryStems stems = new MemoryStems();
    private final Studio studio =
            Studio.open(
                    new Equipment(
                            Telephony.off(),
                            clock,
                            seat,
                            Console.none(),
                            Transcriber.off(),
                            LanguageModel.off(),
                            new ToneVoice(),
                            new MemoryJournal(),
                            stems,
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

    @AfterEach
    void close() {
        studio.ask(new ShowCommand.CloseShow());
        clock.crank();
        studio.close();
    }

    @Test
    void itEndsWithItsShow() {
        assertThat(studio.speak(LONG, "low")).isEmpty();
        waitFor(this::isHeard);
        whileCranking(studio::reset);
        clock.crank(FADE);
        for (int i = 0; i < FADE; i++) {
            awaitTheDisk();
            assertThat(isHeard()).isFalse();
        }
    }

    @Test
    void noneIsSpokenBetweenTwoShows() {
        studio.ask(new ShowCommand.CloseShow());
        assertThat(studio.speak("Hello.", "low")).contains(Reason.SHOW_CLOSED.sentence());
    }

    private boolean isHeard() {
        clock.crank();
        return Frames.rms(seat.heard(), Frames.SAMPLES) > 0;
    }

    /// Waits until all that was mixed has been written down, which leaves a voice the time to go
    /// on.
    private void awaitTheDisk() {
        waitFor(() -> length("01_Host") >= studio.position());
    }

    private int length(String stem) {
        return stems.samples(studio.show().id(), stem).map(samples -> samples.length).orElse(0);
    }

    private static void waitFor(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void whileCranking(Runnable work) {
        Thread worker = Thread.ofPlatform().start(work);
        waitFor(() -> {
            clock.crank();
            return !worker.isAlive();
        });
    }
}
