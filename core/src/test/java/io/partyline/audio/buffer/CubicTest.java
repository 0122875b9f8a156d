package io.partyline.audio.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CubicTest {
    private static final int SIZE = 4_096;

    /// A hundredth of what the last bit of a telephone's sample is worth.
    private static final Offset<Float> INAUDIBLE = within(1e-5f);

    private final float[] ring = new float[SIZE];
    private final float[] frame = new float[Frames.SAMPLES];

    @Test
    void eachSampleLiesOnTheCurveThroughItsFourNeighboursHoweverFastItIsRead() {
        var chance = new Random(48);
        for (int i = 0; i < SIZE; i++) {
            ring[i] = chance.nextFloat() * 2 - 1;
        }
        var cubic = new Cubic();
        for (int round = 0; round < 2_000; round++) {
            long from = chance.nextInt(1, 10 * SIZE);
            double position = chance.nextDouble();
            double step = 1 + slip(chance);
            cubic.read(ring, from, position, step, frame);
            for (int i = 0; i < Frames.SAMPLES; i++) {
                assertThat(frame[i])
                        .as("sample %d from %s at %s", i, position, step)
                        .isCloseTo(at(from, position + i * step), INAUDIBLE);
            }
        }
    }

    /// Not at all, as much as clocks differ, or as much as is ever asked for.
    private static double slip(Random chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> 0;
            case 1 -> (chance.nextDouble() - 0.5) / 1_000;
            default -> (chance.nextDouble() - 0.5) / 50;
        };
    }

    private float at(long from, double place) {
        int whole = (int) place;
        double part = place - whole;
        double a = sample(from + whole - 1);
        double b = sample(from + whole);
        double c = sample(from + whole + 1);
        double d = sample(from + whole + 2);
        double curve = 2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a);
        return (float) (b + part / 2 * (c - a + part * curve));
    }

    private double sample(long number) {
        return ring[(int) (number & (SIZE - 1))];
    }
}
