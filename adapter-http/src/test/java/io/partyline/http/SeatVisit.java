package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A studio door with a seat for the host, whose clock a test turns: each [#tick] reads what the
/// host says and writes what they hear.
final class SeatVisit implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    final BrowserSeat seat;
    final Visit visit;
    private final float[] said = new float[Frames.SAMPLES];
    private long position;
    private final float[] played = new float[Frames.SAMPLES];

    SeatVisit() {
        this(new BrowserSeat(), Optional.empty());
    }

    SeatVisit(BrowserSeat seat, Optional<String> password) {
        this.seat = seat;
        visit = new Visit(new ScriptedRoom(), password, seat);
        seat.open();
    }

    SeatClient page() {
        return new SeatClient(visit.at("/"));
    }

    /// A page that sits here.
    SeatClient seated(String tab) {
        SeatClient page = page().sit(tab);
        page.awaitSeat("yours");
        return page;
    }

    /// What the host hears from the next tick on.
    SeatVisit play(float level) {
        Arrays.fill(played, level);
        return this;
    }

    /// Lets 20 ms pass.
    ///
    /// @return what the host has said
    float[] tick() {
        seat.next(visit.room.show().id(), position);
        position += Frames.SAMPLES;
        seat.microphone().read(said);
        seat.monitor().write(played);
        return said;
    }

    /// Lets time pass, a tick at a time, while a page speaks this loud, until the show hears what
    /// fits.
    void tickUntilSaid(SeatClient page, float level, Predicate<float[]> fits) {
        long deadline = System.nanoTime() + SeatClient.SOON.toNanos();
        do {
            assertThat(System.nanoTime()).as("too long in vain").isLessThan(deadline);
            page.speak(level);
            LockSupport.parkNanos(A_MOMENT.toNanos());
        } while (!fits.test(tick()));
    }

    static Predicate<float[]> all(float level) {
        return frame -> {
            for (float sample : frame) {
                if (Math.abs(sample - level) > 1e-4) {
                    return false;
                }
            }
            return true;
        };
    }

    @Override
    public void close() {
        seat.close();
        visit.close();
    }
}
