package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatTest {
    private final Line line =
            new Line(
                    1,
                    new Dialled("CA1", "wss://show.example/stream", Map.of()),
                    Account.MADE_UP,
                    new Party(Long.MAX_VALUE, 0));
    private final Seat seat = new Seat(line);

    @Test
    void whoIsLockedIsNotHeldAgainBeforeTheyAreUnlocked() {
        seat.done(Deed.TAKE, 0);
        seat.done(Deed.LOCK, 0);
        assertThat(seat.fits(Deed.HOLD, 0)).isFalse();
        assertThat(seat.fits(Deed.HANG_UP, 0)).isTrue();
        seat.done(Deed.UNLOCK, 0);
        assertThat(seat.fits(Deed.HOLD, 0)).isTrue();
    }

    @Test
    void whoIsMutedHearsAndIsNotHeard() {
        seat.done(Deed.TAKE, 0);
        assertThat(seat.heard()).isTrue();
        seat.done(Deed.MUTE, 0);
        assertThat(seat.heard()).isFalse();
        assertThat(seat.onAir()).isTrue();
    }

    @Test
    void aDropIsUndoneOnlyWhileThereIsTime() {
        seat.done(Deed.DROP, 0);
        assertThat(seat.mayEnd()).isTrue();
        assertThat(seat.fits(Deed.UNDO, 2_000_000_000L)).isTrue();
        assertThat(seat.fits(Deed.UNDO, 4_000_000_000L)).isFalse();
    }

    @Test
    void whoeverIsHungUpHoldsTheirChannelUntilTheyAreGone() {
        seat.done(Deed.TAKE, 0);
        seat.done(Deed.HANG_UP, 0);
        assertThat(seat.onAir()).isFalse();
        assertThat(seat.holdsChannel()).isTrue();
    }
}
