package io.partyline.tts;

/// Takes what is constant out of speech, and the silence off its ends. For one thread.
///
/// Half a second of silence is held back until it is known whether speech goes on behind it.
final class Trim {
    private static final float SILENCE = 0.003f;

    /// What is left of the silence at either end, so that no sound is cut into.
    private static final int MARGIN_MS = 20;

    private static final int HELD_MS = 500;

    /// Below what a voice has; what is lower is not speech.
    private static final double LOWEST_HZ = 20;

    private final int margin;
    private final int held;
    private final float pole;
    private final Floats quiet = new Floats();
    private float before = Float.NaN;
    private float passed;
    private boolean begun;

    Trim(int rate) {
        margin = rate * MARGIN_MS / 1_000;
        held = rate * HELD_MS / 1_000;
        pole = (float) (1 - 2 * Math.PI * LOWEST_HZ / rate);
    }

    void add(float sample, Floats out) {
        passed = Float.isNaN(before) ? 0 : sample - before + pole * passed;
        before = sample;
        if (Math.abs(passed) < SILENCE) {
            wait(passed, out);
        } else {
            begun = true;
            release(quiet.size(), out);
            out.add(passed);
        }
    }

    void end(Floats out) {
        if (begun) {
            release(Math.min(margin, quiet.size()), out);
        }
    }

    private void wait(float sample, Floats out) {
        quiet.add(sample);
        if (begun && quiet.size() > held) {
            out.add(quiet.poll());
        } else if (!begun && quiet.size() > margin) {
            quiet.poll();
        }
    }

    private void release(int count, Floats out) {
        for (int i = 0; i < count; i++) {
            out.add(quiet.poll());
        }
    }
}
