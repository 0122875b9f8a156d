package io.partyline.audio.loudness;

import io.partyline.audio.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tones of 1 kHz one after the other in several channels, as the test signals of EBU Tech 3341 and
/// 3342 are described, and a meter that hears them.
final class Sounding {
    /// A stretch of the signal.
    ///
    /// @param levels the peak of each channel, in dBFS
    record Part(double seconds, List<Double> levels) {}

    /// What the meter showed after a frame.
    record Shown(double momentary, double shortTerm) {}

    private static final double TONE = 1_000;

    /// One period of the tone.
    private static final double[] PERIOD =
            IntStream.range(0, (int) (Frames.RATE / TONE))
                    .mapToDouble(at -> Math.sin(2 * Math.PI * TONE * at / Frames.RATE))
                    .toArray();

    /// What a channel counts: left, right, centre, and the two behind.
    private static final double[] WEIGHTS = {1, 1, 1, 1.41, 1.41};

    private final LoudnessMeter meter = new LoudnessMeter();
    private final List<Shown> shown = new ArrayList<>();
    private final KWeighting[] ears;

    Sounding(int channels) {
        ears = new KWeighting[channels];
        for (int i = 0; i < channels; i++) {
            ears[i] = new KWeighting();
        }
    }

    /// Both channels of a stereo signal at the same level.
    static Part stereo(double level, double seconds) {
        return new Part(seconds, List.of(level, level));
    }

    static Part silence(double seconds) {
        return stereo(Frames.SILENCE_DB * 2, seconds);
    }

    LoudnessMeter meter() {
        return meter;
    }

    List<Shown> shown() {
        return shown;
    }

    Sounding play(List<Part> parts) {
        long length = 0;
        var ends = new long[parts.size()];
        for (int i = 0; i < ends.length; i++) {
            length += Math.round(parts.get(i).seconds() * Frames.RATE);
            ends[i] = length;
        }
        var frame = new float[Frames.SAMPLES];
        for (long from = 0; from < length; from += Frames.SAMPLES) {
            double sum = 0;
            for (int channel = 0; channel < ears.length; channel++) {
                fill(frame, from, channel, parts, ends);
                sum += WEIGHTS[channel] * ears[channel].meanSquare(frame);
            }
            meter.hear(sum);
            shown.add(new Shown(meter.momentary(), meter.shortTerm()));
        }
        return this;
    }

    private static void fill(float[] frame, long from, int channel, List<Part> parts, long[] ends) {
        int part = 0;
        double level = gain(parts, part, channel);
        for (int i = 0; i < Frames.SAMPLES; i++) {
            long at = from + i;
            while (part < ends.length && at >= ends[part]) {
                part++;
                level = gain(parts, part, channel);
            }
            frame[i] = (float) (level * PERIOD[Math.floorMod(at, PERIOD.length)]);
        }
    }

    private static double gain(List<Part> parts, int part, int channel) {
        return part == parts.size() ? 0 : Frames.gain(parts.get(part).levels().get(channel));
    }
}
