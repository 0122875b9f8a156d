package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every host's seat keeps to, whatever is or is not behind it.
public abstract class HostSeatContract {
    private static final Duration SOON = Duration.ofMinutes(1);

    /// Half of what the sound lasts: whoever waits takes longer.
    private static final Duration AT_ONCE =
            Duration.ofMillis((long) TickLimits.TICKS * Frames.MILLIS / 2);

    private final float[] frame = new float[Frames.SAMPLES];
    private HostSeat seat = HostSeat.none();

    /// For subclasses.
    protected HostSeatContract() {}

    /// A seat that has not been opened. Called once a test.
    protected abstract HostSeat seat();

    @BeforeEach
    void begin() {
        seat = seat();
    }

    @AfterEach
    void close() {
        seat.close();
    }

    private void tick() {
        seat.microphone().read(frame);
        seat.monitor().write(frame);
    }

    @Test
    void itHasANameBeforeWhileAndAfterItIsOpen() {
        assertFalse(seat.name().isBlank());
        seat.open();
        assertFalse(seat.name().isBlank());
        seat.close();
        assertFalse(seat.name().isBlank());
    }

    @Test
    void whatIsWrongWithItIsASentence() {
        seat.open();
        assertTrue(seat.trouble().stream().allMatch(words -> words.endsWith(".")));
    }

    @Test
    void itOpensWithinSecondsWhateverIsBehindIt() {
        long begun = System.nanoTime();
        seat.open();
        assertTrue(System.nanoTime() - begun < SOON.toNanos());
    }

    @Test
    void aFrameIsReadWholeWithSilenceWhereThereIsNothing() {
        seat.open();
        Arrays.fill(frame, Float.NaN);
        boolean anything = seat.microphone().read(frame);
        for (float sample : frame) {
            assertTrue(Math.abs(sample) <= (anything ? 1 : 0), "a sample of " + sample);
        }
    }

    @Test
    void noTickWaits() {
        seat.open();
        Duration took = TickLimits.took(this::tick);
        assertTrue(took.compareTo(AT_ONCE) < 0, "ticks took " + took);
    }

    @Test
    void noTickAllocates() {
        seat.open();
        assertEquals(0, TickLimits.allocated(this::tick));
    }

    @Test
    void itCanBeClosedTwiceAndWithoutHavingBeenOpened() {
        seat.close();
        seat.close();
    }
}
