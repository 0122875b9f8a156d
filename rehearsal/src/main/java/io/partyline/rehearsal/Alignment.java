package io.partyline.rehearsal;

import java.util.Arrays;

/// How the course of loudness of a line lies in what was heard, 20 ms a step.
///
/// A network that comes late puts pauses into a voice and loses stretches of it, and so does a
/// machine that has too much to do; whoever listens hardly notices. So either course may have
/// stretches that the other lacks: what they hold speaks against the match as far as it is loud,
/// and a pause hardly does. The cheapest way to lay the one over the other is looked for, step by
/// step (Needleman and Wunsch, 1970).
///
/// @param likeness 1 if both are the same, about 0.7 for half of a line, 0 if they have nothing in
///   common
/// @param start the step of what was heard at which the line begins
record Alignment(double likeness, int start) {
    /// What a stretch costs that only one of them has, beside its loudness, where 1 is a step of
    /// the loudest sound. Otherwise any line would be made of any other by taking it apart.
    private static final double APART = 0.3;

    /// Lays a line over what was heard; before and behind the line there may be silence.
    static Alignment of(double[] line, double[] heard) {
        double[] known = smooth(toItsLoudest(line));
        double[] sound = smooth(toItsLoudest(heard));
        var ways = new Ways(sound);
        for (int i = 0; i < known.length; i++) {
            ways = ways.next(known[i], i == known.length - 1 ? 0 : APART);
        }
        double all = Arrays.stream(known).sum() + Arrays.stream(sound).sum();
        return new Alignment(all == 0 ? 0 : 1 - ways.price() / all, ways.start());
    }

    private static double[] toItsLoudest(double[] course) {
        double loudest = Arrays.stream(course).max().orElse(0);
        return Arrays.stream(course).map(step -> loudest == 0 ? 0 : step / loudest).toArray();
    }

    /// The steps of the two rarely begin at the same moment, which must not speak against them.
    private static double[] smooth(double[] course) {
        var smooth = new double[course.length];
        for (int i = 0; i < course.length; i++) {
            double before = i == 0 ? 0 : course[i - 1];
            double after = i == course.length - 1 ? 0 : course[i + 1];
            smooth[i] = (before + 2 * course[i] + after) / 4;
        }
        return smooth;
    }

    /// The cheapest way from the beginning up to one step of the line, and to each of the sound.
    private static final class Ways {
        private final double[] sound;
        private final double[] price;
        private final int[] start;

        /// Whether the last step was one of the line alone, or of the sound alone.
        private final boolean[] lineAlone;

        private final boolean[] soundAlone;

        /// Before the first step of the line.
        private Ways(double[] sound) {
            this.sound = sound;
            int places = sound.length + 1;
            price = new double[places];
            start = new int[places];
            lineAlone = new boolean[places];
            soundAlone = new boolean[places];
            for (int j = 1; j < places; j++) {
                price[j] = price[j - 1] + sound[j - 1];
                start[j] = j;
            }
        }

        /// One step of the line further.
        ///
        /// @param apart what it costs from here on that the sound goes on alone
        private Ways next(double step, double apart) {
            var next = new Ways(sound);
            next.arrive(0, price[0] + step + (lineAlone[0] ? 0 : APART), start[0]);
            next.lineAlone[0] = true;
            for (int j = 1; j < price.length; j++) {
                next.goOn(this, j, step, apart);
            }
            return next;
        }

        private void goOn(Ways before, int j, double step, double apart) {
            double heard = sound[j - 1];
            double both = before.price[j - 1] + Math.abs(step - heard);
            double line = before.price[j] + step + (before.lineAlone[j] ? 0 : APART);
            double rest = price[j - 1] + heard + (soundAlone[j - 1] ? 0 : apart);
            lineAlone[j] = line < both && line <= rest;
            soundAlone[j] = rest < both && rest < line;
            if (soundAlone[j]) {
                arrive(j, rest, start[j - 1]);
            } else if (lineAlone[j]) {
                arrive(j, line, before.start[j]);
            } else {
                arrive(j, both, before.start[j - 1]);
            }
        }

        private void arrive(int j, double paid, int from) {
            price[j] = paid;
            start[j] = from;
        }

        private double price() {
            return price[sound.length];
        }

        private int start() {
            return start[sound.length];
        }
    }
}
