package io.partyline.whisper;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.audio.speech.SpokenPiece;
import java.util.Arrays;

/// Speech as recognisers want it: mono, 16 bit, 16 kHz, at least 1.2 s long.
///
/// A whisper model says nothing at all about a second or less, so short answers are followed by
/// silence. Immutable, as long as nobody writes to its samples.
final class Clip {
    static final int RATE = 16_000;

    /// The longest there is: a piece's 15 s.
    static final int MOST = 15 * RATE;

    private static final int LEAST = RATE * 12 / 10;

    private final short[] samples;

    /// @param samples at 16 kHz, which it keeps
    Clip(short[] samples) {
        this.samples = samples.length < LEAST ? Arrays.copyOf(samples, LEAST) : samples;
    }

    static Clip of(SpokenPiece piece) {
        var resampler = new Resampler(Frames.RATE, RATE);
        float[] in = piece.samples();
        int late = resampler.latency();
        var tail = new float[(late + 1) * (Frames.RATE / RATE)];
        var out = new float[resampler.maxOutput(in.length) + resampler.maxOutput(tail.length)];
        int count = resampler.process(in, 0, in.length, out, 0);
        count += resampler.process(tail, 0, tail.length, out, count);
        int length = Math.min(in.length / (Frames.RATE / RATE), count - late);
        var samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.round(Math.clamp(out[late + i], -1f, 1f) * Short.MAX_VALUE);
        }
        return new Clip(samples);
    }

    /// Not to be changed.
    short[] samples() {
        return samples;
    }

    double seconds() {
        return (double) samples.length / RATE;
    }
}
