package io.partyline.audio.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartsTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Carts carts = new Carts();
    private final float[] frame = new float[Frames.SAMPLES];
    private long mixed;

    private float[] play(int frames) {
        var heard = new float[frames * Frames.SAMPLES];
        for (int i = 0; i < frames; i++) {
            carts.read(frame, mixed);
            System.arraycopy(frame, 0, heard, i * Frames.SAMPLES, Frames.SAMPLES);
            mixed += Frames.SAMPLES;
        }
        return heard;
    }

    @Test
    void severalSoundAtOnceEachFromItsFirstSample() {
        carts.fire(Reels.constant(0.1f, LONG));
        carts.fire(Reels.constant(0.2f, LONG));
        assertThat(play(1)).containsOnly(0.1f + 0.2f);
        carts.fire(Reels.constant(0.4f, LONG));
        assertThat(play(1)).containsOnly(0.1f + 0.2f + 0.4f);
    }

    @Test
    void oneIsStoppedWithoutAClickAndTheOthersGoOn() {
        Reel stopped = Reels.constant(0.2f, LONG);
        Reel other = Reels.constant(0.1f, LONG);
        carts.fire(stopped);
        carts.fire(other);
        play(5);
        carts.stop(stopped);
        carts.stop(stopped);
        float[] heard = play(5);
        assertThat(Tone.steepest(heard)).isLessThan(0.001);
        assertThat(heard[heard.length - 1]).isCloseTo(0.1f, within(1e-6f));
        assertThat(stopped.hasEnded()).isTrue();
        assertThat(other.hasEnded()).isFalse();
        carts.stopAll();
        play(5);
        assertThat(other.hasEnded()).isTrue();
    }

    @Test
    void aNinthWaitsUntilOneOfTheOthersHasEnded() {
        List<Reel> fired = new ArrayList<>();
        for (int i = 0; i < Carts.MOST; i++) {
            Reel reel = Reels.constant(0.01f, i == 3 ? Duration.ofMillis(100) : LONG);
            fired.add(reel);
            carts.fire(reel);
        }
        Reel ninth = Reels.constant(0.5f, LONG);
        carts.fire(ninth);
        play(5);
        assertThat(ninth.hasBegun()).isFalse();
        play(1);
        assertThat(ninth.hasBegun()).isTrue();
        assertThat(fired.get(3).endedAt()).isEqualTo(ninth.begunAt());
    }
}
