package io.partyline.audio.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random patches at random moments, against a mixer that is slow and obvious.
class MixerAgainstReferenceTest {
    private static final int PARTIES = 12;

    private final Mixer mixer = new Mixer();
    private final float[][] sounds = new float[PARTIES][Frames.SAMPLES];
    private final float[][] heard = new float[PARTIES][Frames.SAMPLES];
    private final boolean[] written = new boolean[PARTIES];
    private final Strip[] strips = new Strip[PARTIES];
    private final Listener[] listeners = new Listener[PARTIES];

    MixerAgainstReferenceTest() {
        for (int i = 0; i < PARTIES; i++) {
            int party = i;
            strips[i] =
                    new Strip(
                            "strip " + i,
                            frame -> {
                                System.arraycopy(sounds[party], 0, frame, 0, Frames.SAMPLES);
                                return true;
                            });
            listeners[i] =
                    new Listener(
                            "listener " + i,
                            frame -> {
                                System.arraycopy(frame, 0, heard[party], 0, Frames.SAMPLES);
                                written[party] = true;
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachListenerHearsTheSumOfWhatThePatchAllowsAndNothingElse(long seed) {
        var chance = new Random(seed);
        var before = new Float[PARTIES][PARTIES];
        var now = before;
        for (int tick = 1; tick <= 150; tick++) {
            if (chance.nextInt(3) == 0) {
                now = randomEdges(chance);
                mixer.patch(patch(now, tick));
            }
            makeSounds(chance);
            mixer.tick();
            check(before, now, tick);
            before = now;
        }
    }

    /// An edge that is null is not in the patch.
    private static Float[][] randomEdges(Random chance) {
        var edges = new Float[PARTIES][PARTIES];
        double density = chance.nextDouble();
        for (Float[] row : edges) {
            for (int i = 0; i < PARTIES; i++) {
                row[i] =
                        chance.nextDouble() > density
                                ? null
                                : chance.nextInt(5) == 0 ? 0 : chance.nextFloat();
            }
        }
        return edges;
    }

    private Patch patch(Float[][] edges, long version) {
        var patch = new Patch.Builder().version(version);
        for (int l = 0; l < PARTIES; l++) {
            for (int s = 0; s < PARTIES; s++) {
                if (edges[l][s] != null) {
                    patch.hears(listeners[l], strips[s], edges[l][s]);
                }
            }
        }
        return patch.build();
    }

    private void makeSounds(Random chance) {
        for (int s = 0; s < PARTIES; s++) {
            written[s] = false;
            for (int i = 0; i < Frames.SAMPLES; i++) {
                sounds[s][i] = chance.nextFloat() * 2 - 1;
            }
        }
    }

    private void check(Float[][] before, Float[][] now, int tick) {
        for (int l = 0; l < PARTIES; l++) {
            boolean expected = plugged(before[l]) || plugged(now[l]);
            assertThat(written[l]).as("listener %d in tick %d", l, tick).isEqualTo(expected);
            if (expected) {
                assertThat(worstError(l, before[l], now[l]))
                        .as("listener %d in tick %d", l, tick)
                        .isLessThan(1e-5);
            }
        }
    }

    private double worstError(int listener, Float[] before, Float[] now) {
        double worst = 0;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            worst = Math.max(worst, Math.abs(heard[listener][i] - sum(before, now, i)));
        }
        return worst;
    }

    private static boolean plugged(Float[] row) {
        for (Float gain : row) {
            if (gain != null) {
                return true;
            }
        }
        return false;
    }

    private double sum(Float[] before, Float[] now, int sample) {
        double sum = 0;
        double share = Math.min(1, (sample + 1) / 720.0);
        for (int s = 0; s < PARTIES; s++) {
            double from = before[s] == null ? 0 : before[s];
            double to = now[s] == null ? 0 : now[s];
            sum += sounds[s][sample] * (from + (to - from) * share);
        }
        return sum;
    }
}
