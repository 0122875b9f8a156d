package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every console keeps to, whatever is or is not behind it.
public abstract class ConsoleContract {
    /// What a console under test is opened with.
    protected static final int CHANNELS = 8;

    private static final Duration SOON = Duration.ofMinutes(1);

    /// Half of what the sound lasts: whoever waits takes longer.
    private static final Duration AT_ONCE =
            Duration.ofMillis((long) TickLimits.TICKS * Frames.MILLIS / 2);

    private final float[][] frames = new float[CHANNELS][Frames.SAMPLES];
    private Console console = Console.none();

    /// For subclasses.
    protected ConsoleContract() {}

    /// A console that has not been opened. Called once a test.
    protected abstract Console console();

    @BeforeEach
    void begin() {
        console = console();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void tick() {
        console.play(frames);
    }

    @Test
    void itHasANameBeforeWhileAndAfterItIsOpen() {
        assertFalse(console.name().isBlank());
        console.open(CHANNELS);
        assertFalse(console.name().isBlank());
        console.close();
        assertFalse(console.name().isBlank());
    }

    @Test
    void whatIsWrongWithItIsASentenceAndNothingIsWrongWithNone() {
        console.open(CHANNELS);
        assertTrue(console.trouble().stream().allMatch(words -> words.endsWith(".")));
        assertFalse(console.isOff() && console.trouble().isPresent());
    }

    @Test
    void itOpensWithinSecondsWhateverIsBehindIt() {
        long begun = System.nanoTime();
        console.open(CHANNELS);
        assertTrue(System.nanoTime() - begun < SOON.toNanos());
    }

    @Test
    void noTickWaits() {
        console.open(CHANNELS);
        Duration took = TickLimits.took(this::tick);
        assertTrue(took.compareTo(AT_ONCE) < 0, "ticks took " + took);
    }

    @Test
    void noTickAllocates() {
        console.open(CHANNELS);
        assertEquals(0, TickLimits.allocated(this::tick));
    }

    @Test
    void itCanBeClosedTwiceAndWithoutHavingBeenOpened() {
        console.close();
        console.close();
    }
}
