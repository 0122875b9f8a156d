package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.studio.Studio;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A text on the AI channel belongs to the show in which it was asked for.
class AnnouncementTest {
    private static final long LIMIT_NANOS = 60_000_000_000L;

    /// What lies ready of a voice, and one tick more.
    private static final int FADE = 11;

    /// Spoken for more than a minute.
    private static final String LONG = "Good evening. ".repeat(100);

    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final RehearsalRoom room =
            new RehearsalRoom().clock(clock).seat(seat).voice(new Overheard());
    private final Studio studio = room.open();

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
    void aTextIsSpokenAsPeopleSayIt() {
        assertThat(studio.speak("**Only** $5 ☎", "low")).isEmpty();
        waitFor(() -> !spoken.isEmpty());
        assertThat(spoken).containsExactly("Only five dollars");
    }

    @Test
    void aTextOfWhichNothingCanBeSaidIsNone() {
        assertThat(studio.speak("** ☎ **", "low")).contains(Reason.NOTHING_SAID.sentence());
        assertThat(spoken).isEmpty();
    }

    @Test
    void noneIsSpokenBetweenTwoShows() {
        studio.ask(new ShowCommand.CloseShow());
        assertThat(studio.speak("Hello.", "low")).contains(Reason.SHOW_CLOSED.sentence());
    }

    /// A voice that notes what it is to say.
    private final class Overheard implements SpeechSynthesizer {
        private final ToneVoice voice = new ToneVoice();

        @Override
        public String name() {
            return voice.name();
        }

        @Override
        public List<String> voices() {
            return voice.voices();
        }

        @Override
        public SpeechStream speak(String text, String name) {
            spoken.add(text);
            return voice.speak(text, name);
        }
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
        return room.stems()
                .samples(studio.show().id(), stem)
                .map(samples -> samples.length)
                .orElse(0);
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
