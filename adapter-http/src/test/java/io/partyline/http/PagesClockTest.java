package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page whose clock is not the show's: no click, nothing lost, and a delay that does not grow.
class PagesClockTest {
    private static final int MINUTE = 60_000 / Frames.MILLIS;

    /// Where it begins, and a frame more: messages come before a tick or just behind it.
    private static final int DEEPEST_MS = 100;

    /// Twenty periods of it are a frame, so that every frame of it is the same.
    private static final int HERTZ = 1_000;

    private static final double PEAK = 0.25;

    /// The most that the slope of the tone changes from one sample to the next; a click changes it
    /// by more.
    private static final double BEND = 1.3 * PEAK * Math.pow(2 * Math.PI * HERTZ / Frames.RATE, 2);

    @ParameterizedTest
    @ValueSource(ints = {-300, -100, 100, 300})
    void isFollowedForTenMinutes(int millionths) {
        follow(10 * MINUTE, millionths);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {-100, 100})
    void isFollowedForThreeHours(int millionths) {
        follow(180 * MINUTE, millionths);
    }

    private static void follow(int ticks, int millionths) {
        var sitting = new Sitting(0);
        byte[] pcm = tone();
        float[] frame = new float[Frames.SAMPLES];
        var slope = new Slope();
        double fast = 1 + millionths / 1e6;
        double due = 3;
        int deepest = 0;
        for (int tick = 0; tick < ticks; tick++) {
            for (due += fast; due >= 1; due--) {
                sitting.said(pcm, 0);
            }
            if (sitting.microphone().read(frame) && tick > 10) {
                slope.follow(frame);
                deepest = Math.max(deepest, sitting.depthMs());
            }
        }
        SeatMessage.Sound sound = sitting.sound();
        assertThat(sound.ranDry()).isZero();
        assertThat(sound.lostMs()).isZero();
        assertThat(deepest).as("milliseconds that lay ready").isLessThanOrEqualTo(DEEPEST_MS);
        assertThat(slope.largestBend()).isLessThan(BEND);
    }

    private static byte[] tone() {
        float[] frame = new float[Frames.SAMPLES];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (float) (PEAK * Math.sin(2 * Math.PI * HERTZ * i / Frames.RATE));
        }
        byte[] pcm = new byte[PagePcm.BYTES];
        PagePcm.write(frame, pcm);
        return pcm;
    }

    /// How much the slope changes from sample to sample.
    private static final class Slope {
        private int seen;
        private float last;
        private float before;
        private float bend;

        void follow(float[] frame) {
            for (float sample : frame) {
                if (seen++ > 2) {
                    bend = Math.max(bend, Math.abs(sample - 2 * last + before));
                }
                before = last;
                last = sample;
            }
        }

        double largestBend() {
            return bend;
        }
    }
}
