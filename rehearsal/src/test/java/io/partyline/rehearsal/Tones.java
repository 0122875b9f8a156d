package io.partyline.rehearsal;

import io.partyline.audio.Frames;

/// How loud the tones of a [FickleVoice] are in a frame.
final class Tones {
    private Tones() {}

    /// Which of a voice's tones sounds, if one is at least that loud; else -1.
    static int loudest(float[] samples, int from, int count, String voice, double least) {
        if (isQuiet(samples, from, count, least / 2)) {
            return -1;
        }
        int best = -1;
        double most = least;
        for (int tone = 0; tone < FickleVoice.TONES; tone++) {
            double level = level(samples, from, count, FickleVoice.frequency(voice, tone));
            if (level >= most) {
                most = level;
                best = tone;
            }
        }
        return best;
    }

    /// Four sums at once, since each would wait for itself: most of what is looked at is quiet.
    private static boolean isQuiet(float[] samples, int from, int count, double least) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = from; i < from + count; i += 4) {
            a += samples[i] * samples[i];
            b += samples[i + 1] * samples[i + 1];
            c += samples[i + 2] * samples[i + 2];
            d += samples[i + 3] * samples[i + 3];
        }
        return a + b + c + d < least * least * count;
    }

    /// The amplitude of a tone in a frame, by Goertzel's recursion.
    ///
    /// @param count 960 samples at 48 kHz or 160 at 8 kHz: a frame
    static double level(float[] samples, int from, int count, double frequency) {
        double angle = 2 * Math.PI * frequency * Frames.MILLIS / 1_000 / count;
        double factor = 2 * Math.cos(angle);
        double last = 0;
        double before = 0;
        for (int i = 0; i < count; i++) {
            double next = samples[from + i] + factor * last - before;
            before = last;
            last = next;
        }
        double power = last * last + before * before - factor * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / count;
    }
}
