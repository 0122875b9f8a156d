package io.partyline.app;

/// How alike two sounds are: the normalised cross-correlation, 1 for the same sound at any
/// loudness, 0 for sounds that have nothing in common or for silence.
final class Likeness {
    private static final int ROUGH = 6;

    /// Samples at 48 kHz around the first look that are looked at closely.
    private static final int AROUND = 60;

    /// How much faster or slower a buffer may play to make up for two clocks: a little more than
    /// the show's buffer does.
    private static final double FASTEST = 0.0006;

    private Likeness() {}

    /// Where in a sound a part of another one lies.
    ///
    /// @param at sample in the sound
    record Place(int at, double likeness) {}

    /// Looks for a stretch of one sound in another: roughly first, then to the sample and with the
    /// speed at which it fits best. Meant for sounds of a telephone, of which every sixth sample at
    /// 48 kHz is enough for a first look.
    ///
    /// @param from first place to look at
    /// @param to last place to look at
    static Place find(float[] part, int start, int length, float[] sound, int from, int to) {
        Place best = find(part, start, length, sound, from, to, ROUGH);
        int about = best.at();
        for (double speed = -FASTEST; speed <= FASTEST; speed += FASTEST / 5) {
            float[] bent = bent(part, start, length, 1 + speed);
            Place place = find(bent, 0, bent.length, sound, about - AROUND, about + AROUND, 1);
            best = place.likeness() > best.likeness() ? place : best;
        }
        return best;
    }

    private static Place find(
            float[] part, int start, int length, float[] sound, int from, int to, int step) {
        var best = new Place(Math.max(0, from), 0);
        int last = Math.min(to, sound.length - length);
        for (int at = best.at(); at <= last; at += step) {
            double likeness = of(part, start, sound, at, length, step);
            if (likeness > best.likeness()) {
                best = new Place(at, likeness);
            }
        }
        return best;
    }

    /// A stretch at another speed, by linear interpolation.
    private static float[] bent(float[] part, int start, int length, double speed) {
        var bent = new float[(int) ((length - 1) / speed)];
        for (int i = 0; i < bent.length; i++) {
            double place = start + i * speed;
            int before = (int) place;
            double share = place - before;
            bent[i] = (float) ((1 - share) * part[before] + share * part[before + 1]);
        }
        return bent;
    }

    /// @param step every how manieth sample counts
    static double of(float[] a, int fromA, float[] b, int fromB, int length, int step) {
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < length; i += step) {
            double x = a[fromA + i];
            double y = b[fromB + i];
            dot += x * y;
            left += x * x;
            right += y * y;
        }
        return left == 0 || right == 0 ? 0 : dot / Math.sqrt(left * right);
    }
}
