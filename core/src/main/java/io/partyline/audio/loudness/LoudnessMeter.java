package io.partyline.audio.loudness;

import io.partyline.audio.Frames;
import java.util.Arrays;

/// Loudness as ITU-R BS.1770-4 and EBU R128 define it, with the times of EBU Tech 3341: momentary
/// over 400 ms, short-term over 3 s, integrated over everything but what two gates leave out, and
/// the range of EBU Tech 3342.
///
/// It is fed with what each frame of 20 ms measures, summed over the channels, so that a sound of
/// any number of channels can be measured: those in front count once, those behind 1.41 times.
/// Momentary and short-term are told anew with every frame; the gates get a block of 400 ms, and
/// the range a short-term value, every 100 ms.
///
/// Nothing of it grows with the length of what is measured. Real-time: does not allocate. For one
/// thread.
public final class LoudnessMeter {
    /// 400 ms.
    private static final int MOMENT = 20;

    /// 3 s.
    private static final int SHORT_TERM = 150;

    /// 100 ms.
    private static final int HOP = 5;

    /// What is this much under the mean does not count, in LU.
    private static final double GATE = -10;

    /// The same for the range.
    private static final double RANGE_GATE = -20;

    private static final double RANGE_FROM = 0.10;
    private static final double RANGE_TO = 0.95;

    private final double[] latest = new double[SHORT_TERM];
    private final Blocks blocks = new Blocks();
    private final Blocks stretches = new Blocks();
    private long frames;
    private double momentary;
    private double shortTerm;
    private double maxMomentary;
    private double maxShortTerm;

    /// Starts with nothing.
    public LoudnessMeter() {
        reset();
    }

    /// Forgets everything.
    public void reset() {
        Arrays.fill(latest, 0);
        blocks.reset();
        stretches.reset();
        frames = 0;
        momentary = Frames.SILENCE_DB;
        shortTerm = Frames.SILENCE_DB;
        maxMomentary = Frames.SILENCE_DB;
        maxShortTerm = Frames.SILENCE_DB;
    }

    /// Measures one frame more.
    ///
    /// @param meanSquare of the frame, weighted, summed over the channels
    /// @return whether 100 ms are full, and [#integrated] and [#range] may have changed
    public boolean hear(double meanSquare) {
        latest[(int) (frames % SHORT_TERM)] = meanSquare;
        frames++;
        double moment = mean(MOMENT);
        double stretch = mean(SHORT_TERM);
        momentary = KWeighting.loudness(moment);
        shortTerm = KWeighting.loudness(stretch);
        boolean hop = frames % HOP == 0;
        if (frames >= MOMENT) {
            maxMomentary = Math.max(maxMomentary, momentary);
            if (hop) {
                blocks.add(moment);
            }
        }
        if (frames >= SHORT_TERM) {
            maxShortTerm = Math.max(maxShortTerm, shortTerm);
            if (hop) {
                stretches.add(stretch);
            }
        }
        return hop;
    }

    /// What has not been heard yet is silence.
    private double mean(int count) {
        double sum = 0;
        int place = (int) (frames % SHORT_TERM);
        for (int i = 0; i < count; i++) {
            place = place == 0 ? SHORT_TERM - 1 : place - 1;
            sum += latest[place];
        }
        return sum / count;
    }

    /// Of the last 400 ms, in LUFS; before that many have been heard, silence makes up for it.
    public double momentary() {
        return momentary;
    }

    /// Of the last 3 s, in LUFS; before that many have been heard, silence makes up for it.
    public double shortTerm() {
        return shortTerm;
    }

    /// The highest momentary loudness of 400 ms that were all heard.
    public double maxMomentary() {
        return maxMomentary;
    }

    /// The highest short-term loudness of 3 s that were all heard.
    public double maxShortTerm() {
        return maxShortTerm;
    }

    /// Of everything, in LUFS, but for what is under -70 LUFS, or 10 LU under the rest.
    public double integrated() {
        return blocks.meanFrom(blocks.mean() + GATE);
    }

    /// How far quiet and loud stretches lie apart, in LU; 0 until 3 s have been heard.
    public double range() {
        return stretches.spread(stretches.mean() + RANGE_GATE, RANGE_FROM, RANGE_TO);
    }
}
