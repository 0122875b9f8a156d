package io.partyline.tts;

import io.partyline.audio.Frames;
import java.util.Optional;

/// Makes a stranger's speech fit for the show: nothing constant in it, no silence at its ends, at
/// the studio's rate, at the level of the others. For one thread.
final class Polish {
    private final Trim trim;
    private final Level level;
    private final AtStudioRate rated;
    private final Floats spoken = new Floats();
    private final Floats wide = new Floats();
    private final Floats even = new Floats();

    /// @param known the gain that the same voice had before
    /// @throws UnreadableException if the rate cannot be made the studio's
    Polish(int rate, Optional<Double> known) throws UnreadableException {
        trim = new Trim(rate);
        level = new Level(Frames.RATE, known);
        try {
            rated = new AtStudioRate(rate);
        } catch (IllegalArgumentException _) {
            // The rate is the provider's, so this is its fault and not ours.
            throw new UnreadableException("sound at an unusual rate (%d a second)".formatted(rate));
        }
    }

    float[] add(float[] samples) {
        for (float sample : samples) {
            trim.add(sample, spoken);
        }
        widen();
        even();
        return even.all();
    }

    /// What was held back.
    float[] end() {
        trim.end(spoken);
        widen();
        rated.end(wide);
        even();
        level.end(even);
        return even.all();
    }

    /// For the next sentence of the same voice.
    Optional<Double> learned() {
        return level.learned();
    }

    private void widen() {
        float[] samples = spoken.all();
        rated.add(samples, samples.length, wide);
    }

    /// Behind the change of rate, which makes peaks of its own.
    private void even() {
        for (int i = wide.size(); i > 0; i--) {
            level.add(wide.poll(), even);
        }
    }
}
