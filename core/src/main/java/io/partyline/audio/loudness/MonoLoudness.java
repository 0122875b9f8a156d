package io.partyline.audio.loudness;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import io.partyline.audio.level.TruePeak;

/// Measures the loudness of a sound of one channel while it is played or read.
///
/// One channel counts as one: played by two loudspeakers it is 3 LU louder than it says, as with
/// every meter of a mono file.
///
/// One thread writes, and it is real-time: about 10 microseconds a frame, and no allocation. Any
/// thread may read, and begin anew.
public final class MonoLoudness implements FrameSink {
    private final KWeighting weighting = new KWeighting();
    private final TruePeak peaks = new TruePeak();
    private final LoudnessMeter meter = new LoudnessMeter();
    private float highest;
    private volatile boolean anew;
    private volatile double momentary = Frames.SILENCE_DB;
    private volatile double shortTerm = Frames.SILENCE_DB;
    private volatile double integrated = Frames.SILENCE_DB;
    private volatile double range;
    private volatile double truePeak = Frames.SILENCE_DB;
    private volatile double maxMomentary = Frames.SILENCE_DB;
    private volatile double maxShortTerm = Frames.SILENCE_DB;

    /// Has heard nothing.
    public MonoLoudness() {}

    /// Forgets everything before the next frame.
    public void begin() {
        anew = true;
    }

    @Override
    public void write(float[] frame) {
        if (anew) {
            anew = false;
            reset();
        }
        float[] reached = peaks.measure(frame);
        highest = Math.max(highest, Frames.peak(reached, 0, Frames.SAMPLES));
        if (meter.hear(weighting.meanSquare(frame))) {
            publish();
        }
    }

    private void reset() {
        weighting.reset();
        peaks.reset();
        meter.reset();
        highest = 0;
        publish();
    }

    private void publish() {
        momentary = meter.momentary();
        shortTerm = meter.shortTerm();
        integrated = meter.integrated();
        range = meter.range();
        truePeak = Frames.decibels(highest);
        maxMomentary = meter.maxMomentary();
        maxShortTerm = meter.maxShortTerm();
    }

    /// As it was at most 100 ms ago.
    public Loudness reading() {
        return anew
                ? Loudness.SILENCE
                : new Loudness(
                        momentary,
                        shortTerm,
                        integrated,
                        range,
                        truePeak,
                        maxMomentary,
                        maxShortTerm);
    }
}
