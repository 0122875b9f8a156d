package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.ProgramOut;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every way to listeners keeps to, whoever is or is not at its other end.
public abstract class ProgramOutContract {
    /// Half of what the sound lasts: whoever waits takes longer.
    private static final Duration AT_ONCE =
            Duration.ofMillis((long) TickLimits.TICKS * Frames.MILLIS / 2);

    private final float[] frame = new float[Frames.SAMPLES];
    private ProgramOut out = ProgramOut.none();

    /// For subclasses.
    protected ProgramOutContract() {}

    /// One that has not begun. Called once a test.
    protected abstract ProgramOut out();

    @BeforeEach
    void make() {
        out = out();
    }

    @AfterEach
    void close() {
        out.close();
    }

    @Test
    void itsNameHoldsNoSecret() {
        assertFalse(out.name().isBlank());
        assertFalse(out.name().contains(MarkedSecret.MARK));
    }

    @Test
    void nothingIsConnectedBeforeItBegins() {
        out.play(frame);
        assertFalse(out.connected());
        assertTrue(out.listeners().isEmpty());
        assertTrue(out.trouble().isEmpty());
        assertEquals(0, out.lostMs());
    }

    @Test
    void nothingIsConnectedAfterItHasEnded() {
        out.begin();
        out.begin();
        out.end();
        out.end();
        assertTrue(out.trouble().isEmpty());
    }

    @Test
    void whatIsWrongIsASentenceWithoutSecrets() {
        out.begin();
        out.play(frame);
        assertTrue(out.trouble().stream().allMatch(words -> words.endsWith(".")));
        assertTrue(out.trouble().stream().noneMatch(w -> w.contains(MarkedSecret.MARK)));
        assertFalse(out.isOff() && out.trouble().isPresent());
    }

    @Test
    void whoeverPlaysNeverWaits() {
        out.begin();
        out.title("Host with Dave");
        Duration took = TickLimits.took(() -> out.play(frame));
        assertTrue(took.compareTo(AT_ONCE) < 0, "frames took " + took);
    }

    @Test
    void itCanBeClosedTwiceAndWithoutHavingBegun() {
        out.close();
        out.close();
    }
}
