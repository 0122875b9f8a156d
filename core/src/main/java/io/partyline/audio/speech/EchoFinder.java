package io.partyline.audio.speech;

import io.partyline.audio.Frames;

/// Notices that a caller listens by a loudspeaker: what we send to them comes back, later and
/// quieter, by their own microphone.
///
/// It compares how loud both were, frame by frame, at every delay from 40 to 640 ms. A telephone
/// changes the sound on its way round so much that the samples themselves tell little; the rise and
/// fall of the syllables stays. That two people fall silent and begin at once means nothing, so
/// only what is faster than a second counts, and only where we were heard at all. Two voices that
/// speak at once have syllables of their own, so they are alike by chance at most, and not for long
/// at one delay: it takes four looks to say so, and five to take it back.
///
/// For one thread; no audio thread.
public final class EchoFinder {
    /// 6 s.
    private static final int WINDOW = 300;

    /// 40 ms: less is no way round a telephone network.
    private static final int SHORTEST = 2;

    /// 640 ms.
    private static final int LONGEST = 32;

    /// What is slower than a second is taken away.
    private static final int SLOW = 50;

    /// We were heard: in dBFS, and in so many frames of the window.
    private static final double HEARD = -45;

    private static final double ENOUGH = 0.4;

    /// What lies further below the loudest frame is silence of one kind or another, in dB.
    private static final double DEPTH = 30;

    /// A line on which nothing but noise comes back rises and falls by less, in dB.
    private static final double LIVELY = 2;

    private static final double ALIKE = 0.66;
    private static final double UNLIKE = 0.35;
    private static final int LOOKS_TO_SAY = 4;
    private static final int LOOKS_TO_TAKE_BACK = 5;

    /// By how many frames a delay may seem to change from look to look.
    private static final int STEADY = 1;

    private final float[] sent = new float[WINDOW];
    private final float[] came = new float[WINDOW];
    private boolean found;
    private int looks;
    private int delay;

    /// Has not looked yet.
    public EchoFinder() {}

    /// Whether the caller listens by a loudspeaker, as far as can be told. To be asked once a
    /// second.
    public boolean look(EchoTrace trace) {
        if (!trace.latest(sent, came) || !heard()) {
            return found;
        }
        float[] rises = rises(sent);
        float[] answers = rises(came);
        boolean lively = spread(answers) >= LIVELY;
        int best = SHORTEST;
        double most = -1;
        for (int lag = SHORTEST; lag <= LONGEST && lively; lag++) {
            double alike = alike(rises, answers, lag);
            if (alike > most) {
                most = alike;
                best = lag;
            }
        }
        judge(most, best);
        return found;
    }

    private void judge(double alike, int lag) {
        boolean steady = Math.abs(lag - delay) <= STEADY;
        delay = lag;
        if (found) {
            looks = alike < UNLIKE ? looks + 1 : 0;
            turn(looks < LOOKS_TO_TAKE_BACK);
        } else if (alike >= ALIKE) {
            looks = steady ? looks + 1 : 1;
            turn(looks >= LOOKS_TO_SAY);
        } else {
            looks = 0;
        }
    }

    private void turn(boolean now) {
        looks = now == found ? looks : 0;
        found = now;
    }

    private boolean heard() {
        int count = 0;
        for (float rms : sent) {
            count += Frames.decibels(rms) > HEARD ? 1 : 0;
        }
        return count >= ENOUGH * WINDOW;
    }

    /// The levels in dB, without what is slow about them.
    private static float[] rises(float[] rms) {
        var levels = new double[rms.length];
        double loudest = Frames.SILENCE_DB;
        for (int i = 0; i < rms.length; i++) {
            levels[i] = Frames.decibels(rms[i]);
            loudest = Math.max(loudest, levels[i]);
        }
        var sums = new double[rms.length + 1];
        for (int i = 0; i < rms.length; i++) {
            levels[i] = Math.max(levels[i], loudest - DEPTH);
            sums[i + 1] = sums[i] + levels[i];
        }
        var rises = new float[rms.length];
        for (int i = 0; i < rms.length; i++) {
            int from = Math.max(0, i - SLOW / 2);
            int to = Math.min(rms.length, i + SLOW / 2);
            rises[i] = (float) (levels[i] - (sums[to] - sums[from]) / (to - from));
        }
        return rises;
    }

    private static double spread(float[] rises) {
        return Frames.rms(rises, rises.length);
    }

    /// How alike they are if the one is so much later, from -1 to 1.
    private static double alike(float[] sent, float[] came, int lag) {
        double both = 0;
        double one = 1e-9;
        double other = 1e-9;
        for (int i = 0; i + lag < sent.length; i++) {
            both += (double) sent[i] * came[i + lag];
            one += (double) sent[i] * sent[i];
            other += (double) came[i + lag] * came[i + lag];
        }
        return both / Math.sqrt(one * other);
    }
}
