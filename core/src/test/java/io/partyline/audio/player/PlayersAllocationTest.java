package io.partyline.audio.player;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.Garbage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whatever is pressed, the audio thread makes no garbage of it.
class PlayersAllocationTest {
    private static final int TICKS = 6_000;

    private final Deck deck = new Deck();
    private final Carts carts = new Carts();
    private final Loop bed = new Loop(new float[12_345]);
    private final float[] frame = new float[Frames.SAMPLES];
    private long mixed;

    private long run() {
        long bytes = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            press(tick);
            bytes += Garbage.of(this::play);
            mixed += Frames.SAMPLES;
        }
        return bytes;
    }

    private void play() {
        deck.read(frame, mixed);
        carts.read(frame, mixed);
        bed.read(frame);
    }

    private void press(int tick) {
        if (tick % 37 == 0) {
            deck.play(looped(), Duration.ofMillis(500 + tick % 1_000));
        }
        if (tick % 11 == 0) {
            carts.fire(looped());
        }
        if (tick % 101 == 0) {
            carts.stopAll();
            deck.stop(Duration.ofMillis(100));
        }
        deck.volume(tick % 50 / 50f);
    }

    private static Reel looped() {
        Reel reel = Reels.unfinished(Reels.counted(3_000));
        reel.loop(true);
        reel.seam();
        reel.write(Reels.counted(2_000), 0, 2_000);
        reel.finish();
        return reel;
    }

    @Test
    void noTickAllocatesAnything() {
        run();
        run();
        assertThat(Garbage.least(this::run)).isZero();
    }
}
