package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Ten thousand evenings of an AI voice that stalls, is cut, is spoken over and goes on, on a clock
/// that is turned by hand.
class VoiceLinePropertiesTest {
    private static final int SEEDS = 10_000;
    private static final int TICKS = 200;

    /// A stop is silence within 150 ms.
    private static final int SILENT_AFTER = 150 / Frames.MILLIS;

    /// A second.
    private static final int AGAIN_WITHIN = 1_000 / Frames.MILLIS;

    private final float[] spoken = new float[Frames.SAMPLES];
    private final float[] mixed = new float[Frames.SAMPLES];

    @Test
    void aStoppedVoiceIsSilentSoonWhateverWasReadyAndSpeaksAgainAfterwards() {
        Arrays.fill(spoken, 0.5f);
        for (int seed = 0; seed < SEEDS; seed++) {
            evening(new Random(seed), seed);
        }
    }

    /// Whoever waits for the fade of an AI caller who was hung up on would wait in vain.
    @Test
    void aVoiceThatHasLeftTheMixIsNotBeingCutAnyMore() {
        var line = new VoiceLine();
        line.write(spoken, line.pass());
        line.write(spoken, line.pass());
        line.read(mixed);
        line.cut();
        line.leave();
        assertThat(line.cutting()).isFalse();
        assertThat(line.heardAtCut()).isOne();
    }

    private void evening(Random chance, int seed) {
        var line = new VoiceLine();
        long written = 0;
        int sinceCut = -1;
        for (int tick = 0; tick < TICKS; tick++) {
            if (sinceCut < 0 && chance.nextInt(20) == 0) {
                line.cut();
                sinceCut = 0;
            }
            if (chance.nextInt(10) == 0) {
                line.duck(chance.nextBoolean());
            }
            written += write(line, chance);
            line.read(mixed);
            if (sinceCut >= 0) {
                sinceCut++;
                if (sinceCut > SILENT_AFTER) {
                    assertThat(loudest()).as("seed %d, tick %d", seed, tick).isZero();
                }
                sinceCut = line.cutting() ? sinceCut : -1;
            }
            assertThat(line.heard()).as("seed %d", seed).isLessThanOrEqualTo(written);
        }
        speaksAgain(line, seed);
    }

    /// As a voice does: a chunk of 20 ms to 5 s, of which the line takes what it has room for.
    private int write(VoiceLine line, Random chance) {
        int chunk = chance.nextInt(3) == 0 ? 1 + chance.nextInt(250) : 0;
        int taken = 0;
        while (taken < chunk && !line.full() && !line.cutting()) {
            line.write(spoken, line.pass());
            taken++;
        }
        return taken;
    }

    private void speaksAgain(VoiceLine line, int seed) {
        line.duck(false);
        long before = line.heard();
        for (int tick = 0; tick < AGAIN_WITHIN; tick++) {
            if (!line.full() && !line.cutting()) {
                line.write(spoken, line.pass());
            }
            line.read(mixed);
        }
        assertThat(line.heard()).as("seed %d", seed).isGreaterThan(before);
        assertThat(loudest()).as("seed %d", seed).isEqualTo(0.5f);
        while (line.ready() > 0) {
            line.read(mixed);
        }
        assertThat(line.next()).as("seed %d", seed).isEqualTo(line.heard());
    }

    private float loudest() {
        float most = 0;
        for (float sample : mixed) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }
}
