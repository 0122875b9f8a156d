package io.partyline.tts;

import java.util.Optional;

/// Brings speech that streams in to one level. For one thread.
///
/// Whoever has not been heard before is measured for 200 ms, which are held back for so long; after
/// that the gain follows what has been heard of the sentence, slowly. Whoever has been heard begins
/// with the gain of the last sentence. Peaks are turned down as they come, and up again within a
/// tenth of a second: nothing is clipped.
final class Level {
    /// Speech at about -20 dB below full scale, like a well-set microphone.
    private static final double TARGET_RMS = 0.1;

    /// Peaks stay 3 dB below full scale.
    private static final float HIGHEST = 0.708f;

    /// Quieter blocks are pauses, and say nothing about the level.
    private static final double PAUSE_RMS = 0.004;

    private static final double LEAST_GAIN = 0.05;
    private static final double MOST_GAIN = 12;
    private static final int FIRST_MS = 200;
    private static final int BLOCK_MS = 20;

    /// How fast the gain follows, and how fast a peak is forgotten, in seconds.
    private static final double FOLLOW_S = 0.4;

    private static final double FORGET_S = 0.1;

    private final int first;
    private final int block;
    private final float follow;
    private final float forget;
    private final Floats held = new Floats();
    private boolean measuring;
    private double gain;
    private double wanted;
    private float peak = 1;
    private double blockSum;
    private int blockCount;
    private double sum;
    private long counted;

    /// @param known the gain that the same voice had before
    Level(int rate, Optional<Double> known) {
        first = rate * FIRST_MS / 1_000;
        block = rate * BLOCK_MS / 1_000;
        follow = (float) (1 / (FOLLOW_S * rate));
        forget = (float) (1 / (FORGET_S * rate));
        measuring = known.isEmpty();
        gain = known.orElse(1.0);
        wanted = gain;
    }

    void add(float sample, Floats out) {
        measure(sample);
        if (!measuring) {
            out.add(leveled(sample));
            return;
        }
        held.add(sample);
        if (held.size() >= first) {
            release(out);
        }
    }

    void end(Floats out) {
        if (measuring) {
            account();
            release(out);
        }
    }

    /// For the next sentence of the same voice; empty if nothing was heard.
    Optional<Double> learned() {
        return counted == 0 ? Optional.empty() : Optional.of(wanted);
    }

    private void release(Floats out) {
        measuring = false;
        gain = wanted;
        for (int i = held.size(); i > 0; i--) {
            out.add(leveled(held.poll()));
        }
    }

    private void measure(float sample) {
        blockSum += sample * sample;
        if (++blockCount == block) {
            account();
        }
    }

    private void account() {
        if (blockCount > 0 && Math.sqrt(blockSum / blockCount) > PAUSE_RMS) {
            sum += blockSum;
            counted += blockCount;
            wanted = Math.clamp(TARGET_RMS / Math.sqrt(sum / counted), LEAST_GAIN, MOST_GAIN);
        }
        blockSum = 0;
        blockCount = 0;
    }

    private float leveled(float sample) {
        gain += (wanted - gain) * follow;
        float loud = (float) (sample * gain);
        float room = Math.abs(loud) > HIGHEST ? HIGHEST / Math.abs(loud) : 1;
        peak = room < peak ? room : peak + (1 - peak) * forget;
        return loud * Math.min(peak, room);
    }
}
